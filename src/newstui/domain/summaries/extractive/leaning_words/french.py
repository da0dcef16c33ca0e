"""Phrases that lean on an earlier sentence in French. One rule: a phrase here needs a mention.

`leaning_phrases` tells what each kind is for.
"""

from __future__ import annotations

_UNNAMED = r"[A-ZÀ-Þ]?[^.,;:«\"“A-ZÀ-Þ]{1,60}"
"""Words without a name, which may be what the rest of the sentence points at."""
_ADDS = (
    r"en effet|en outre|de plus|par ailleurs|d['’]ailleurs|de même|par (?:exemple|conséquent|la suite)|du coup"
    r"|dès lors|depuis(?: lors)?,|de ce fait|de fait,|au final,|en (?:fait|réalité|clair|somme|conséquence"
    r"|attendant)\b"
    r"|à noter (?:également|aussi)|qui plus est|surtout(?: que|,)|pire\b|mieux,|bref\b|idem\b|certes,|bien sûr,"
    r"|concrètement|plus (?:précisément|généralement|largement),|autrement dit|là (?:encore|aussi|non plus)"
    r"|dans le détail"
    r"|pas (?:du tout|seulement|question)\b|loin de là|résultat ?[,:]|reste (?:que|à)|à savoir|preuve (?:que|en est)"
    r"|signe que|sauf que|seulement,|d['’]où|(?:deuxiè|troisiè|quatriè)mement|pour autant|soit \d+|en \w+ant (?=[«\"])"
    r"|(?:oui|non),"
)
"""Phrases that add to a sentence, explain it or answer it."""
_AGAINST = (
    r"en revanche|au contraire|à l['’]inverse|à l['’]opposé|d['’]un (?:côté|autre côté)|d['’](?:une )?autre part,"
    r"|de l['’]autre\b"
    r"|à (?:son|leur) tour|à (?:ses|leurs) (?:côtés|yeux)|comme (?:lui|elle|eux)\b"
    r"|(?:\S+ ){0,60}?(?:quant à (?:lui|elle|eux|elles)|(?:de|pour) (?:son|sa|leur) (?:côté|part))"
    r"|[^«\"]{1,100}?, (?:lui|elle|eux|elles),"
)
_WHEN = (
    r"(?:au (?:centre|milieu|sommet|bout)|à (?:l['’](?:intérieur|extérieur|arrivée)|côté|gauche|droite|bord)"
    r"|en (?:face|haut|bas)"
    r"|autour|derrière|devant|dedans|dehors|non loin|juste (?:avant|après)|sur place),"
    r"|entre-temps|dans la foulée|peu (?:après|avant),|aussitôt|un peu plus (?:tôt|tard)|plus (?:tard|tôt),"
    r"|(?:le lendemain|le surlendemain|la veille|l['’]avant-veille)(?! (?:de|du|des|d['’]))"
)
_OTHERS = (
    r"les (?:deux|trois|quatre|autres|mêmes)\b(?! [\w-]+ (?:d[eu]|des|qui|que|à)\b| [\w-]+ d['’])|l['’]autre"
    r"|(?:d['’])?autres?\b|une? autre|l[ea] même"
    r"|(?:dans|pour|entre|par|chez|avec) les (?:deux|trois|quatre)|tou(?:s|te|tes) (?:deux|trois)\b|tou(?:s"
    r"|tes) \w+(?:ent|ont)"
    r"|(?:l['’]une?|certaine?s|plusieurs|aucune?|chacune?|tous|toutes|deux|trois|quatre|beaucoup|la plupart|nombre"
    r"|quelques-un[e]?s)"
    r" (?:d['’]entre )?(?:d['’])?(?:eux|elles)\b|(?:pour|chez|selon) certains d['’]entre (?:eux|elles)|parmi (?:eux"
    r"|elles)"
    r"|certaine?s \w+(?:ent|ont)|chacune? (?:a|est|\w+ait)\b|l['’]une? (?:est|était|a|avait|des deux)"
    r"|le plus (?:jeune|âgé|vieux) (?:a|est|avait|était)|l[ea] premi(?:er|ère) (?:est|a|était|avait|\w+ait)\b"
    r"|l[ea] (?:second|seconde|deuxième|troisième|quatrième|dernier|dernière)\b(?! (?:guerre|fois|semaine|trimestre))"
    r"|(?:second|seconde|deuxième|troisième|premi(?:er|ère)|derni(?:er|ère)|principale?|autre|seule?|nouve(?:au"
    r"|lle))\b[^.,:«\"]{0,60} ?:"
    r"|derni(?:er|ère) en date"
    r"|(?:problème|conséquence|conclusion|explication|exemple|bilan|verdict|objectif|raison|motif|cause|détail"
    r"|bémol) ?:"
    r"|mêmes? (?!s['’]|si|quand|lorsque|les?\b|la|l['’]|en|dans|pour|à|aux?\b|avec|sans|sur|chez|ce\w*)\w+"
)
"""One of several, or another one."""
_TO_THAT = (
    r"(?:selon|d['’]après|pour|avec|chez|sans|contre|derrière|devant|grâce à|autour d['’]|près d['’]|à côté d['’])"
    r" ?(?:lui|elle|eux|elles|cela|ce|cet|cette|ces)"
    r"|(?:à|dans|de|par|sur|sous|après|avant|en|pour|malgré|face à|parmi) (?:ce|cet|cette|ces|cela|eux|elles)\b"
    r"|(?:s['’]|lorsqu['’]|quand |alors qu['’]|comme |si |puisqu['’]|parce qu['’])(?:il|elle)s?\b"
    r"|[^.«\"]{1,60} (?:cela|ceci)|c['’](?:est|était)"
    rf"|(?-i:{_UNNAMED}(?:cel(?:ui|le)-ci|ce(?:ux|lles)-ci|ce dernier|cette dernière|ces derni(?:er"
    rf"|ère)s(?! \w*(?:semaine|jour|mois|année|heure|temps|ans))))"
    rf"|(?-i:(?!Il|Qu|Ce){_UNNAMED}(?<!il) y (?:est|était|sont|étaient|sera|seront|serait|seraient|avait|avaient"
    rf"|ont)\b)"
    r"|(?:[^,;.«\"]{1,60}, )(?:les (?:deux|trois|quatre|autres)|ce (?:dernier|jour-là)|cette dernière|ces derniers)\b"
)
_NAMELESS = (
    r"une? (?:[\w-]+ )?(?:\w{3,}(?:tion|sion|ance|ence|ude|ement)|décision|choix|mesure|première|façon|manière|chiffre"
    r"|initiative|hausse|baisse|annonce|geste|succès|échec|victoire|défaite|moyen|pratique|idée|sujet|phénomène"
    r"|constat|nouvelle|phrase|scène|image|sortie|affaire|réponse|remarque|histoire|polémique|critique|théorie"
    r"|propos|record|message|discours|texte|coup|moment|signe|retour|départ|exploit|hommage|drame|réplique|oubli"
    r"|erreur"
    r"|idylle|débat|témoignage|stéréotype|analyse|hypothèse|blessure|peine|somme|tâche|étape|crainte|promesse|menace"
    r"|grogne|colère|rumeur|reproche|plainte|coïncidence|surprise)s?"
    r"(?: [\w-]+)? (?:qui|que|qu['’]\w+|dont|où|(?:\w+ée?s?|\w+[iu]e?s?) (?:par|à|de|comme|pour)\b|\w+ant\b)"
    r"|des (?:[\w-]+ )?(?:\w{3,}(?:tions|sions|ances|ences|ements)|propos|stéréotypes|images|chiffres|mots"
    r"|faits) (?:qui|que|dont)\b"
    r"|(?:chose|ce|le genre de \w+|de quoi) (?:qui|que|qu['’]\w+|dont|à quoi)\b"
)
"""A noun that says what the sentence before told, without a verb."""
_SOURCES = (
    r"(?:le (?:quotidien|journal|magazine|média|site|communiqué)|la (?:chaîne|radio|même source|publication)"
    r"|les mêmes sources"
    r"|l['’](?:hebdomadaire|organisme|institut|agence))"
)
_NO_NAME = r"(?!(?-i:(?: [\w’'-]+){0,3}? [«\"]?[A-ZÀ-Þ])| (?:de|du|des|d['’]|spécialisé))"
_SAID_BY = (
    rf".{{1,400}}?, (?:(?:selon|d['’]après) (?:(?:lui|elle|eux|elles)\W*$|{_SOURCES}{_NO_NAME})"
    r"|(?:(?:a|ont) )?(?:(?:rapport|précis|indiqu|expliqu|ajout|soulign|affirm|rév[èé]l|détaill)(?:e|é|ent)|compte"
    rf"|écrit|relate) (?:également |encore |aussi )?{_SOURCES}{_NO_NAME})"
    r"|(?<=[\"“«]) ?[^\"”»«“]{1,25}[\"”»],? (?:(?:a|ont|avait|avaient) )\w+"
)
"""Words of a source that is not named, or of somebody who answers with a word or two."""
_OPENINGS = rf"(?:{_ADDS}|{_AGAINST}|{_WHEN}|{_OTHERS}|{_TO_THAT}|{_NAMELESS}|{_SAID_BY})"
_LATER = (
    r"[^\d]{1,60} (?:heures|jours|semaines|mois|ans|années) (?:plus t(?:ôt|ard)\b|(?:après|auparavant|avant)(?=[,.]))"
)
OPENING = rf"(?i:(?:{_OPENINGS}|{_LATER})(?!\w))"
_NOBODY_DOES = r"y|faut|faudra|fait|est (?:im)?possible|est à|s['’]agit|semble|reste|existe"
"""Verbs whose `il` is nobody: `il faut`."""
TIMES = (
    r"(?i:(?:en |dans )?c(?:e|et|ette|es) (?:année|semaine|mois|matin|soir|nuit|après-midi|week-end|été|hiver"
    r"|printemps|automne|saison"
    r"|jours|derni\w+ \w+|\d+|premier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    rf"(?![^.;«\"]{{0,60}}, (?:il|elle)s?\b(?! (?:{_NOBODY_DOES}|pleut|neige)))(?!\w))"
)
MEANWHILE = (
    r"(?:\S+ ){0,4}\S+?,? (?:cependant|toutefois|pourtant|néanmoins|en revanche|lui aussi|elle aussi|eux aussi),"
)
_PERSONS = (
    "ministre|députée?|sénateur|sénatrice|maire|préfète?|procureure?|magistrate?|général|médecin|enseignante?"
    "|professeure?|syndicaliste|scientifique|spécialiste|experte?|historienne?|économiste|politologue|sociologue"
    "|journaliste|animateur|animatrice|réalisateur|réalisatrice|comédienne?|artiste|musicienne?|écrivaine?|romancière"
    "|romancier|championne?|athlète|entraîneur|sélectionneur|buteur|pilote|policier|policière|gendarme|agente?"
    "|huissier|escroc|voleur|voleurs|braqueur|braqueurs|agresseur|agresseurs|meurtrier|meurtrière|tueur|tueuse"
    "|assaillante?|assaillants|terroriste|individus?|automobiliste|motarde?|cycliste|randonneur|touristes?|étudiante?"
    "|lycéenne?|collégienne?|élève|retraitée?|sexagénaire|septuagénaire|octogénaire|nonagénaire|mère|père|fils|frère"
    "|sœur|mari|épouse|époux|compagnon|compagne|bébé|fillette|malheureux|malheureuse|détenue?|prévenue?|accusée?"
    "|plaignante?|patronne?|dirigeante?|directeur|directrice|responsable|gérante?|propriétaire|commerçante?"
    "|restaurateur|agriculteur|éleveur|chauffeur|employée?|géophysicienne?|députés|élus|candidate?|signataires"
    "|organisateurs|ex-ministre|interprète|mannequin|internaute|soignante?|infirmière"
)
"""Persons, as patterns."""
_ACTS = (
    "déclaration|décision|annonce|mesure|mesures|incident|proposition|verdict|remarque|remarques|propos|accusation"
    "|accusations|nouvelle|message|objectif|but|espoir|projet|plan|idée|accord|attaque|accident|affaire|question"
    "|problème|résultat|résultats|chiffre"
)
"""Acts, and what was said: these need their mention in the middle of a sentence too."""
_NOUNS = (
    f"{_ACTS}|chiffres|débat|discussion|situation|initiative|demande|avertissement|lettre|vidéo|étude|sondage|rapport"
    "|rencontre|réunion|visite|procès|incendie|démarche|porte-parole|diplomate|suspect|suspects|victime|victimes"
    "|entreprise|société|groupe|organisation|équipe|club|couple|duo|trio|homme|femme|garçon|fille|conducteur"
    "|conductrice|joueur|joueuse|attaquant|acteur|actrice|chanteur|chanteuse|star|auteur|autrice|chercheur|chercheurs"
    "|juge|avocat|avocate|pays|ville|village|bâtiment|maison|navire|bateau|avion|voiture|véhicule|animal|chien|enfant"
    "|enfants|famille|raison|militante|militant|intéressé|intéressée|trentenaire|quadragénaire|quinquagénaire"
    "|dispositif|opération|formation|établissement|appareil|collision|séisme|drame|agression|prélèvement|manœuvre"
    "|jeune|adolescent|adolescente|passager|passagers|institution|plateforme|tribune|texte|document|courrier"
    "|communiqué|film|série|album|chanson|clip|spectacle|pièce|émission|tournage|images?|photos?|photographie|cliché"
    "|scène|séquence|publication|tweet|pétition|campagne|réforme|amendement|condamnation|sinistre|brasier|feu|engin"
    "|hélicoptère|train|bus|camion|moto|embarcation|site|application|logiciel|enseigne|magasin|boutique|restaurant"
    "|usine|somme|montant|fusillade|bagarre|rixe|altercation|dispute|polémique|controverse|scandale|découverte|rupture"
    "|match|finale|tournoi|compétition|cérémonie|festival|manifestation|rassemblement|échanges?|entretien|système"
    "|phénomène|tendance|bilan|classement|organisme|institut|centre|ONG|association|instance|hebdomadaire|quotidien"
    "|journal|magazine|site|syndicat|marque|firme"
    f"|{_PERSONS}"
)
_WHICH = (
    r"(?: (?:de|d|du|des|à|au|aux|sur|que|qu|qui|pour|entre|dans|en|par|contre|avec|dont|où"
    r"|\w+(?:[ao]ise?s?|[aei]enne?s?|[ai]ens?|aine?s?|ands?|ole?s?) (?:de|d|du|des|à|(?-i:[A-ZÀ-Þ]\w+))|grecs?|turcs?"
    r"|russes?|belges?)(?!\w))"
)
"""Words behind a noun that say which one is meant."""
DEFINITE = rf"(?i:(?:[^,;“\"«]{{1,60}}, )?(?:l[ea]s? |l['’])(?P<noun>{_NOUNS})(?!\w)(?!,?{_WHICH})(?!(?-i: [A-ZÀ-Þ])))"
"""A name behind the noun says which one is meant, too."""
THIS = (
    r"\bc(?:e|et|ette|es) (?!semaine|année|mois|matin|soir|nuit|après|week|printemps|automne|hiver|saison|jours|derni"
    r"|premier|qui|sont|sera|serait|soit|point|jour|fois|\w+di\b|dimanche)(?:deux |trois |quatre )?([a-zà-ÿ]{4,})\b"
)
"""A noun within a sentence that another one has told."""
INSIDE = (
    rf"{THIS}"
    rf"|[\"”»],? (?:[\w’'-]+ ){{1,3}}?(?:l[ea] |l['’])({_PERSONS})(?!\w){_NO_NAME}"
    rf"|\b(?:pour|avec|par|sur|après|avant|que|de|devant|suite à) (?:la |le |l['’])({_ACTS})(?!\w)(?!{_WHICH})"
)
GOES_ON = (
    r"en effet|d['’]ailleurs|par ailleurs|à (?:son|leur) tour|donc|alors(?! qu)|justement|effectivement|par exemple"
    r"|ensuite"
    r"|dès lors|en outre|du coup|à l['’]inverse|au contraire|(?:est|a|sont|ont|serait|aurait|va|vont) même(?! pas)"
)
ALSO = rf"également|aussi(?! bien| [^ ]+ que)|{GOES_ON}"
"""These, and words that add something to it."""
ENDS_WITH_SPEAKER = (
    r"[^«\"].*(?:[\"”»],?|,) (?:[\w’'-]+ )?"
    r"(?:\w+[- ]t[- ]|(?:dit|écrit|poursuit|répond|reprend|sourit)[- ])(?:il|elle)s?\b"
)
MYSELF = r"\b[Jj](?:e |['’])|\b[Mm](?:on|es) |\b[Mm]oi\b"
_HE = rf"(?:il|elle)s?\b(?! (?:{_NOBODY_DOES}))"
PRONOUN = (
    rf"(?:(?:À|A|Au|Aux|En|Dans|Après|Avant|Depuis|Pour|Lors|Selon|Sur|Auprès|Chez|Devant|Malgré|Sans|Avec|Face|Dès"
    rf"|Durant|Pendant)\b|D['’]après|[A-ZÀ-Þ]\w+ée?s?\b)[^.;«]{{0,80}}?, {_HE}"
    rf"|(?!L[ea]s?\b|L['’]|Une?\b)[A-ZÀ-Þ][a-zà-þ’'-]*(?: [a-zà-þ\d’'-]+){{0,9}}, {_HE}"
    r"|[A-ZÀ-Þ][a-zà-ÿ]+-(?:les?|la|lui|leur)\b"
)
NAMELESS_SPEAKER = r"[\"”»]\W*(?:[\w’']+[ -](?:t-)?){1,3}(?:il|elle|ils|elles)\b"
COMPLETE = (
    r"Alors qu(?:e\b|['’](?!(?:il|elle)s?\b))"
    r"|Il (?:n['’])?(?:y (?:a|avait|aura)\b|(?:faut|fallait|faudra|suffit|existe|convient|importe|pleut|neige)\b"
    r"|a (?:fallu|suffi|plu|neigé)\b|est (?:temps|possible|probable|difficile|interdit|important|urgent)\b)"
)
"""A conjunction of which one word alone would point back, and an `il` that is nobody."""
CONNECTIVE = (
    r"(?:Mais|Et) (?!si|quand|puis|alors|aussi|pas)|(?:Cependant|Toutefois|Pourtant|Par ailleurs|De plus|En outre), "
)
POINTS_BACK = r"\b(?:cela|ça|celui-ci|celle-ci|ceux-ci)\b"
EVENTS = frozenset(["affaire", "drame", "événement"])
OPENS_WITH_THIS = r"(?:Face à |\w+ )?[Cc](?:e|et|ette|es) ([^\W\d_]{4,})(?: ([^\W\d_]{4,}))?"
TOLD_AHEAD = r"[\"“«]|(?:Ce )?[Cc]['’]|(?:Ce sont|Ils?|Elles?|On|Je|J['’]|Nous|Son|Sa|Ses|Leurs?)\b|D['’]un côté"
