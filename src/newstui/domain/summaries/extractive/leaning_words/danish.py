"""Phrases that lean on an earlier sentence in Danish. One rule: a phrase here needs a mention.

`leaning_phrases` tells what each kind is for; words within a sentence are in `danish_within`, nouns in `danish_nouns`.
"""

from __future__ import annotations

from newstui.domain.summaries.extractive.leaning_words.danish_within import TIME as _TIME
from newstui.domain.summaries.extractive.leaning_words.danish_within import own_needs

_IS = (
    r"(?:er|var|har|havde|kan|kunne|skal|skulle|vil|ville|må|måtte|bør|burde|bliver|blev|får|fik|går|gik|kommer|kom"
    r"|står|stod|ligger|lå|tager|tog|gør|gjorde|giver|gav|ser|så|siger|sagde|ved|vidste|holdt|lod|lader|lyder|lød"
    r"|fandt|faldt|fløj|hed|løb|satte|skrev|sad|trak|vandt|døde|slog|viste|mente|mistede|\w{2,}er)\b"
)
"""The verbs that most often stand behind the first words; in the present tense nearly all end in `-er`."""
_VERB = rf"(?:{_IS}|[a-zæøå]+[dt]e\b)"
_SAYS = (
    r"(?:siger|sagde|fortæller|fortalte|mener|mente|forklarer|forklarede|tilføjer|tilføjede|skriver|skrev|spørger"
    r"|spurgte|svarer|svarede|konstaterer|konstaterede|understreger|understregede|fortsætter|fortsatte|udtaler|udtalte"
    r"|oplyser|oplyste|fastslår|fastslog|vurderer|vurderede|påpeger|påpegede|erkender|erkendte|beretter|berettede"
    r"|tror|troede|synes|syntes|lover|lovede|uddyber|uddybede|advarer|advarede|lyder det|lød det|hævder|hævdede"
    r"|indrømmer|indrømmede|kalder|kaldte|råber|råbte|griner|grinede|slutter|sluttede|pointerer|pointerede)"
)
TIMES = rf"(?:I |På |Under |Til |Fra )?(?:[Dd]enne|[Dd]ette|[Dd]isse) (?:\w+s )?{_TIME}s?\b"
"""Times that every reader knows: a demonstrative before them points at today."""
_WITH_DER = (
    r"(?:Der|Her)(?:af|blandt|efter|fra|for|hen|henne|iblandt|igennem|imellem|imod|inde|ind|med|mellem|mod|næst|nede"
    r"|omkring|om|op|oppe|over|over for|på|til|ude|ud|udover|under|ved)\b"
)
_FOR = (
    r"For (?:det|der|de|den|han|hun|vi|man|jeg|du|mens|hvis|når|selvom|selv om|på trods|trods|ellers|nu|så|her|hvad"
    r"|hvordan|hvor|uden|ikke|som|da|siden|i (?:dag|virkeligheden|modsætning)|ingen|både|også|alle \w+, men|[A-ZÆØÅ]\w+"
    rf" (?:[A-ZÆØÅ]\w+ )?{_IS})\b|For \w+ {_IS} "
)
"""`For` as a conjunction: a subject, an adverb or another conjunction is behind it."""
_ADDS = (
    rf"Og\b|Eller\b|{_FOR}|{_WITH_DER}|Så\b(?! (?:sent|længe|snart|vidt|tidligt|mange|meget|få|stor\w*)\b)"
    r"|Dermed|Endvidere|Ydermere|Tillige|Tilmed|Ligeledes|Yderligere\b(?! \d)|Oven ?i ?(?:købet|det)|Dertil"
    r"|For det (?:første|andet|tredje)|Altså|Nemlig|Eksempelvis|For eksempel|Blandt andet|Især|Ikke mindst"
    r"|Ikke (?:alene|blot|kun|fordi|så)|Enten\b(?!.{1,80} eller)|Ligesom\b"
    r"|(?:Både|Især|Enten|Også) (?:i|på|af|til|med|for|om|fra|ved|efter|fordi|da|når)\b"
    r"|Det vil sige|Med andre ord|Kort sagt|Som sagt|I øvrigt"
    r"|For øvrigt|Forøvrigt|På den (?:måde|anden side|ene side|baggrund|led|vis)|Følgelig|Deraf|Derfra|Hermed"
    r"|I (?:det|den) (?:forbindelse|tilfælde|sammenhæng|henseende|situation)|I så fald|Endelig\b|Endeligt|Desværre"
    r"|Hvilket|Hvorefter|Hvorved|Sådan\b(?! (?:gør|undgår|får|kan|bruger|laver) du)|Netop (?:derfor|det|den|de|her)"
    r"|Resultatet (?:er|blev|var)|Til gengæld|I (?:modsætning|forhold|tillæg) (?:her|der)til|Det gælder"
)
"""Openings that go on with a sentence, add to it or explain it."""
_AGAINST = (
    r"Tværtimod|Omvendt|Derimod|I stedet\b(?! for)|Alligevel|Trods (?:det|alt|dette)\b|På trods af (?:det|dette)"
    r"|Til trods for (?:det|dette)|Ikke desto mindre|Stik imod|Ganske vist|Godt nok|Frem for alt"
)
_WHEN = (
    rf"Siden (?:da\b|dengang|hen|{_IS})|Senere\b|(?:Kort|Kort tid|Lige|Umiddelbart|Straks|Lidt|Snart|Ikke længe) "
    rf"(?:forinden|senere|derefter|herefter|derpå|(?:efter|før|inden)(?:,| {_VERB}))|Efterfølgende|Sidenhen|Forinden"
    rf"|Dengang {_VERB}|Indtil da\b|Inden da\b|Fra da af|I mellemtiden|Imens|Undervejs|Til sidst"
    rf"|I første omgang|I anden omgang|(?:Dagen|Ugen|Året|Aftenen|Måneden|Natten|Morgenen) (?:efter|før|inden|derpå)"
    rf"(?:,| {_VERB})|Samme (?:dag|aften|nat|morgen|uge|måned|år|tid|sted|eftermiddag|formiddag|periode)\b(?!,? (?:som"
    r"|hvor))|På (?:det|samme) tidspunkt|I det øjeblik\b(?! da)|Hidtil\b"
    r"|[^\d]{1,60} (?:sekunder|minutter|kvarter|timer?|dage?|uger?|måneder|måned|år) (?:senere|forinden)\b(?! end)"
)
"""Times that count from one that is not said in the sentence."""
_OTHERS = (
    r"De (?:to|tre|fire|fem|seks|syv|otte|ni|ti)\b(?! (?:første|sidste|største))|I begge|Begge\b|Andre\b(?! steder i)"
    r"|(?:En|Et|Den|Det|De) (?:anden|andet|andre|tredje|fjerde|ene|øvrige|resterende)\b(?! \w+ (?:som|der)\b)"
    rf"|(?:Den|De|Det) (?:første|sidste|ældste|yngste) (?:{_IS}|af (?:dem|disse|de))"
    r"|(?:\w+|Et par|En del|En række|De fleste) (?:\w+ )?"
    r"af (?:dem|disse|de (?:to|tre|fire|fem|\d+)\b(?!(?: \w+){1,3},? (?:der|som)\b))"
    rf"|(?:Sidstnævnte|Førstnævnte|Hovedparten|Flertallet|Resten) {_IS}|En (?:lignende|tilsvarende) \w+"
)
"""One of several, or another one."""
_TO_THAT = (
    r"Det (?:samme|omvendte|modsatte|hele)\b|(?:Ifølge|Med|Efter|For|Om|Af|Til|Over for|Hos|Ved|Uden|Mod|Imod|Fra|På"
    r"|I|Blandt|Mellem|Under|Trods) (?:ham|hende|dem|dette|disse|denne|det|den)\b"
    rf"(?!,? (?:der|som|\w+e |\d|{_TIME}|[A-ZÆØÅ]))(?! \w+,? (?:som|der|hvor|at)\b)"
    r"|(?:På|I|For|Til|Med|Efter|Ved|Af|Om|Fra|Under|Ifølge) (?:hans|hendes|deres|dens|dets)\b"
    r"|(?:Da|Når|Hvis|Mens|Fordi|Selvom|Selv om|Efter at|Inden|Før|Indtil|Siden) (?:han|hun|de|dette)\b(?! \w+e\b)"
    r"|(?:Da|Når|Hvis|Mens|Fordi) (?:den|det)\b(?! \w+e\b)"
    r"|Ordene (?:kommer|falder|faldt|stammer|er)"
)
_PAST = (
    r"(?:betød|efterlod|efterlader|gjorde|gav|lod|kom|fik|gik|stod|lå|tog|sagde|skrev|førte|vakte|viste|lykkedes|førte"
    r"|krævede|skabte|udløste|godkendte|bekræftede|afviste|mente|fandt|skete|handlede|omfattede|skyldtes|kostede"
    r"|ændrede|ramte|åbnede|bremsede|forsøgte|prøvede|ønskede|begyndte|endte|blev|sluttede|måtte)"
)
_IT = (
    r"(?:Den|De) (?:er|var|har|havde|kan|kunne|skal|skulle|vil|ville|må|måtte|bør|burde|blev|fik|gik|kom|stod|lå|tog"
    rf"|så|{_PAST}|[a-zæøå]{{2,}}er)\b"
    rf"|Det (?:{_PAST}|har|havde|kan|kunne|skal|skulle|vil|ville|må|måtte|bør|burde)\b"
    r"(?!(?: \w+){0,2} (?:være|ske|tænkes|regne|sne)\b|(?<=blev)[^.]{1,90}, (?:der|som)\b)"
    r"|Det (?!er\b|bliver\b|ser\b|lader\b|gælder\b|handler\b|regner\b|sner\b|kræver\b"
    r"|nytter\b|hjælper\b|lønner\b|betaler\b)[a-zæøå]{2,}er\b"
    r"|Det (?:ser|handler|kræver)\b(?! (?:ud til|om))"
    r"|(?:Den|Det) (?![a-zæøå]*er\b|være|som|at\b|var\b|har\b|kan\b|vil\b|skal\b|så\b|blev\b|må\b)[a-zæøå]+[^e\W]\b"
    r"(?! (?:der|som|[a-zæøå]+(?:en|et)\b))"
    r"|Den slags\b|De (?:penge|ord|dage|år|tal|forhold|problemer|mange)\b(?! (?:der|som|\w+ (?:der|som))\b)"
)
"""A pronoun as the subject, and a demonstrative: a Danish noun with `den` before it and nothing between points back."""
_PERSONS = (
    r"Den (?:\w+-årige )?(?:tiltalte|sigtede|anholdte|dræbte|afdøde|mistænkte|dømte|fængslede|formodede|omkomne"
    r"|kvæstede|tilskadekomne|forulykkede|anklagede|pågældende|nævnte|omtalte)\b"
)
_SAID = (
    r"[-–] (?!.*\b(?:siger|fortæller|skriver|lyder|forklarer|mener|tilføjer|sagde|udtaler|oplyser|understreger"
    r"|fortsætter|vurderer|lød|påpeger|udtalte|fortalte|spørger|spurgte|skrev|beretter|konstaterer|fastslår)\b)"
)
"""Words that somebody said, whom the sentence does not name."""
OPENING = (
    rf"(?:{_ADDS}|{_AGAINST}|{_WHEN}|{_OTHERS}|{_TO_THAT}|(?:Ja|Nej|Jo|Jovist|Jamen|Tja|Nå|Mon|Javist|Næ)[ ,])(?!\w)"
    rf"|Her (?:{_IS}|\w+[dt]e )|{_IT}|{_PERSONS}|{_SAID}"
    r"|[A-ZÆØÅ][^A-ZÆØÅ»”\".]{3,60} (?:ham|hende|dem)\b(?!,? (?:der|som)\b)|(?:Lige|Dobbelt|Halvt) så \w+"
)
MEANWHILE = r"[^,.;:»\"”]{1,80} igen\b"
OWN_NEEDS = own_needs
ALSO = r"også|ovenikøbet|ydermere"
ENDS_WITH_SPEAKER = rf".{{1,600}}[,?!.][\"”“«»']*,? {_SAYS} (?:han|hun|de)\b"
"""Words of somebody whom only a sentence near before them names."""
MYSELF = r"\b[Jj]eg\b|\b[Mm]i(?:n|t|ne)\b|\b[Mm]ig\b"
PRONOUN = (
    r"[A-ZÆØÅ][^.,«»“”\"A-ZÀ-Þ]{1,50}? (?:han|hun)\b|[A-ZÆØÅ]\w+ (?:er|var|har|blev) den (?:for|nu|dog|ikke|også|så)\b"
    r"|[A-ZÆØÅ][a-zæøå]+ (?:dem|ham|hende)\b(?!,? (?:der|som)\b)"
)
ANSWER = (
    r"(?:[-–»\"”] ?)?(?:Ja|Nej|Jo|Ikke|Intet|Ingen|Aldrig|Måske|Næppe|Kun|Først og fremmest|Delvist|Fordi|Formentlig"
    r"|Omkring|Mindst|Absolut|Det|Den|De|Her|Fra|Ved at|Helt|Sandsynligvis|Nok|Jeg|Vi)\b"
    rf"|[^,“”\"]{{1,80}}, (?:{_SAYS}|ifølge)\b"
)
"""The beginning of an answer right behind its question."""
