"""Words that open a sentence which depends on the one before. One rule: first in a sentence they point back.

A summary's sentence that begins with one says "he" of nobody, or "but" to nothing.
"""

from __future__ import annotations

import re

from newstui.domain.summaries.extractive.leaning_phrases import patterns
from newstui.domain.summaries.extractive.terms import MARKS

_PRONOUNS = {
    "en": "he she it they his her its their him them this that these those such both there i we you my our",
    "fr": "il elle ils elles on ce cet cette ces c cela ça celui celle ceux celles son sa ses leur leurs lui je "
    "nous vous j y en",
    "vi": "anh chị ông bà họ nó cô bác cậu đây đó này tôi chúng mình người việc em điều thế vậy",
    "de": "er sie es ihr ihre sein seine dieser diese dieses diesem das dies dort dabei damit dafür dagegen daran "
    "darauf ihm ihn ihnen ich wir",
    "es": "él ella ellos ellas esto eso esta este estos estas ese esa esos esas su sus aquel allí ahí lo yo "
    "nosotros ello",
    "it": "lui lei loro egli ella esso essa essi questo questa questi queste quello quella suo sua suoi sue ciò io "
    "noi lì",
    "pt": "ele ela eles elas isto isso este esta estes estas esse essa esses essas seu sua seus suas aquilo lá eu nós",
    "nl": "hij zij ze dit dat deze die zijn haar hun daar daarbij daarmee daarvoor ik wij we",
    "sv": "han hon den det de detta denna dessa hans hennes deras där jag vi",
    "da": "han hun den det de dette denne disse hans hendes deres der jeg vi",
    "no": "han hun den det de dette denne disse hans hennes deres der jeg vi",
    "fi": "hän se he ne tämä tuo nämä nuo hänen heidän sen niiden minä me siellä siitä",
    "pl": "on ona ono oni one to ten ta te ci jego jej ich tam tego tej ja my",
    "cs": "on ona ono oni to ten ta ti ty tento tato jeho její jejich tam já my",
    "ru": "он она оно они это этот эта эти тот та те его её ее их там я мы",
    "uk": "він вона воно вони це цей ця ці той та ті його її їх там я ми",
    "tr": "o bu şu onlar bunlar şunlar onun bunun ben biz orada burada",
    "el": "αυτός αυτή αυτό αυτοί αυτές αυτά εκείνος εκείνη εκεί εγώ εμείς",
    "ro": "el ea ei ele acesta aceasta aceștia acestea asta acolo eu noi",
    "hu": "ő ők ez ezek az azok ott én mi",
    "id": "ia dia mereka ini itu hal tersebut saya kami kita",
    "ar": "هو هي هم هذا هذه ذلك تلك وهو وهي وهم أنا نحن هناك وهذا وذلك",
    "he": "הוא היא הם הן זה זאת זו אלה שם אני אנחנו",
    "hi": "वह वे यह ये उन्होंने उसने इसने उन्हें इन्हें उसे इसे उनका उनकी उनके उसका उसकी उसके इसका इसकी इसके इनका "
    "इनकी इनके उसमें इसमें उनमें इनमें उससे इससे उनसे इस उस इन उन मैं हम वहां वहाँ",
    "bn": "তিনি সে তারা এটি এটা এই সেই তার তাদের ওই আমি আমরা",
    "fa": "او آنها این آن وی ایشان من ما",
    "ko": "그는 그녀는 그들은 이는 이것은 그것은 이들은 이날 그가 그의",
}
_CONNECTIVES = {
    "en": "but however and so or yet also meanwhile moreover instead still then though although because nor "
    "thus therefore besides additionally furthermore nevertheless nonetheless otherwise afterwards "
    "consequently hence similarly likewise indeed too later elsewhere",
    "fr": "mais et ou donc or car ainsi aussi cependant pourtant toutefois enfin puis ensuite alors d par de "
    "également néanmoins pour surtout sinon",
    "vi": "nhưng và tuy song do vì ngoài bên đồng cũng sau theo trong hơn trước mặt tuy vậy còn thậm ngược riêng",
    "de": "aber und doch oder denn sondern auch so dann da nun deshalb deswegen daher jedoch trotzdem zudem "
    "außerdem dennoch allerdings stattdessen hingegen",
    "es": "pero y o ni también tampoco además así entonces sin luego después aunque porque mientras pues por",
    "it": "ma e ed o anche quindi però infatti inoltre poi così allora tuttavia invece dunque mentre perché",
    "pt": "mas e ou também além assim então porém contudo entretanto todavia depois embora porque pois",
    "nl": "maar en of dus want ook toch toen daarom echter bovendien verder daarna",
    "sv": "men och eller så också därför dessutom sedan däremot dock",
    "da": "men og eller så også derfor desuden siden dog",
    "no": "men og eller så også derfor dessuten siden likevel",
    "fi": "mutta ja tai myös siksi lisäksi kuitenkin sitten",
    "pl": "ale i a lub oraz więc jednak także również ponadto dlatego potem",
    "cs": "ale a i nebo proto však také navíc potom",
    "ru": "но и а или однако также тоже поэтому кроме затем потом при",
    "uk": "але і й а або однак також тому потім крім при",
    "tr": "ama fakat ancak ve ya ayrıca sonra böylece",
    "el": "αλλά και ή όμως επίσης έτσι μετά ωστόσο",
    "ro": "dar și sau însă deci apoi totuși",
    "hu": "de és vagy azonban ezért majd",
    "id": "tetapi tapi dan atau namun selain karena sementara lalu kemudian",
    "ar": "لكن ولكن كما و أو ثم لذلك وأضاف وتابع وقال",
    "he": "אבל אך גם לכן או עם",
    "hi": "लेकिन और या फिर इसलिए साथ वहीं हालांकि हालाँकि जबकि",
    "bn": "কিন্তু এবং তবে তাই আর",
    "fa": "اما و یا همچنین پس سپس",
    "ko": "그러나 하지만 또 또한 그리고 이에 따라서 한편 그래서",
}
PRONOUNS = {lang: frozenset(words.split()) for lang, words in _PRONOUNS.items()}
"""Language → pronouns and demonstratives, in lower case."""
CONNECTIVES = {lang: frozenset(words.split()) for lang, words in _CONNECTIVES.items()}
"""Language → conjunctions and adverbs that join a sentence to the one before."""
NAMED_BY_PRONOUN = frozenset({"vi"})
"""Languages whose pronouns also stand before names (`Ông Nam`), so a pronoun alone proves nothing."""

_DEPENDENT = {
    "en": "he she it they his her its their them him this that these those such but however and or yet nor moreover"
    " instead still meanwhile furthermore nevertheless nonetheless otherwise consequently similarly likewise "
    "also so"
    " then both others another neither either formerly thus therefore hence indeed additionally besides afterwards"
    " later again too elsewhere secondly thirdly lastly finally ultimately separately",
    "fr": "c il elle ils elles son sa ses leur leurs ce cet cette ces cela ça celui celle ceux celles lui mais"
    " cependant pourtant toutefois néanmoins ensuite alors puis donc or elles eux y ainsi aussi également enfin"
    " finalement auparavant autrefois jadis et ou car sinon",
    "vi": "anh chị ông bà họ nó cô bác cậu hắn đây đó này nhưng tuy song vậy thế điều",
    "de": "er sie es ihr ihre ihm ihnen sein seine seinen seinem seiner ihren ihrem ihrer dieser diese"
    " dieses diesem diesen dies dabei damit dafür dagegen darauf daran darüber darum davon dazu dadurch daraus "
    "darin"
    " danach davor dahinter hierzu hierbei hiermit hierfür dort damals anschließend ferner solche solcher beide "
    "andere"
    " letztere ersterer aber doch jedoch allerdings dennoch trotzdem zudem außerdem stattdessen hingegen deshalb "
    "daher"
    " deswegen folglich somit schließlich zuvor ebenso ebenfalls gleichzeitig unterdessen inzwischen "
    "mittlerweile sonst"
    " ansonsten nämlich und oder sondern denn also so dann auch später weiterhin einst früher ehemals vormals "
    "jene jener jenes"
    " derselbe dieselbe dasselbe ersteres letzteres beides beiden dessen deren zweitens drittens viertens "
    "letztlich indes"
    " gleichwohl wiederum vielmehr seither seitdem vorher nachher hinterher",
    "es": "él ella ellos ellas esto eso esta este estas estos ese esa esos esas su sus pero además también entonces"
    " tampoco luego aquel aquella aquello aquellos aquellas dicho dicha dichos dichas así asimismo ambos ambas otro"
    " otra otros otras después finalmente otrora ello"
    " consecuentemente adicionalmente contrariamente paralelamente igualmente antiguamente anteriormente "
    "posteriormente y o ni sino pues"
    " allí ahí",
    "it": "lui lei loro egli essa questo questa questi queste quello quella suo sua suoi sue ma però inoltre tuttavia",
    "pt": "ele ela eles elas isto isso este esta estes estas esse essa esses essas seu sua seus suas mas porém"
    " contudo também além",
    "da": "han hun hans hendes deres denne dette disse dem ham hende begge men dog derfor desuden også derudover"
    " samtidig herefter derefter imidlertid således alligevel derimod jeg vi min mit mine vores",
}
_DEPENDENT |= {
    "it": _DEPENDENT["it"] + " ciò così quindi infatti dunque allora poi però anche invece entrambi altri"
    " altre pertanto perciò nonostante mentre ed o e",
    "pt": _DEPENDENT["pt"] + " assim então porém entretanto todavia ambos ambas outro outra outros outras e ou lá"
    " portanto finalmente aquele aquela",
    "nl": "hij zij ze dit deze die zijn haar hun daar daarbij daarmee daarvoor daarna daarom maar en of dus ook"
    " toch echter bovendien verder beide anderen vervolgens uiteindelijk want",
    "sv": "han hon detta denna dessa hans hennes deras där men och eller också därför dessutom däremot dock"
    " båda samtidigt slutligen dem",
    "no": "han hun dette denne disse hans hennes deres men og eller også derfor dessuten likevel begge samtidig"
    " deretter dem",
    "fi": "hän he se ne tämä tuo nämä nuo hänen heidän sen niiden siellä siitä mutta ja tai myös siksi lisäksi"
    " kuitenkin sitten molemmat",
    "pl": "on ona ono oni one to ten ta te ci jego jej ich tam tego tej ale i a lub oraz więc jednak także"
    " również ponadto dlatego potem obaj obie następnie",
    "cs": "on ona ono oni to ten ta ti ty tento tato jeho její jejich tam ale a i nebo proto však také navíc potom oba",
    "ru": "он она оно они это этот эта эти тот та те его её ее их там но и а или однако также тоже поэтому кроме"
    " затем потом тогда оба обе такой такая такие",
    "uk": "він вона воно вони це цей ця ці той та ті його її їх там але і й а або однак також тому потім крім"
    " тоді обидва",
    "tr": "o bu şu onlar bunlar şunlar onun bunun orada burada ama fakat ancak ve veya ayrıca sonra böylece",
    "el": "αυτός αυτή αυτό αυτοί αυτές αυτά εκείνος εκείνη εκεί αλλά και ή όμως επίσης έτσι μετά ωστόσο",
    "ro": "el ea ei ele acesta aceasta aceștia acestea asta acolo dar și sau însă deci apoi totuși",
    "hu": "ő ők ez ezek azok ott de és vagy azonban ezért majd",
    "id": "ia dia mereka ini itu tetapi tapi dan atau namun lalu kemudian",
    "fa": "او آنها این آن وی ایشان اما و یا همچنین پس سپس",
    "ko": "그는 그녀는 그들은 이는 이것은 그것은 이들은 그가 그의 그러나 하지만 또 또한 그리고 이에 따라서 한편 그래서",
    "bn": "তিনি সে তারা এটি এটা এই সেই তার তাদের ওই কিন্তু এবং তবে তাই আর",
    "he": "הוא היא הם הן זה זאת זו אלה שם אבל אך גם לכן או",
}
_OPENING = re.compile(rf"((?:[^\W\d_]|[{MARKS}])+)\W+(\w)?")
_SAID_ALL = re.compile(r"[\"“„«][^\"”“»]*[\"”“»]\W*$")


def is_dependent(sentence: str, lang: str) -> bool:
    """Returns True for a sentence that opens with a reference to the one before, or with a quotation without its
    speaker.
    """
    phrases = patterns(lang)
    if sentence.startswith(('"', "“", "„", "«")):
        return bool(_SAID_ALL.match(sentence) or phrases.nameless_speaker.search(sentence))
    if phrases.complete.match(sentence):
        return False
    if phrases.pronoun.match(sentence):
        return True
    opening = _OPENING.match(sentence)
    if not opening or opening[1].lower() not in DEPENDENT.get(lang, frozenset()):
        return False
    return lang not in NAMED_BY_PRONOUN or not (opening[2] or "").isupper()


DEPENDENT = {lang: frozenset(words.split()) for lang, words in _DEPENDENT.items()}
"""Language → words that, at the start of a sentence, refer to the sentence before or answer it."""
