"""Nouns of French that say nothing by themselves. One rule: with an article they need the sentence that tells them.

"The decision", "the striker", "the firm": another sentence or the title has told which one, or a word behind it does.
"""

from __future__ import annotations

PERSONS = (
    "ministre|députée?|sénateur|sénatrice|maire|préfète?|procureure?|magistrate?|général|médecin|enseignante?"
    "|professeure?|syndicaliste|scientifique|spécialiste|experte?|historien(?:ne)?|économiste|politologue|sociologue"
    "|journaliste|animateur|animatrice|réalisateur|réalisatrice|comédien(?:ne)?|artiste|musicien(?:ne)?|écrivaine?"
    "|romancière|romancier|championne?|athlète|entraîneur|sélectionneur|buteur|pilote|policier|policière|gendarme"
    "|agente?|huissier|escroc|voleur|voleurs|braqueur|braqueurs|agresseur|agresseurs|meurtrier|meurtrière|tueur"
    "|tueuse|assaillante?|assaillants|terroriste|individus?|automobiliste|motarde?|cycliste|randonneur|touristes?"
    "|étudiante?|lycéen(?:ne)?|collégien(?:ne)?|élève|retraitée?|sexagénaire|septuagénaire|octogénaire|nonagénaire"
    "|mère|père|fils|frère|sœur|mari|épouse|époux|compagnon|compagne|bébé|fillette|malheureux|malheureuse|détenue?"
    "|prévenue?|accusée?|plaignante?|patron(?:ne)?|dirigeante?|directeur|directrice|responsable|gérante?"
    "|propriétaire|commerçante?|restaurateur|agriculteur|éleveur|chauffeur|employée?|géophysicien(?:ne)?|députés"
    "|élus|candidate?|signataires|organisateurs|ex-ministre|interprète|mannequin|internaute|soignante?|infirmière"
    "|infirmier|oncle|tante|neveu|nièce|cousine?|veuf|veuve|fuyards?|édile|négociateurs?|émissaires?"
)
"""Persons, as patterns."""
ACTS = (
    "déclaration|décision|annonce|mesure|mesures|incident|proposition|verdict|remarque|remarques|propos|accusation"
    "|accusations|nouvelle|message|objectif|but|espoir|projet|plan|idée|accord|attaque|accident|affaire|question"
    "|problème|résultat|résultats|chiffre"
)
"""Acts, and what was said: these need their mention in the middle of a sentence too."""
_OTHERS = (
    "chiffres|débat|discussion|situation|initiative|demande|avertissement|lettre|vidéo|étude|sondage|rapport"
    "|rencontre|réunion|visite|procès|incendie|démarche|porte-parole|diplomate|suspect|suspects|victime|victimes"
    "|entreprise|société|groupe|organisation|équipe|club|couple|duo|trio|homme|femme|garçon|fille|conducteur"
    "|conductrice|joueur|joueuse|attaquant|acteur|actrice|chanteur|chanteuse|star|auteur|autrice|chercheur"
    "|chercheurs|juge|avocat|avocate|pays|ville|village|bâtiment|maison|navire|bateau|avion|voiture|véhicule|animal"
    "|chien|enfant|enfants|famille|raison|militante|militant|intéressé|intéressée|trentenaire|quadragénaire"
    "|quinquagénaire|radio|chaîne|compagnie|secousse|réplique|trêve|délégation|junte|dispositif|opération|formation"
    "|établissement|appareil|collision|séisme|drame|agression|prélèvement|manœuvre|jeune|adolescent|adolescente"
    "|passager|passagers|institution|plateforme|tribune|texte|document|courrier|communiqué|film|série|album|chanson"
    "|clip|spectacle|pièce|émission|tournage|images?|photos?|photographie|cliché|scène|séquence|publication|tweet"
    "|pétition|campagne|réforme|amendement|condamnation|sinistre|brasier|feu|engin|hélicoptère|train|bus|camion|moto"
    "|embarcation|site|application|logiciel|enseigne|magasin|boutique|restaurant|usine|somme|montant|fusillade"
    "|bagarre|rixe|altercation|dispute|polémique|controverse|scandale|découverte|rupture|match|finale|tournoi"
    "|compétition|cérémonie|festival|manifestation|rassemblement|échanges?|entretien|système|phénomène|tendance"
    "|bilan|classement|organisme|institut|centre|ONG|association|instance|hebdomadaire|quotidien|journal|magazine"
    "|syndicat|marque|firme"
)
DEFINITE = f"{ACTS}|{_OTHERS}|{PERSONS}"
"""All that needs a mention as the subject of a sentence."""
TOLD_BY = (
    r"document|texte|rapport|étude|journal|quotidien|magazine|site|radio|chaîne|enquête|sondage|communiqué"
    r"|association|syndicat|hebdomadaire|mêmes? \w+|vidéo|lettre|tribune|clip|livre|film|message"
)
"""Nouns for a text, or for another thing that tells something."""
KIN = (
    "accident collision crash choc carambolage chute effondrement déraillement explosion naufrage chavirage",
    "incendie feu brasier sinistre flammes",
    "avion appareil crash airbus boeing hélicoptère engin drone",
    "bateau navire ferry bâtiment embarcation porte-avions paquebot voilier yacht chalutier naufrage",
    "bagarre rixe altercation dispute échauffourée",
    "agression attaque violence",
    "voiture véhicule automobile",
    "train rame tgv",
    "homme femme jeune garçon fille fillette enfant bébé adolescent adolescente ado suspect victime conducteur"
    " conductrice automobiliste chauffeur motard cycliste randonneur agresseur assaillant individu voleur braqueur"
    " couple",
    "meurtre assassinat homicide crime victime viol agression attaque",
    "séisme tremblement secousse",
    "pandémie épidémie virus coronavirus covid-19 covid crise maladie",
    "loi projet texte proposition réforme",
    "élection scrutin vote présidentielle législatives municipales",
    "film long-métrage comédie",
    "chanson titre clip morceau",
    "livre ouvrage roman",
    "grève mouvement mobilisation manifestation rassemblement cortège",
    "vidéo images clip séquence photo cliché",
    "chien chat animal ours loup vache cheval",
)
"""Words for one thing each: where the title has one of them, the others need no sentence either."""
