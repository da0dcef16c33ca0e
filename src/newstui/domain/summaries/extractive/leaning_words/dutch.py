"""Phrases that lean on an earlier sentence in Dutch. One rule: a phrase here needs a mention.

`leaning_phrases` tells what each kind is for.
"""

from __future__ import annotations

_IT = r"(?:hij|zij|ze)\b"
_IS = (
    r"(?:is|zijn|was|waren|heeft|hebben|had|hadden|kan|kunnen|kon|konden|moet|moeten|moest|moesten|wil|willen|wilde"
    r"|wilden|zal|zullen|zou|zouden|wordt|worden|werd|werden|gaat|gaan|ging|gingen|komt|komen|kwam|kwamen|krijgt"
    r"|krijgen"
    r"|kreeg|kregen|blijft|blijven|bleef|bleven|blijkt|bleek|staat|staan|stond|ligt|lag|zegt|zei|vindt|vond|mag|mogen"
    r"|mocht|geldt|gold|begon|begonnen|maakt|maakte|volgde|verloor|won|stelt|liet|ontstond|verscheen|meldt|laat"
    r"|doet|kost|kostte|heet|heette|telt|telde|woont"
    r"|woonde|werkt|werkte|speelt|speelde|viel|vielen|vertrok|overleed|sprak|schreef|droeg|miste|zat|zaten|toont)\b"
)
"""The verbs that most often stand behind the first words."""
_TIME = (
    r"(?:week|maand|jaar|zomer|winter|herfst|lente|voorjaar|najaar|ochtend|morgen|middag|avond|nacht|weekend|weekeinde"
    r"|eeuw|seizoen|dagen|weken|maanden|jaren|keer|\w+dag|januari|februari|maart|april|mei|juni|juli|augustus|september"
    r"|oktober|november|december|moment|zondag|decennium|kwartaal|kabinetsperiode)"
)
TIMES = rf"(?i:(?:in |op |tot |van )?d(?:it|eze) {_TIME}\b)"
_WITH_DAAR = (
    r"(?:door|bij|op|over|toe|in|uit|onder|naast|entegen|tegenover|van|mee|voor|na|om|enboven|tussen|tegen|aan"
    r"|naartoe|vandaan|langs|achter|boven|vóór|heen|mede|naar)"
)
_NUMBER = (
    r"(?:\d|\w*(?:tien|tig|twaalf|elf|honderd|duizend|vijf|zes|zeven|acht|negen|drie|vier|twee|miljoen|half|anderhal))"
)
_ADDS = (
    rf"(?:daar{_WITH_DAAR}|hier{_WITH_DAAR}|er{_WITH_DAAR}|mede daardoor|vandaar|desondanks|desalniettemin|niettemin"
    r"|evenwel|integendeel|overigens|trouwens|immers|inmiddels|intussen|ondertussen|tegelijk|tegelijkertijd|tevens"
    r"|eveneens|evenmin|zodoende|bijgevolg|kortom|althans|namelijk|bijvoorbeeld|zelfs dan|toch|hoe dan ook|des te"
    r"|sterker nog|erger nog|beter gezegd|anders gezegd|met andere woorden|al met al|alles bij elkaar|als gevolg"
    r" (?:daar|hier)van|om die reden|ten (?:eerste|tweede|derde|slotte)|tot slot|anderzijds|enerzijds"
    r"|aan de (?:ene|andere) kant"
    r"|omgekeerd|op (?:zijn|haar|hun) beurt|van (?:zijn|haar|hun) kant|in (?:ruil|plaats) (?:daar|hier)voor"
    r"|in plaats daarvan|in tegenstelling daarmee|gevolg:|resultaat:|conclusie:|reden:|in ruil(?! voor)|in totaal"
    r"|aan de overkant|(?:het )?(?:gevolg|resultaat|probleem|nadeel"
    r"|voordeel|doel|idee|verschil|enige) (?:is|was)|wie [^.,]{1,40}, (?:is|zijn) (?:de|het)|met als gevolg)"
    rf"|(?:zo|wel|dan|toen|zo \w+) {_IS}|zo['’]n (?!{_NUMBER})\w+|(?:zulke|dergelijke|soortgelijke|zoiets|zo iemand)"
    r"|(?:een|geen) (?:dergelijke?|soortgelijke?|vergelijkbare?|vergelijkbaar|zelfde)\b(?!.{0,100} (?:als|met) )"
)
_WHEN = (
    r"(?:kort|vlak|even|niet lang|niet veel|direct|meteen|pas|iets|jaren|dagen|weken|maanden|uren) (?:daarna|daarvoor"
    r"|daarop|later|erna|ervoor|tevoren|eerder)\b(?! dan)"
    r"|(?-i:[^,.;]{1,40}\b(?:seconden?|minuut|minuten|kwartier|uur|uren|dag|dagen|week|weken|maand|maanden|jaar|jaren"
    r"|decennia) "
    r"(?:later|eerder|daarvoor|daarna|tevoren|erna|ervoor)\b(?! dan))"
    r"|de (?:volgende|vorige|dag|avond|ochtend|nacht|week) (?:dag|ochtend|morgen|avond|nacht|erna|ervoor|erop|daarna"
    r"|daarvoor|tevoren)\b|d(?:ie|at|ez)?(?:zelfde)? ?(?:zelfde|die) (?:dag|avond|nacht|ochtend|middag|week)"
    rf"|(?:later|eerder) (?:die|{_IS})|destijds|toentertijd|indertijd|aanvankelijk|voordien|nadien|sindsdien"
    rf"|tot dan toe"
    r"|tot die tijd|vanaf dat moment|(?:verderop|even verderop|ernaast|erachter|ter plaatse|ter plekke)"
)
_OTHERS = (
    r"(?:de|het) (?:twee|drie|vier|vijf|zes|zeven|beide)\b(?! (?:\w+ )?(?:van|die|dat|om|in|uit|grootste|belangrijkste"
    r"|laatste|eerste|andere)\b)|het (?:duo|trio|stel|tweetal|drietal|viertal|koppel|paar)\b"
    r"|(?:de|het|een|nog een|twee|drie|vier|enkele|sommige|alle|veel|de meeste|weer|bij|voor|volgens|op|in|geen)"
    r" (?:de |het |een )?andere?n?\b"
    r"(?! (?:kant|woorden|\w+ (?:die|dan)))|een (?:tweede|derde|vierde|vijfde)\b(?! (?:van|deel))"
    r"|(?-i:(?:[Dd]e|[Hh]et) (?:tweede|derde|vierde|vijfde)\b(?! (?:keer|helft|kwartaal|plaats|plek|dag|week|ronde"
    r"|divisie|maal|\w+ (?:van|die|dat|in|op)|van)\b))"
    rf"|(?:de|het) (?:eerste|laatste|oudste|jongste|grootste|kleinste|enige)(?:,| {_IS})|(?:het|de) ene\b"
    r"|(?:\w+|de meesten?|de helft|een deel|een aantal|geen enkele?|niet één) (?:van|onder) (?:hen|ze|die|deze|dezen"
    r"|beiden?|hun|de twee|de drie)\b|(?:de |het )?(?:laatst|eerst|boven)genoemden?|(?:het|de|dat|die)zelfde\b"
    r"|(?:sommigen|anderen|velen|enkelen|allen|allebei|alle (?:twee|drie|vier)|de rest|de meesten|de overigen?)\b"
    r"|(?:elk|ieder|geen) van beiden?|idem\b|nummer twee|andere\b(?! dan)|(?:van|onder|tussen|bij|voor) de (?:twee"
    r"|drie|vier)\b(?! (?:\w+ )?(?:van|die|om|in|uit"
    r"|grootste|belangrijkste)\b)"
)
"""One of several, or another one."""
_BEFORE_THAT = (
    r"(?:aan|achter|bij|binnen|boven|buiten|door|in|met|na|naar|naast|namens|om|onder|ondanks|op|over|rond|sinds|sedert"
    r"|tegen|tijdens|tot|tussen|uit|van|vanaf|vanuit|vanwege|volgens|voor|voorbij|wegens|zonder|gedurende|dankzij)"
)
_TO_THAT = (
    rf"(?!\w+ d(?:eze|it) {_TIME}){_BEFORE_THAT} (?:die|dat|deze|dit|zulke|dergelijke|zo['’]n|hem|haar|hen|beide"
    rf"|beiden|diezelfde|dezelfde"
    rf"|hetzelfde|hun)\b"
    r"|(?-i:[A-Z]?[^.,;:“\"A-Z]{1,60} (?:van|met|voor|door|bij|aan|over) (?:hem|hen)\b)|(?:hen|hem|hun)\b"
    r"|dat\b(?! (?:de|het"
    r"|een|er|veel|steeds|dit|deze|(?-i:[A-Z])))"
    r"|(?:als|toen|omdat|hoewel|nadat|voordat|terwijl|zodra|sinds|doordat|aangezien|zolang|of|al|mocht|wanneer) "
    rf"(?:{_IT}|dit|deze|dat (?!de|het|een)|die|hun)\b"
    r"|(?:mocht|had|heeft|is|was|zou|wil|kan|moet|krijgt) (?:hij|zij)\b"
    rf"|(?-i:(?:(?! en |\b(?:[Ii]n|[Oo]p|[Nn]aar|[Uu]it|[Bb]ij) [A-Z])[^.,;:“\"]){{1,80}} daar{_WITH_DAAR}?\b(?! waar))"
    rf"|(?-i:(?:(?! en )[^.,;:“\"]){{1,60}} (?:hier|er)(?:door|over|toe|aan|tegen|onder|mee)\b)"
    rf"|(?-i:[^.,;:“\"]{{1,60}} (?:echter|daarentegen|daarom|niettemin|desondanks|intussen|ondertussen|immers"
    rf"|evenmin|dus)\b)"
)
_IT_IS = (
    r"het (?:gaat|ging|zou gaan|betreft|betrof)(?! .{0,80}(?:slecht|goed|beter|slechter) (?:met|in))"
    r"|het (?:is|was|wordt|werd) (?:al |ook |pas |nu |daarmee |overigens )?(?:de|het) (?:\w+(?:ste|de))\b"
    r"|het (?:leidde|leidt|won|verloor|telt|telde|kreeg|bevat|bevatte|verscheen|verwacht|verwachtte|meldt|meldde|hoopt"
    r"|spreekt|stelt|noemt|wijst|eist|eiste|wil|wilde|omvat|werkt|zegt|zei|sloot|verkocht|maakte|maakt)\b"
)
_COMPARATIVE = (
    r"(?:hoger|lager|groter|kleiner|meer|minder|beter|slechter|erger|sneller|langzamer|trager|duurder|goedkoper|ouder"
    r"|jonger|zwaarder|lichter|sterker|zwakker|langer|korter|verder|vaker|ernstiger|drukker|harder|zachter|breder"
    r"|dieper|strenger|rustiger|moeilijker|makkelijker|ingewikkelder|warmer|kouder|droger|natter|soepeler)"
)
_COMPARES = (
    rf"(?-i:[^.;“\"]{{1,120}} (?:veel|een stuk|iets|flink|aanzienlijk|fors|procent|kwart|derde|helft|beduidend|nog"
    rf"|heel wat"
    rf"|stukken) {_COMPARATIVE}\b(?!.{{0,200}} (?:dan|naarmate)\b))"
    r"|(?-i:[^.;“\"]{1,120} (?:half|keer|maal) zo(?:veel| \w+)\b(?!.{0,200} als\b))|half zo \w+(?!.{0,200} als\b)"
    r"|(?:nooit eerder|nog nooit|niet eerder)\b.{1,120} (?:zo|zoveel|zulke?)\b(?!.{0,200} als\b)"
    r"|(?-i:[^.;“\"]{1,80} (?:hetzelfde|evenveel|even \w+)(?=[,.]))|(?:even|net zo) (?!veel later)\w+ (?:is|was"
    r"|zijn|waren)"
    r"|in (?-i:[A-Z]\w+) \w+ (?:dezelfde|hetzelfde)\b|(?:meer|verder|iets) naar het (?:noorden|zuiden|oosten"
    r"|westen)|(?:noordelijker|zuidelijker|westelijker"
    r"|oostelijker)\b"
)
"""A comparison whose other half is absent."""
_SAYS = (
    r"(?:zegt|zei|vertelt|vertelde|stelt|stelde|vindt|vond|denkt|dacht|meent|meende|verklaart|verklaarde|schrijft"
    r"|schreef|benadrukt|benadrukte|verzucht|verzuchtte|waarschuwt|waarschuwde|erkent|erkende|belooft|beloofde|hoopt"
    r"|hoopte|verwacht|verwachtte|concludeert|concludeerde|constateert|reageert|reageerde|antwoordt|antwoordde"
    r"|herinnert"
    r"|besluit|besloot|vervolgt|vervolgde|twitterde|lacht|lachte|klaagt|klaagde|roept|riep|voegt|voegde|geeft|gaf|legt"
    r"|legde|weet|wist|grapt|grapte|bromt|bromde|laat|liet)"
)
_QUOTATION = (
    rf"[\"“„‘'].{{1,400}}?[”\"’'],? (?:zo )?\w+ {_IT}"
    rf"|[\"“„‘'].{{1,400}}?[”\"’'],? (?:(?:aldus|volgens) (?:hem|haar|hen|dezelfde)|(?:klinkt|luidt|heet) het)\b"
    rf"|.{{1,300}}, (?:aldus|volgens) (?:hem|haar|hen)\W*$"
)
"""A quotation whose speaker stands elsewhere."""
OPENING = (
    rf"(?i:(?:{_ADDS}|{_WHEN}|{_OTHERS}|{_TO_THAT}|{_IT_IS}|{_COMPARES}|(?:ja|nee|misschien),)(?!\w))|{_QUOTATION}"
)
MEANWHILE = (
    r"(?:\S+ ){1,6}?\S+?,? (?:echter|daarentegen|daarom|bovendien|niettemin|desondanks|intussen|ondertussen|immers"
    r"|evenmin|namelijk|dus|daarna|vervolgens|inmiddels|op (?:zijn|haar|hun) beurt|overigens|trouwens)[ ,.]"
)
_ACTS = (
    "besluit|beslissing|maatregel(?:en)?|voorstel|akkoord|deal|aankondiging|aanval|aanslag|ongeluk|ongeval|incident"
    "|explosie|brand|stemming|uitspraak|vonnis|verklaring|verbod|staking|protest|botsing|aanrijding|schietpartij"
    "|steekpartij|vechtpartij|moord|overval|inbraak|diefstal|ontvoering|ontslag|aftreden|benoeming|veroordeling"
    "|vrijspraak|schorsing|sluiting|ontruiming|evacuatie|sloop|arrestatie|aanhouding|operatie|ontdekking|vondst"
    "|initiatief|idee|hoger beroep|ophef|schandaal|nieuws|overname|fusie|overeenkomst|verdrag|afspraak|onderzoek"
    "|rapport|peiling|ramp|tragedie|affaire|hack|lek|waarschuwing|belofte|beschuldiging(?:en)?|kritiek|oproep"
    "|plan(?:nen)?|ingreep|actie"
)
"""Acts, and what was said."""
_NOUNS = (
    rf"{_ACTS}|\d+-jarige(?! \w+ [A-Z])|reactie|vergadering|bijeenkomst|ontmoeting|gesprek|bezoek|reis|proces"
    r"|rechtszaak|straf|boete|vlammen|vuur|aardbeving|beving|storm|overstroming|val|misdrijf|misdaad|roof|vlucht"
    r"|vertrek"
    r"|keuze|uitslag|resultaten|resultaat|zege|overwinning|nederlaag|gelijkspel|wedstrijd|duel|finale|strijd|medaille"
    r"|titel|prijs|onderscheiding|brief|boodschap|bericht|video|beelden|foto['’]?s?|publicatie|interview|toespraak"
    r"|antwoord|uitleg|toelichting|motief|reden|oorzaak|doel|bedoeling|programma|campagne|hervorming|verandering(?:en)?"
    r"|wijziging(?:en)?|bezuiniging(?:en)?|verhoging|stijging|daling|verlaging|beperking(?:en)?|bevel|verzoek|procedure"
    r"|zaak|probleem|kwestie|vraag|situatie|toestand|verschijnsel|fenomeen|trend|project|bouw|werkzaamheden|tekst|wet"
    r"|wetsvoorstel|regeling|regel|bedrijf|onderneming|concern|fabrikant|groep|maatschappij|vervoerder|club|ploeg|team"
    r"|elftal|vereniging|organisatie|stichting|vakbond|bond|instelling|platform|directie|bemanning|man|vrouw|jongen"
    r"|meisje|kind|kinderen|tiener|jongeren?|bejaarde|echtpaar|stel|gezin|familie|vader|moeder|zoon|dochter|broer|zus"
    r"|echtgenoot|weduwe|bestuurder|automobilist|chauffeur|fietser|piloot|passagiers?|inzittenden?|agenten?|militairen?"
    r"|soldaten|patiënt(?:en)?|student(?:en)?|scholier(?:en)?|leerling(?:en)?|leraar|lerares|docent|rechter|advocate?"
    r"|officier|zakenman|politicus|politica|Kamerlid|wethouder|burgemeester|minister|staatssecretaris|kandidaat"
    r"|diplomaat|woordvoerder|woordvoerster|trainer|coach|bondscoach|speler|speelster|spits|aanvaller|verdediger"
    r"|middenvelder|doelman|keeper|schaatser|schaatsster|wielrenner|tennisser|atleet|atlete|daders?|auteur|schrijver"
    r"|schrijfster|acteur|actrice|zangere?s?|muzikant|kunstenaar|kunstenares|regisseur|wetenschappers?|onderzoekers?"
    r"|verdachten?|slachtoffers?|beklaagden?|overvallers?|inbrekers?|dief|dieven|schutter|overlevenden|gewonden|doden"
    r"|vermisten|bewoners|buren|omwonenden|actievoerders|demonstranten|stakers|werknemers|dorp|stad|wijk|gemeente"
    r"|eiland|gebouw|pand|huis|woning|kerk|brug|dam|stuwdam|schip|schepen|boot|tanker|vissersboot|vliegtuig|toestel"
    r"|helikopter|trein|bus|auto|wagen|voertuig|vrachtwagen|dier|dieren|hond|wolf|boek|roman|film|plaat|album"
    r"|schilderij"
    r"|doek|tekening|voorstelling|tentoonstelling|festival|evenement|ceremonie|plechtigheid|toernooi|lichaam|stoffelijk"
    r" overschot|wapen|bom|vaccin|medicijn|middel|behandeling|bedrag|geld|verschil|dienst|app|site|bouwwerk|schade"
    r"|fabriek|hotel|museum|restaurant|winkel|stadion|theater|tunnel|Fransman|Française|Zweed|Duitser"
    r"|Belg|Brit|Amerikaan|Spanjaard|Italiaan|Portugees|Deen|Noor|Fin|Rus|Pool|Turk|Griek|Zwitser|Oostenrijker|Ier"
    r"|Schot"
    r"|Sloveen|Kroaat|Serviër|Braziliaan|Argentijn|Australiër|Keniaan|Ethiopiër|Japanner|Marokkaan|Syriër|Iraniër"
    r"|Limburger|Brabander|Amsterdammers?|Rotterdammers?|Groningers?|Zeeuw|Vlaming|Nederlander"
)
_SPECIFIED = (
    r"(?!\w)(?! (?:van|over|om|dat|die|tussen|in|op|tegen|voor|met|aan|bij|uit|naar|tot|door|waar\w*|onder|achter|rond"
    r"|wegens|rondom|te|ter|binnen|wie|[A-Z]\w+)(?!\w))"
)
_NOUN = rf"(?P<noun>{_NOUNS}){_SPECIFIED}"
DEFINITE = (
    r"(?:[^,;“\"«]{1,60}, )?(?:(?:(?:Volgens|Voor|Bij|Na|Tijdens|Over|Met|Onder|Van|Aan|Door|Namens|In|Op"
    r"|Uit) )?(?:[Dd]e|[Hh]et)|[Bb]eide) (?:jonge |oude |bewuste |betrokken |gewonde |omgekomen "
    r"|voormalige"
    r" |nieuwe |\d+-jarige )?"
    rf"{_NOUN}"
)
INSIDE = (
    rf"\b(?:(?:{_BEFORE_THAT}|en|of|als) (?:die|dat|deze|dit|diezelfde) (?!{_TIME}|wel|niet|ook|al|nog|als|wordt|werd"
    r"|zijn|heeft|hebben|zich|kan|moet|meer)([a-zà-ÿ]{4,})\b"
    rf"|over de (zaak|kwestie){_SPECIFIED}|[Zz]o['’]n (?!{_NUMBER})([a-z]{{4,}})\b"
    r"|(?:zulke|dergelijke|soortgelijke|diezelfde|datzelfde) (\w{3,})"
    r"|(?:na|over|tegen|bij|voor|door|met|tijdens|sinds|volgens|dat|omdat|wegens|vanwege|van|op|aan|rond|uit|noemde"
    r"|noemt|betreurt|betreurde|bekritiseert|verwelkomt|veroordeelde|veroordeelt|bevestigde|bevestigt|onderzoekt"
    rf"|verdedigt|verdedigde) (?:de|het) ({_ACTS}){_SPECIFIED})"
    r"|(?:[\"”’'],? \w+|\b(?:werd|werden|wordt|worden|had|hadden|heeft|hebben|zou|zouden|kan|kon|moet|moest|wil|wilde"
    r"|zal|zullen|kwam|ging|kreeg|liet|bleek|blijkt|staat|stond|begon|gaat|mag|mocht)) (?:de|het) "
    rf"{_NOUN}"
)
MENTION = r"(?<!\w)@(?!\w)"
ALSO = r"ook(?! al| wel| niet)|eveneens|tevens|bovendien|immers|namelijk|evenmin"
PRONOUN = r"[A-Z][^.,«»“”\"A-ZÀ-Þ]{1,50}? (?:hij|zij|ze)\b|[A-Z][a-z]+ (?:hen|hem)\b(?! die\b)"
ENDS_WITH_SPEAKER = rf"[^“\"‘„].*,[”\"’]? {_SAYS} {_IT}[^,]{{0,30}}\.$"
_VERB = rf"(?:{_IS}|\w{{2,}}(?:de|den|te|ten)\b|ben\b|bent\b|doen\b|denk\w*\b|geven\b|geeft\b|weet\b|hangt\b|hoeft\b)"
ANSWER = (
    r"(?:Ja|Nee|Neen|Niet|Niets|Niemand|Nooit|Geen|Een beetje|Misschien|Moeilijk|Nauwelijks|Amper|Vooral|Alleen|Zeker"
    r"|Omdat|Doordat|Vanaf|Waarschijnlijk|Vermoedelijk|Wellicht|Hooguit|Minstens|Ongeveer|Pas|Meer|Minder|Weinig|Veel"
    r"|Heel|Soms|Dankzij|Juist|Eerder|Lang|Dat|Daar|Voorlopig|Om te|Nog|Zo['’]n)\b"
    rf"|[^,“\"]{{1,80}}, (?:zo )?(?:{_SAYS}|aldus|volgens|klinkt|rekent|schat)\b"
    rf"|(?:(?!\b{_VERB})[^.;“\"]){{1,120}}(?:, (?:die|dat|waar|wie|want|omdat)\b[^,]{{1,200}})?[.!]$"
)
"""The beginning of an answer right behind its question, or the whole of one without a verb."""
