"""Phrases that lean on an earlier sentence in French. One rule: a phrase here needs a mention.

`leaning_phrases` tells what each kind is for.
"""

from __future__ import annotations

from newstui.domain.summaries.extractive.leaning_words import french_nouns as nouns

_UNNAMED = r"[A-ZÀ-Þ]?[^.,;:«\"“A-ZÀ-Þ]{1,60}"
"""Words without a name, which may be what the rest of the sentence points at."""
_ADDS = (
    r"en effet|en outre|de plus|en plus,|d['’]ailleurs|de même|par (?:exemple|conséquent|la suite)|du coup"
    r"|dès lors|depuis(?: lors)?,|de ce fait|de fait,|au final,|en (?:fait|réalité|clair|somme|conséquence"
    r"|attendant)\b"
    r"|à noter (?:également|aussi)|qui plus est|surtout(?: que|,)|pire\b|mieux,|bref\b|idem\b|certes,|bien sûr,"
    r"|concrètement|plus (?:précisément|généralement|largement),|autrement dit|là (?:encore|aussi|non plus)"
    r"|dans le détail"
    r"|pas (?:du tout|seulement|question)\b|loin de là|résultat ?[,:]|reste (?:que|à)|à savoir|preuve (?:que|en est)"
    r"|signe que|sauf que|seulement,|d['’]où|(?:deuxiè|troisiè|quatriè)mement|pour autant|soit \d+|en \w+ant (?=[«\"])"
    r"|(?:oui|non),|notamment\b|d['’]autant (?:que|plus|moins)|de la même (?:manière|façon)|une? tel(?:le)?\b"
    r"|de tel(?:le)?s\b"
    r"|autant d(?:e\b|['’])|de quoi\b|l['’]occasion\b|une occasion (?:de|pour)\b|voilà\b|on\b"
    r"|(?:je|nous|vous|on) (?:y|les?|la|l['’]|en|leur|lui)\b|s['’]y\b"
    r"|(?:plus|moins|près|environ) (?:de )?la moitié\b(?! (?:de|du|des|d['’]))"
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
    r"les (?:deux|trois|quatre|autres|mêmes)\b(?! [\w-]+ (?:d[eu]|des|qui|que|à)\b| [\w-]+ d['’]"
    r"|(?-i:(?: [\w’'-]+){1,4}? [A-ZÀ-Þ]))|l['’]autre"
    r"|(?:d['’])?autres?\b|une? autre|l[ea] même"
    r"|(?:dans|pour|entre|par|chez|avec) les (?:deux|trois|quatre)|tou(?:s|te|tes) (?:deux|trois)\b|tou(?:s"
    r"|tes) \w+(?:ent|ont)"
    r"|(?:l['’]une?|certaine?s|plusieurs|aucune?|chacune?|tous|toutes|deux|trois|quatre|beaucoup|la plupart|nombre"
    r"|quelques-un[e]?s)"
    r" (?:d['’]entre )?(?:d['’])?(?:eux|elles)\b|(?:pour|chez|selon) certains d['’]entre (?:eux|elles)|parmi (?:eux"
    r"|elles)"
    r"|certaine?s \w+(?:ent|ont)|chacune? (?:a|est|\w+ait)\b|l['’]une? (?:est|était|a|avait|des deux)"
    r"|le plus (?:jeune|âgé|vieux) (?:a|est|avait|était)|l[ea] (?:premi(?:er|ère)|principale?) (?:est|a|était|avait"
    r"|\w+ait)\b|l[ea] (?:premi(?:er|ère)|seconde?),"
    r"|l[ea] (?:second|seconde|deuxième|troisième|quatrième|dernier|dernière)\b(?! (?:guerre|fois|semaine|trimestre))"
    r"|(?:second|seconde|deuxième|troisième|premi(?:er|ère)|derni(?:er|ère)|principale?|autre|seule?|nouve(?:au"
    r"|lle))\b[^.,:«\"]{0,60} ?:"
    r"|derni(?:er|ère) en date"
    r"|(?:problème|conséquence|conclusion|explication|exemple|bilan|verdict|objectif|raison|motif|cause|détail"
    r"|bémol) ?:"
    r"|mêmes? (?!s['’]|si|quand|lorsque|les?\b|la|l['’]|en|dans|pour|à|aux?\b|avec|sans|sur|chez|ce\w*)\w+"
)
"""One of several, or another one."""
_WHERE = "pays|département|ville|région|village|quartier|maison|foulée|journée|nuit|cellule|salle|zone"
_NO_NAME = r"(?!(?-i:(?: [\w’'-]+){0,3}? [«\"]? ?[A-ZÀ-Þ])| (?:de|du|des|d['’]|spécialisé))"
_TO_THAT = (
    r"(?:selon|d['’]après|pour|avec|chez|sans|contre|derrière|devant|grâce à|autour d['’]|près d['’]|à côté d['’])"
    r" ?(?:lui|elle|eux|elles|cela|ce|cet|cette|ces)"
    r"|(?:à|dans|de|par|sur|sous|après|avant|en|pour|malgré|face à|parmi) (?!ce (?:stade|jour)\b)(?:ce|cet|cette|ces"
    r"|cela|eux|elles)\b"
    r"|(?:s['’]|lorsqu['’]|quand |alors qu['’]|comme |si |puisqu['’]|parce qu['’])(?:il|elle)s?\b"
    r"(?!(?-i:[^,;.]{0,120}, (?:[\w’'-]+ ){0,5}[\w’'-]*[A-ZÀ-Þ]))"
    r"|[^.«\"]{1,60} (?:cela|ceci)|c['’](?:est|était)"
    rf"|(?-i:{_UNNAMED}(?:cel(?:ui|le)-ci|ce(?:ux|lles)-ci|ce dernier|cette dernière|ces derni(?:er"
    rf"|ère)s(?! \w*(?:semaine|jour|mois|année|heure|temps|ans))))"
    rf"|(?:cela|ça)\b|(?:selon|d['’]après|dans|sur|depuis|avec) (?:l[ea]s? |l['’])(?:{nouns.TOLD_BY})(?!\w){_NO_NAME}"
    rf"|(?:dans|sur|depuis) (?:l[ea]s? |l['’])(?:{_WHERE})(?!\w){_NO_NAME}"
    rf"|(?-i:(?!Il|Qu|Ce){_UNNAMED}(?<!il) y (?:est|était|sont|étaient|sera|seront|serait|seraient|avait|avaient"
    rf"|ont)\b)"
    r"|(?:[^,;.«\"]{1,60}, )(?:les (?:deux|trois|quatre|autres)|ce (?:dernier|jour-là)|cette dernière|ces derniers)\b"
)
_NOT_A_PERSON_OR_PLACE = (
    r"(?!(?:hommes?|femmes?|personnes?|jeunes?|enfants?|gens|foule|équipe|famille|ville|village|pays|région|quartier"
    r"|lieu"
    r"|endroit|entreprise|société|association)\b)"
)
"""Nouns with which a sentence begins anew: `Une ville qui aime son port reste.`"""
_NAMELESS = (
    rf"(?-i:(?:Une?|Des) {_NOT_A_PERSON_OR_PLACE}[a-zà-ÿ-]+(?: [a-zà-ÿ-]+)? (?:qui|que|qu['’]\w+|dont|où)\b)"
    r"|une? (?:[\w-]+ )?(?:\w{3,}(?:tion|sion|ance|ence|ude|ement)|décision|choix|mesure|première|façon|manière|chiffre"
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
_SAID_BY = (
    rf".{{1,400}}?, (?:(?:selon|d['’]après) (?:(?:lui|elle|eux|elles)\W*$|{_SOURCES}{_NO_NAME})"
    r"|(?:(?:a|ont) )?(?:(?:rapport|précis|indiqu|expliqu|ajout|soulign|affirm|rév[èé]l|détaill)(?:e|é|ent)|compte"
    rf"|écrit|relate) (?:également |encore |aussi )?{_SOURCES}{_NO_NAME})"
    r"|(?<=[\"“«]) ?[^\"”»«“]{1,25}[\"”»],? (?:(?:a|ont|avait|avaient) )\w+"
)
"""Words of a source that is not named, or of somebody who answers with a word or two."""
_SHORT = r"(?-i:(?!L[ea]s? |L['’])\S+(?: [^A-ZÀ-Þ\d ]+){0,3}(?<=[.…!]))$"
"""Up to four words without a name, which say too little."""
_VERB = (
    r"\b(?:ai|as|a|ont|est|sont|va|vont|doit|doivent|peut|peuvent|fait|font|veut|permet|met|prend|vient|tient|sait"
    r"|\w+(?:ait|aient|era|eront|eraient)|\w{3,}ent|\w{2,}it)\b"
)
_WITHOUT_A_VERB = (
    r"(?-i:(?=.{1,120}$)(?:Une?|Des) [a-zà-ÿ-]+ (?:(?:de|à|au|aux|devant|en|dans|sur|pour)\b|d['’]"
    rf"|[a-zà-ÿ]+(?:é|ée|és|ées|is|it|ite|ie|u|ue|us)\b)(?!.*{_VERB}).*)$"
)
"""A short sentence that is no sentence: `Un combat partagé par Anna Berg.`"""
_OPENINGS = rf"(?:{_ADDS}|{_AGAINST}|{_WHEN}|{_OTHERS}|{_TO_THAT}|{_NAMELESS}|{_SAID_BY}|{_SHORT}|{_WITHOUT_A_VERB})"
_LATER = (
    r"[^\d]{1,60} (?:heures|jours|semaines|mois|ans|années) (?:plus t(?:ôt|ard)\b|(?:après|auparavant|avant)(?=[,.]))"
)
OPENING = rf"(?i:(?:{_OPENINGS}|{_LATER})(?!\w))"
_NOBODY_SURELY_DOES = (
    r"(?:ne |n['’])?(?:y (?:a|avait|aura|aurait|eut)|fau(?:t|dra|drait)|fallait|suffi(?:t|sait|ra|rait)|existe|existait"
    r"|convien(?:t|dra|drait)|convenait|importe|pleut|pleuvait|pleuvra|neige|neigeait|neigera|arriver?(?:ait)? que"
    r"|(?:a|aura|avait|aurait) (?:fallu|suffi|plu|neigé|été (?:décidé|demandé|question|procédé|enregistré))"
    r"|(?:est|était|sera|serait|paraît|semble) (?:pas |donc |encore |très )?(?:temps|(?:im)?possible|(?:im)?probable"
    r"|difficile|facile|interdit|important|urgent|nécessaire|préférable|utile|inutile|vrai|certain|clair|question))"
    r"|s['’](?:agit|agissait|agira|agirait)"
)
_NOBODY_DOES = rf"{_NOBODY_SURELY_DOES}|y|fait|est à|semble|reste"
"""Verbs whose `il` is nobody: `il faut`; within a sentence also where it may be somebody: `il reste`."""
TIMES = (
    r"(?i:(?:en |dans )?(?:ce \d|c(?:e|et|ette|es) (?:année|semaine|mois|matin|midi|soir|nuit|après-midi|week-end"
    r"|été|hiver|printemps|automne|saison|jours|derni\w+ (?:jours|semaines|mois|ann\w+|temps|heures|décennies)|premier"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))"
    rf"(?![^.;«\"]{{0,60}}, (?:il|elle)s?\b(?! (?:{_NOBODY_DOES}|pleut|neige)))(?!\w))"
)
MEANWHILE = (
    r"(?:\S+ ){0,4}\S+?,? (?:cependant|toutefois|pourtant|néanmoins|en revanche|lui aussi|elle aussi|eux aussi),"
)
_WHICH = (
    r"(?: (?:de|d|du|des|à|au|aux|sur|que|qu|qui|pour|entre|dans|en|par|contre|avec|dont|où"
    r"|\w+(?:[ao]ise?s?|[aei]enne?s?|[ai]ens?|aine?s?|ands?|ole?s?) (?:de|d|du|des|à|(?-i:[A-ZÀ-Þ]\w+))|grecs?|turcs?"
    r"|russes?|belges?)(?!\w))"
)
"""Words behind a noun that say which one is meant."""
_NAMED_FIRST = r"(?!(?-i:[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){1,3},))"
"""No whole name before a comma, behind which a noun would tell who that is: `Anna Berg, la candidate, …`."""
DEFINITE = (
    rf"(?i:{_NAMED_FIRST}(?:[^,;“\"«]{{1,60}}, )?(?:l[ea]s? |l['’])(?-i:(?P<noun>{nouns.DEFINITE}))(?![\w-])"
    rf"(?!,?{_WHICH})(?!(?-i: [A-ZÀ-Þ])))"
)
"""A name behind the noun says which one is meant, too."""
THIS = (
    r"\bc(?:e|et|ette|es) (?!semaine|année|mois|matin|midi|soir|nuit|après|week|printemps|automne|hiver|saison|jours"
    r"|derni"
    r"|premier|qui|sont|sera|serait|soit|point|jour|fois|\w+di\b|dimanche|(?:stade|genre|type|style|sens|niveau"
    r"|moment|temps|siècle|fait)s?\b)(?:deux |trois |quatre |jeunes? |nouve\w+ |premi\w+ |\w+i(?:èm"
    r"|qu)es? (?=[a-z]))?([a-zà-ÿ]{4,})\b"
)
"""A noun within a sentence that another one has told."""
INSIDE = (
    rf"{THIS}"
    rf"|[\"”»],? (?:[\w’'-]+ ){{1,3}}?(?:l[ea] |l['’])({nouns.PERSONS})(?!\w){_NO_NAME}"
    rf"|\b(?:pour|avec|par|sur|après|avant|que|de|devant|suite à) (?:la |le |l['’])({nouns.ACTS})(?!\w)(?!{_WHICH})"
)
_GOES_ON = (
    r"en effet|à (?:son|leur) tour|donc|alors(?! qu)|justement|par exemple"
    r"|ensuite|dès lors|en outre|du coup|à l['’]inverse|au contraire"
    r"|(?:est|a|sont|ont|serait|aurait|va|vont) même(?! pas)"
)
GOES_ON = rf"{_GOES_ON}|effectivement|d['’]ailleurs|par ailleurs"
ALSO = (
    r"également|aussi(?! bien| [^ ]+ que)|pourtant|toutefois|cependant|néanmoins|finalement|en revanche|une? autre"
    rf"|(?:d['’]|deux |trois |quatre |les )autres|l['’]autre|l[ea]s? mêmes? \w+|{_GOES_ON}"
)
"""These, and words that add something to it."""
_GOES_ON_SAYING = (
    r"poursui(?:t|vent)|répond(?:ent)?(?! (?:à|au|aux)\b)|réplique|rétorque|renchérit|conclut|ajoute|enchaîne"
    r"|(?:a|ont) ajouté"
)
_OFFICES = (
    r"(?:gouvernement|minist[èe]re|préfecture|parquet|palais|police|gendarmerie|mairie|présidence|armée|hôpital)\b"
)
"""Speakers that every reader knows."""
ENDS_WITH_SPEAKER = (
    r".*(?:(?:[\"”»],? ?|, ?)(?:[\w’'-]+ )?"
    r"(?:(?!semble)\w+[- ]t[- ] ?|(?:dit|écrit|poursuit|répond|reprend|sourit|avait|avaient|disait"
    r"|disaient)[- ] ?)(?:il|elle)s?\b"
    rf"|[\"”»],? (?:(?:[\w’'-]+ ){{1,4}}?(?:l[ea] |l['’])(?!{_OFFICES})[a-zà-ÿ-]+\W*$"
    rf"|(?:[\w’'-]+ ){{0,2}}(?:{_GOES_ON_SAYING})\b))"
)
"""Words of somebody whom a pronoun or a noun alone names, `"…", dit le maire.`, or who goes on speaking."""
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
    rf"|Il (?:{_NOBODY_SURELY_DOES})\b"
)
"""A conjunction of which one word alone would point back, and an `il` that is nobody."""
CONNECTIVE = (
    r"(?:Mais|Et) (?!si|quand|puis|alors|aussi|pas)|(?:Cependant|Toutefois|Pourtant|Par ailleurs|De plus|En outre), "
)
POINTS_BACK = r"\b(?:cela|ça|celui-ci|celle-ci|ceux-ci)\b"
EVENTS = frozenset(["affaire", "drame", "événement", "incident", "situation", "initiative", "annonce"])
KIN = nouns.KIN
OPENS_WITH_THIS = (
    r"(?:Face à |\w+ )?(?:[Cc](?:e|et|ette|es)|[Ll]es (?:deux|trois|quatre)) (?:nouve\w+ |jeunes? |premi\w+ |\d+ )?"
    r"([^\W\d_]{4,})(?: ([^\W\d_]{4,}))?"
)
ABOUT_ONE = (
    r"(?:[^:]{1,60} ?: ?)?(?:Une?|une?|L[ea]|l[ea]|L['’]|l['’]) ?(?:[\w-]+ )?"
    rf"(?:homme|femme|jeune|garçon|fille|fillette|enfant|bébé|adolescente?|ado|{nouns.PERSONS})\b"
)
HE = r"(?:[^.;«\"]{1,80}, )?(?:[Ii]l|[Ee]lle)\b"
TEASES = r"(?:C['’]|Ce (?:sont|fut|sera)|Ils?|Elles?|Y)\b"
TOLD_AHEAD = r"[\"“«]|(?:Ce )?[Cc]['’]|(?:Ce sont|Ils?|Elles?|On|Je|J['’]|Nous|Son|Sa|Ses|Leurs?)\b|D['’]un côté"
