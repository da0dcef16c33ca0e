"""Words that tell a full stop from a point. One rule: what stands here is a fact about a language, not about newstui.

Every entry is in lower case and without its last point; inner points stay (`e.g`).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Words(NamedTuple):
    """The meaning of points and capitals in a language."""

    never: frozenset[str]
    """A point after these never ends a sentence: titles, `e.g.`, `bzw.`"""
    numbered: frozenset[str]
    """Abbreviations before a number (`No. 5`, `p. 12`); before anything else their point is a full stop."""
    perhaps: frozenset[str]
    """Abbreviations that end a sentence only where the next word is one that starts sentences: `Inc.`, `etc.`, `Jan.`
    """
    starters: frozenset[str]
    """Words that, with a capital, begin a sentence more often than a name."""
    capital: frozenset[str] = frozenset()
    """Abbreviations only with a capital letter: `Sun.` is a day, `the sun.` ends a sentence."""
    dates: frozenset[str] = frozenset()
    """Months and years: they end a sentence before a capital, but not where they open one (`In Dec. Congress`)."""
    states: frozenset[str] = frozenset()
    """Behind a town and a comma these end a sentence before a capital: `in Reno, Nev. Police`."""
    streets: tuple[str, ...] = ()
    """Ends of words that point at a number: `Hauptstr. 5`."""
    known: frozenset[str] = frozenset()
    """All of these and the units: what is not among them and has five letters is no abbreviation."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEVER = {
    "en": "mr mrs ms mx messrs dr drs prof gen lt col maj capt cmdr adm sgt cpl pvt brig sen rep gov pres hon rev fr"
    " supt det insp sens reps gens profs govs revs ofc ens bp abp commr mt ft vs v e.g i.e cf viz approx lt.col"
    " lt.gen maj.gen st.louis pte dept atty asst assoc msgr amb ald cllr comdr rt rtd spc pfc spokesp m.r u.s.s"
    " h.m.s ca",
    "de": "dr fa prof hr hrn fr dipl ing mag bzw z.b d.h u.a z.t i.d.r ca vgl evtl ggf sog sogen bspw geb gest inkl"
    " exkl insb insbes rd vmtl zzgl st frhr mind max min allg urspr ev kath röm österr dt schweiz abs.gen gen"
    " u dipl.-ing m.e s.o s.u lt gem bez betr einschl",
    "fr": "m mm mme mmes mlle mlles dr me mgr pr st ste cf env p.ex av apr boul éd vs lt col gal cdt cne",
    "es": "sr sra srta sres sras dr dra d dña da prof profa gral cnel tte lic ing arq mons fr sto sta p.ej aprox av"
    " avda pdte ud uds excmo ilmo vs hnos",
    "it": "sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa avv ing arch geom rag on sen gen col cap mons p.es"
    " es cfr vs s ss san mr",
    "pt": "sr sra srta sres dr dra drs prof profa eng gal cel ten exmo exma p.ex av vs d dom sto sta min des dep"
    " sen gov",
    "nl": "dhr mevr mw dr drs ir ing mr prof ds bijv bv o.a d.w.z m.b.t t.a.v i.p.v ca resp nl t.o.v m.n evt incl"
    " excl vs st a.u.b m.i gen jhr",
    "sv": "dr prof hr fr t.ex bl.a d.v.s dvs s.k ca jfr resp inkl exkl f.d p.g.a m.a.o t.o.m fr.o.m bl f.n o.d e.d"
    " sta kungl",
    "da": "dr prof hr fr f.eks bl.a dvs ca jf inkl ekskl fhv sgl pga mht ift vedr evt hhv skt kgl kl bl f.x f",
    "no": "dr prof hr fr f.eks bl.a dvs ca jf inkl ekskl pga mht ift vedr evt hhv st kgl bl f",
    "fi": "esim ts prof dr tri mm nk ks vrt n ns mrs mr",
    "pl": "dr prof mgr inż ks gen płk ppłk mjr kpt por ppor św pw red tzw tzn np m.in m.inn zob ok ul al pl im hab"
    " dyr sp bł o ob abp bp kard hr tj sierż insp nadinsp lek adm doc",
    "cs": "dr prof mgr ing bc mudr judr phdr rndr doc gen plk pplk mjr kpt sv tzv např tj mj resp cca p pí popř"
    " zejm arch akad kard nám ul event",
    "ru": "гг ул им проф акад доц т.е т.к т.н напр см ср св гр гос ген пос просп пр-т пл пер обл р-н тов полк кап"
    " лейт инж зам ред оз",
    "uk": "вул ім проф акад доц т.зв напр див пор св гр ген обл р-н смт пл просп тов полк",
    "tr": "dr prof doç yrd av sn bkz örn hz op uzm öğr gör alb org tuğg tümg yb mim müh ort",
    "el": "κ κ.κ δρ καθ π.χ δηλ βλ αγ στρ λεωφ οδ κος κα",
    "vi": "tp tx tt ts ths pgs gs bs ks cn lm tgđ pgđ ub st mr ms mrs dr q p h đ.c pgs.ts gs.ts gs.tskh ts.bs",
    "ro": "dl d-l dna d-na dr prof ing av gen col lt str bd sf dvs cca p.ex jud mun",
    "hu": "dr id ifj prof özv pl ún kb st szt vö ill tkp mr mrs szerk ford",
    "id": "dr drs dra ir prof h hj kh tn ny sdr jl gg bpk ibu ust rm st yth tgl kec kab kel jend letjen mayjen"
    " brigjen kol",
    "ar": "د أ م ص ا أ.د ت ه",
    "he": "ד פרופ' גב' מר",
    "hi": "डॉ डा प्रो श्री पं कु रु मो एड इं से स",
    "bn": "ডা ড মো মোঃ মি মিসেস অধ্যাপক",
    "fa": "د آ م",
}
_NUMBERED = {
    "en": "no nos p pp vol ch fig figs art sec para ver ed nr op eq pt rs rp tk ksh",
    "de": "nr abs art s kap bd abb str ziff fig tel ausg aufl",
    "fr": "n p pp vol art chap fig no t al",
    "es": "n núm nº pág págs p pp art vol cap fig no tel",
    "it": "n nn sec cap art pag pagg p vol cap fig tel",
    "pt": "n nº núm pág p art vol cap fig tel",
    "nl": "nr blz art p hfst afb nrs tel",
    "sv": "nr s kap kl art st",
    "da": "nr s kap kl art stk tlf str maks ver",
    "no": "nr s kap kl art",
    "fi": "n:o nro s kpl klo",
    "pl": "nr str art poz ust pkt rozdz s godz tel",
    "cs": "č čís s str odst čl kap tel",
    "ru": "ст п пп рис табл № гл стр т",
    "uk": "ст п пп рис табл гл стр т",
    "tr": "no s sf md",
    "el": "αρ σελ παρ αριθ",
    "vi": "số đ",
    "ro": "nr art pag alin cap",
    "hu": "sz o",
    "id": "no hlm pasal rp",
}
_PERHAPS = {
    "en": "inc ltd co corp llc plc bros jr sr etc al ave blvd rd st sq hwy jan feb mar apr jun jul aug sep sept oct"
    " nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan"
    " ky la md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ph.d m.d b.a m.a"
    " u.s u.k u.n e.u d.c a.d b.c est dist div mfg natl intl univ min max hr hrs lb lbs oz ext mgr esq n.y n.j"
    " n.c s.c l.a n.h n.m s.d n.d r.i w.va ont que p.s n.b",
    "de": "usw etc str jan feb febr apr jun jul aug sept okt nov dez mio mrd tsd co jh jhd std o.ä u.ä usf nchr"
    " vchr v.chr n.chr u.a.m uvm jr sen inc ltd hl",
    "fr": "gén gal cap sgt adj brig min etc janv févr avr juil sept oct nov déc hab j.-c bd jr sr inc ltd co",
    "es": "gral cap cte tte cnel alm sen min pdte gob alc dip lcdo lcda sgto cmdte etc ee.uu ene feb abr jun jul ago"
    " sept oct nov dic cía s.a c.v a.c d.c ctvo dpto inc ltd ud uds ee uu rr.hh ff.aa jj.oo hnos jr",
    "it": "ten magg brig min pres sen cav comm amm ecc etc gen feb mar apr giu lug ago set sett ott nov dic s.p.a"
    " s.r.l a.c d.c inc ltd",
    "pt": "gen cap maj ten min sgt alm brig pe etc jan fev abr jun jul ago nov dez s.a ltda cia eua d.c a.c inc jr",
    "nl": "kol kap lt gen min burg past enz etc e.d jan feb mrt apr jun jul aug sept okt nov dec str n.v b.v v.chr"
    " n.chr jl",
    "sv": "gen kapt adv ing doc osv o.s.v m.m m.fl etc jan feb mar apr jun jul aug sept okt nov dec milj mkr kr st",
    "da": "gen adv adm kapt ing pol pr osv m.m m.fl m.v mv etc jan feb mar apr jun jul aug sep sept okt nov dec mio"
    " mia kr",
    "no": "gen adv adm kapt ing pol pr osv m.m m.fl etc jan feb mar apr jun jul aug sept okt nov des mill mrd kr",
    "fi": "jne ym yms mrd milj e.kr j.kr klo",
    "pl": "min woj kpr asp kom prez wicemin itd itp r w tys godz ul s.a o.o n.e p.n.e in pt al",
    "cs": "min por posl prim atd apod aj r tis mil mld kč hod s.r.o a.s o.p.s př.n.l",
    "ru": "тыс руб коп др пр т.д т.п н.э в вв г гг г.г мин сек кв куб чел долл ж.д у.е эт",
    "uk": "тис грн коп ін т.д т.п н.е р рр ст хв сек чол дол",
    "tr": "gen alb bnb yzb korg vb vs m.ö m.s a.ş ltd şti tic san mah cad sok apt t.c",
    "el": "υπ κ.λπ κλπ κ.ά μ.χ π.μ μ.μ αρ α.ε ε.ε η.π.α ηπα κ.α",
    "vi": "v.v vv tp.hcm co ltd jsc",
    "ro": "gen min sen dep cpt plt etc s.a s.r.l ş.a ș.a î.hr d.hr",
    "hu": "alez ezr őrgy vez stb kft rt bt zrt nyrt jan febr márc ápr máj jún júl aug szept okt nov dec i.e i.sz u"
    " hrsz",
    "id": "pol komjen irjen kombes kompol dll dsb dst tbk pt cv s.h s.e m.si s.pd jan feb mar apr jun jul agt sep"
    " okt nov des rp",
}
_STARTERS = {
    "en": "the a an he she it they we you i this that these those there his her its their our my your but and so or"
    " yet nor in on at by for from with as if when while after before since although though because however"
    " meanwhile moreover instead still then now here what who why how where which some many most all both each"
    " every no not one two three several other another such according also even only just once until during"
    " despite under over to of about between through among more last next earlier later today yesterday"
    " tomorrow well yes let do did does is are was were has have had can could will would should may might"
    " people officials critics experts police investigators nobody everyone everybody nothing something anyone"
    " someone",
    "de": "der die das den dem des ein eine einer eines einem einen er sie es wir ihr ich man sein seine ihre unser"
    " mein dieser diese dieses diesem jener jene und aber doch oder denn sondern auch so dann da dort hier nun"
    " jetzt heute gestern morgen in im am an auf aus bei mit nach von vom vor zu zum zur über unter für gegen"
    " ohne durch um als wenn weil dass obwohl während nachdem bevor seit bis was wer wie wo warum welche"
    " welcher viele einige alle beide manche nicht kein keine nur noch schon damit dabei dazu danach davor"
    " deshalb deswegen daher jedoch trotzdem zudem außerdem laut ob ja nein zwar bisher später",
    "fr": "le la les l un une des il elle ils elles on nous vous je tu ce cet cette ces c son sa ses leur leurs"
    " notre votre mon ma mais et ou donc or ni car dans en sur sous à au aux de du par pour avec sans selon"
    " après avant depuis pendant lors si quand comme lorsque alors ainsi aussi cependant pourtant toutefois"
    " enfin puis ensuite déjà encore toujours aujourd hier demain qui que quoi où comment pourquoi quel quelle"
    " plusieurs certains tous toutes tout rien personne chaque ici là voici voilà non oui ne d s qu malgré"
    " face parmi entre",
    "es": "el la los las un una unos unas él ella ellos ellas lo nosotros usted ustedes yo tú este esta estos estas"
    " ese esa eso esto aquel su sus nuestro mi pero y e o u ni que qué quién cómo cuándo dónde por para con"
    " sin en sobre tras según desde hasta entre ante bajo de del al a si cuando aunque mientras como porque"
    " también tampoco además así entonces ahora hoy ayer mañana luego después antes no sí ya muchos algunos"
    " todos todo otro otra cada nada nadie se le les",
    "it": "il lo la i gli le l un uno una lui lei loro egli ella esso essa noi voi io tu questo questa questi"
    " queste quello quella quelli suo sua ma e ed o anche in nel nella nei di del della dei da dal dalla a al"
    " alla con su sul sulla per tra fra se quando mentre perché come dopo prima dove chi che cosa così quindi"
    " però infatti inoltre oggi ieri domani ora poi già ancora non sì molti alcuni tutti ogni nessuno niente"
    " si secondo",
    "pt": "o a os as um uma uns umas ele ela eles elas nós você vocês eu este esta estes estas esse essa isso isto"
    " aquele aquela seu sua mas e ou nem que quem como quando onde por para com sem em no na nos nas de do da"
    " dos das ao à sobre segundo desde até entre se embora enquanto porque também além assim então agora hoje"
    " ontem amanhã depois antes já ainda não sim muitos alguns todos tudo outro outra cada nada ninguém",
    "nl": "de het een hij zij ze wij we jullie u ik dit dat deze die zijn haar hun ons onze mijn maar en of dus"
    " want ook in op aan bij met naar van voor uit over onder door om als toen terwijl omdat hoewel nadat"
    " voordat sinds tot wat wie waar hoe waarom welke er daar hier nu dan toch nog al niet geen veel sommige"
    " alle vandaag gisteren morgen volgens later",
    "sv": "den det de en ett han hon vi ni jag man detta denna dessa hans hennes deras vår min men och eller så för"
    " också i på av till från med om när medan efter innan sedan därför att vad vem hur var varför vilken här"
    " där nu då inte ingen många några alla idag igår enligt under över hos vid mot",
    "da": "den det de en et han hun vi i jeg man dette denne disse hans hendes deres vores min men og eller så også"
    " på af til fra med om når mens efter før siden fordi hvad hvem hvordan hvor hvorfor her der nu da ikke"
    " ingen mange nogle alle ifølge ved mod under over for",
    "no": "den det de en et han hun vi i jeg man dette denne disse hans hennes deres vår min men og eller så også"
    " på av til fra med om når mens etter før siden fordi hva hvem hvordan hvor hvorfor her der nå da ikke"
    " ingen mange noen alle ifølge ved mot under over for",
    "fi": "se ne hän he me te minä tämä tuo nämä nuo hänen heidän mutta ja tai sekä kun jos koska vaikka että myös"
    " nyt sitten siellä täällä ei mikä kuka missä miten miksi monet kaikki tänään eilen huomenna lisäksi"
    " kuitenkin",
    "pl": "w we na z ze do od po za przy przez o u dla pod nad to ten ta te ci tamten on ona ono oni one my wy ja"
    " jego jej ich nasz mój ale i a lub albo oraz więc jednak także również gdy kiedy jeśli choć ponieważ bo"
    " że co kto jak gdzie dlaczego który która tu tam teraz potem dziś wczoraj jutro nie tak wielu wszyscy"
    " według ponadto jest są był była było były",
    "cs": "v ve na z ze do od po za při přes o u pro pod nad to ten ta ti ty on ona ono oni my vy já jeho její"
    " jejich náš můj ale a i nebo proto však také když pokud ačkoli protože že co kdo jak kde proč který která"
    " tady tam teď potom dnes včera zítra ne ano mnoho všichni podle navíc je jsou byl byla bylo",
    "ru": "в во на с со к ко от до по за при через о об у для под над из это этот эта эти тот та те он она оно они"
    " мы вы я ты его её их наш мой но и а или либо однако также тоже когда если хотя потому что кто как где"
    " почему который здесь там сейчас теперь потом сегодня вчера завтра не да нет многие все всё согласно"
    " кроме после перед во-первых поэтому так тогда поскольку",
    "uk": "у в на з зі із до від по за при через про для під над це цей ця ці той та ті він вона воно вони ми ви я"
    " його її їх наш мій але і й або однак також теж коли якщо хоча тому що хто як де чому який тут там зараз"
    " тепер потім сьогодні вчора завтра не так ні багато всі все після перед",
    "tr": "bu şu o bunlar onlar biz siz ben sen bir ve ama fakat ancak ya da ise de için ile gibi göre sonra önce"
    " daha çok her hiç ne kim nasıl nerede neden niçin burada orada şimdi bugün dün yarın değil var yok bazı"
    " bütün tüm ayrıca öte eğer",
    "el": "ο η το οι τα τον την του της των ένας μια ένα αυτός αυτή αυτό αυτοί εμείς εσείς εγώ αλλά και ή όμως"
    " επίσης στο στη στην στον στα από με για σε κατά μετά πριν όταν αν ενώ γιατί επειδή τι ποιος πώς πού εδώ"
    " εκεί τώρα σήμερα χθες αύριο δεν ναι όχι πολλοί όλοι σύμφωνα",
    "vi": "ông bà anh chị em cô chú bác họ nó tôi chúng ta đây đó này kia các những một hai nhiều mỗi mọi tất cả"
    " nhưng và hoặc vì nếu khi sau trước trong ngoài trên dưới tại ở từ đến với về cho theo do bởi để mặc dù"
    " tuy nhiên ra đồng thời cùng hiện nay hôm qua ngày sáng chiều tối không có còn cũng đã sẽ đang vậy thế ai"
    " gì sao",
    "ro": "el ea ei ele noi voi eu tu un o niște acest această acesta aceasta aceștia în la de din pe cu pentru"
    " după înainte până despre sub peste prin fără dar și sau însă deci când dacă deși că ce cine cum unde"
    " aici acolo acum apoi azi ieri mâine nu da mulți toți potrivit",
    "hu": "a az egy ez ezek azok ő ők mi ti én te és de vagy hogy ha mert bár amikor mikor míg után előtt itt ott"
    " most akkor ma tegnap holnap nem igen sok minden szerint azonban pedig is csak még már",
    "id": "ia dia mereka kami kita anda saya ini itu tersebut yang di ke dari pada untuk dengan oleh dalam tetapi"
    " tapi dan atau namun jika ketika saat setelah sebelum karena meskipun sementara selain menurut apa siapa"
    " bagaimana mengapa kini sekarang kemarin besok tidak banyak semua para",
}
_CAPITAL = (
    "adm ala amb ark art ave cal capt cert ch co col conn corp dec del det dist div ed eq est ext fla fr ft"
    " ga gen gov hon ill ind insp jan la maj mar mass max min miss mon mt oct op ore pa pres pt rep rev sat"
    " sec sen st sun supt var ver wash wed"
)
_DATES = {
    "en": "jan feb mar apr jun jul aug sep sept oct nov dec",
    "pl": "r",
    "ru": "г гг",
    "uk": "р рр",
}
_STATES = {
    "en": "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa penn"
    " tenn tex va vt wash wis wyo n.y n.j n.c s.c n.h n.m s.d n.d r.i w.va"
}
_STREETS = {"de": ("str",), "nl": ("str",)}
UNITS = _set(
    "mm cm m km g kg t ml l hl ha h hr hrs min sec sek std s lb lbs oz ft yd mi mph pct stk st kr kč zł kn tl"
    " мм см м км кг т л га ч мин сек руб коп грн тг"
)
"""Behind a number these end a sentence before a capital, in any language: `weighs 90 lbs. Owners`."""
MAGNITUDES = "thousand|million|billion|tys|tis|mln|mld|mrd|mil|mio|milj|mia|тыс|тис|млн|млрд"
"""Words between a number and its unit; a regular expression."""
LABELS = _set(
    "a an the plan team vitamin hepatitis group grade class type version phase block category section exhibit model"
    " part option row gate route point"
)
"""A letter behind one of these is no initial: `had a Plan B. Nobody`, `got an A. She`."""
CLOCK = _set(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays"
    " sundays eastern pacific central mountain est edt gmt utc bst pst pdt cet cest ist et pt ct january february march"
    " april may june july august september october november december"
)
"""Words that continue a time of day: `at 5 p.m. Monday`."""
VERBS = (
    "said|says|asked|asks|replied|told|added|wrote|cried|shouted|wondered|demanded|answered|yelled|tweeted|posted"
    "|exclaimed|joked|continued|explained|recalled|warned|insisted|concluded|sagte|fragte|rief"
    "|antwortete|demande|demanda|répond|lance|dit|dice|dijo|preguntó|chiede|disse|perguntou|zei|vroeg|frågade|sade|sa"
    "|sagde|spurte|spurgte|råbte|sanoi|kysyi|huusi|powiedziała?|zapytała?|pyta|řekla?|zeptala?|mondta|kérdezte|dedi|diye"
    "|spus|întrebat|спросила?|сказала?|сказав|запитала|запитав|είπε|ρώτησε|nói|hỏi|kata|ujar|tanya|אמרה?|שאלה?"
    "|قالت?|سألت?|گفت|پرسید|कहा|पूछा|बोला|बताया|জিজ্ঞাসা|বলল|বলেন|বললেন|말했다|물었다|외쳤다|소리쳤다"
)
"""Behind a question or a cry these name its speaker; a regular expression."""
_LIKE = {"nb": "no", "nn": "no", "sk": "cs", "ur": "fa", "ms": "id", "be": "ru", "bg": "ru"}
"""Languages that borrow the words of a neighbour."""
ORDINALS = frozenset(
    {"de", "da", "no", "fi", "cs", "pl", "hu", "sk", "sl", "hr", "sr", "bs", "et", "lv", "tr", "nn", "nb", "is", "lt"}
)
"""Languages that write ordinals as a number and a point: `am 3. Oktober`."""


def _of(table: dict[str, str], lang: str) -> frozenset[str]:
    return _set(table.get(lang, ""))


@cache
def words_of(lang: str) -> Words:
    """The words of a language by its primary subtag (`pt`); an unknown one gets those of English."""
    lang = _LIKE.get(lang, lang)
    if lang not in _NEVER:
        lang = "en"
    own = Words(
        _of(_NEVER, lang),
        _of(_NUMBERED, lang),
        _of(_PERHAPS, lang),
        _of(_STARTERS, lang),
        capital=_set(_CAPITAL) if lang == "en" else frozenset(),
        dates=_of(_DATES, lang),
        states=_of(_STATES, lang),
        streets=_STREETS.get(lang, ()),
    )
    if lang != "en":
        # English titles stand in every language's news; its months and states would be words elsewhere.
        foreign = _set("mr mrs ms dr prof inc jr sr ltd corp") - own.starters
        own = own._replace(
            never=own.never | (foreign & _of(_NEVER, "en")), perhaps=own.perhaps | (foreign & _of(_PERHAPS, "en"))
        )
    return own._replace(known=own.never | own.numbered | own.perhaps | own.capital | own.dates | own.states | UNITS)
