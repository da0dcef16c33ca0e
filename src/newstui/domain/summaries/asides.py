"""The text that a page has beside its article: captions, credits, plugs, notices. One rule: none of it is in a summary.

Some can be told by their words alone; a caption often only by its place: behind a picture, or before a credit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.summaries.unmarked import unmarked
from newstui.domain.summaries.vietnamese_captions import captions_of_credits

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_AGENCY = (
    r"(?i:AFP|AP(?: Photo)?|Reuters|EPA|dpa|EFE|EPV?|ANSA|Xinhua|TTXVN|Ritzau(?: Scanpix)?|Scanpix|GTRES|Sipa|Zuma"
    r"|PA Wire|Europa Press|Atlas|Cadena SER|Pool|Getty(?: Images)?|Shutterstock|iStock|Unsplash)"
)
"""Those who sell pictures. A credit may have them in capitals."""
_BYLINE = re.compile(
    r"(?i:by|par|von|por|di|door|av|af|przez|автор:?|bởi)\s+(?:[A-ZÀ-ÞĐА-Я][\w.'’\-]*|and|und|et|y|e|i|и)"
    r"(?:[ ,|/&]+(?:[A-ZÀ-ÞĐА-Я][\w.'’\-]*|and|und|et|y|e|i|и|for|für|pour|para|of|in))*[^\w.!?]*$"
    r"|(?i:(?:last )?updated|published|posted|aktualisiert|publié|mis à jour|publicado|actualizado"
    r"|pubblicato|đăng lúc)\b.{0,60}\d.{0,40}(?<![^\W\d_]{3}[.!?])$"
)
_BOILERPLATE = re.compile(
    r"(?:read (?:more|also|next|the full)|see also|related(?: (?:articles?|stories|topics|coverage|news))?|also read"
    r"|advertisement|sponsored|sign up|subscribe|share (?:this|on|via)|follow us|click here|watch(?: now| live| the|:)"
    r"|listen(?: now|:)|photo(?:s|graph)?(?: by|:| credit)|image(?: credit|:| source)|picture:|source:|getty images"
    r"|copyright|©|all rights reserved|no time to read|get a summary|(?:this )?story continues|continue reading|skip to"
    r"|cookies?|newsletter|download (?:the|our) app|comments?$|load more"
    r"|(?:more|most) (?:on|from|read|popular)|trending"
    r"|editor[’']s note|recommended|lire aussi|à lire aussi|voir aussi|publicité|partager|abonnez-vous|inscrivez-vous"
    r"|lesen sie (?:auch|mehr)|mehr zum thema|anzeige$|werbung|lea también|te puede interesar|publicidad|leia também"
    r"|publicidade|leggi anche|lees ook|advertentie|läs också|читайте также|реклама|xem thêm|tin liên quan|quảng cáo"
    r"|関連記事|相关阅读|延伸阅读|اقرأ أيضا|यह भी पढ़ें)(?:\b|\s|$|[:：])",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:contributed to this (?:report|story|article)|(?:reporting|editing|writing) by .{3,80}"
    r"|all rights reserved|(?:interview|conversation) (?:has been|was) (?:lightly )?(?:edited|condensed|shortened)\b.*"
    r"|CNN['’]s [^.]{3,120} (?:reported|wrote) (?:from|in) [^.]{2,80}"
    r"|das (?:interview|gespräch) führten?\b.*|propos recueillis par\b.*)\W*$",
    re.IGNORECASE,
)
_ABOUT_THE_PAGE = re.compile(
    r"(?:click (?:here|on)|on this page|scroll (?:down|up)|cliquez|klicken sie|haga clic)\b", re.IGNORECASE
)
_ASIDE = re.compile(
    r".*(?:\bpic\.(?:twitter|x)\.com/|\bhttps?://t\.co/)"
    r"|.*\(@\w+\),? \w+ \d{1,2}, \d{4}"
    r"|.*[(/|–—-] ?(?:photo|foto|image|credit|crédit|bild|imagen|ảnh)s?(?: by)? ?[:/©] ?[^()]{2,60}\)?\W*$"
    rf"|.*[/|] ?{_AGENCY}(?: Images| Photo| via [\w ]+)?\)?\W*$"
    r"|(?:pictured|file photo|photo|foto|bild|ảnh|archivbild|symbolbild|foto de archivo|photo d['’]illustration)"
    r"(?: \([^()]+\)| \w+)? ?[:–—]|in this (?:file |undated |handout )?(?:photo|image|picture|frame)\b"
    r"|(?=.*\b(?:newsletter|infolettre|boletín|nyhedsbrev|inbox|posteingang)\b)"
    r"(?:to |get |want |like |for |do |don[’']t |please |our |this )?.{0,30}\b(?:sign(?:ing)? up|subscri\w+|delivered"
    r"|straight|get (?:our|the|it|more)|abonnez|inscrivez|abonnieren|melden sie|suscríb\w+|inscríb\w+|tilmeld)\b"
    r"|(?:written|compiled|reported|translated|produced|photographed|illustrated) (?:for|by) [^,]{2,60}"
    r"(?:, (?:in|with|at|on|and) [^,]{1,40})?[.!]?$"
    r"|(?:follow|like|join) (?:us|me|@?\w+ \w+) on (?:twitter|facebook|instagram|x|telegram|whatsapp|bluesky"
    r"|mastodon)\b",
    re.IGNORECASE,
)
"""A post's picture, a caption with its credit, or a newsletter's plug: a sentence that is no part of the text."""
_NOTICE = re.compile(
    r"this (?:article|section|list|page|is a dynamic list)\b.{0,40}\b(?:dynamic list|stub|incomplete|citations?"
    r"|cleanup|expansion|may never|relies)\b|you can help (?:by |wikipedia|expand)|for other uses\b"
    r"|for (?:a|the|an)\b[^.]{1,80}, see\b|for (?:more|further|other|full|details)\b[^.]{0,60}\bsee\b"
    r"|not to be confused with\b|\[[^\]]{1,200}\]$"
    r"|\(?(?:edit|correction|note|editor[’']s note)(?: \([^)]{1,30}\))?: |(?:p\.?s\.?|edit):?$"
    r"|link to\b|(?:learn|find out|read) more\b|credit(?-i:[A-ZÀ-Þ])\w+ (?:[^.]|(?<=\b\w)\.){1,80}$"
    r"|(?:first(?: of all)?, |now |so |but )?let(?:[’']s| us) (?:say|look|start|begin|see|take a look|turn|go)\b"
    r"|(?:to comment|for at kommentere|pour commenter|para comentar|um zu kommentieren)\b"
    r"|(?:media|image|video|figure) (?:caption|copyright|source)\b|stay tuned\b"
    r"|(?:good morning|god ?morgen|bonjour|buenos días|guten morgen)\b"
    r"|[^>.]+(?: > [^>.]+){2,}|(?:se|watch|see|regarde[rz]|ve[ra]) (?:the |la |el |le )?(?:videoen|video|vídeo|vidéo)\b"
    r"|(?:thank you|thanks) for (?:using|reading|watching|listening|subscribing|visiting)\b|(?:©|\(c\)|copyright) ?\d"
    r"|leave (?:a|your) comments?\b|let us know (?:in|what)\b"
    r"|(?:many |special )?thanks to\b|(?:merci à|danke an|gracias a|tak til)\b[^.]{1,60} (?:for|pour|für|por)\b"
    r"|use (?:the |our )?(?:(?:promo|coupon|discount|offer) )?code \w+|revivez\b"
    r"|(?:suivez|follow|relive|siga|sigue|verfolgen sie|følg)\b.{0,60}\b(?:direct|live|directo|liveticker)\b"
    r"|\(?(?:watch|see|read|view|listen to) (?:the |our |[\w’']+[’']s? )(?:videos?|photos?|pictures|story|gallery"
    r"|podcast)\b"
    r"|see more\b|læs mere (?:om|her|på)\b|[\w ]{2,30} - \d{1,2}\. [a-zæøå]{3,4}\.? \d{4} "
    r"|(?:se|læs|les|läs|lire|leer?|lea|ler|leia|leggi|lees|czytaj|đọc|xem)"
    r" (?:også|også|också|aussi|también|também|anche|ook|też|także|thêm)\b"
    r"|(?:read|see) also ?[:|]|also read ?[:|]|à lire(?: aussi)? ?:|aussi sur [^.]{2,40}$"
    r"|here(?:[’']s| is| are) (?:a |an |our |the |some )?(?:(?:quick|brief|closer|full) )?(?:look|list|rundown|recap"
    r"|round-?up|breakdown|guide|overview|timeline|glance|selection|transcript|excerpts?|highlights)\b"
    r"|voici (?:le détail|la liste|(?:un|le) récap\w*|le programme|les (?:principa\w+|réponses|points|mesures))\b"
    r"|(?:about|über|à propos d[eu’']|acerca de|sobre|om) (?P<firm>\w.{1,40}?):? (?P=firm)\b"
    r"|retrouvez (?:nos|notre|les|toute?s?|l['’]\w+|ici)\b|embedded page \("
    r"|(?:video|audio|post|player|map|podcast) \([\w.-]+\)$",
    re.IGNORECASE,
)
"""A note of those who made the page, or the name of what is embedded in it."""
_NOTE_WITHIN = re.compile(
    r".{0,80}\b(?:in|to|into) (?:your|ihr|votre) (?:inbox|postfach|boîte)|.{0,60}\band let us know\b"
    r"|.{0,60}\b(?:was|were) (?:reviewed|tested) (?:using|with|on|from) .{0,40}\b(?:code|copy|unit|sample|build)\b"
    r"|[^.:]{0,60}\b(?:dirección|director|réalisation|regie|intérpretes|reparto|cast|starring|running time|género|genre"
    r"|duración|durée|isbn|precio|price): "
    r"|.*\b(?:(?:listed|shown|described|given|discussed|outlined|explained) (?:here|below)|as follows)\W*$"
    r"|.{0,60}\b(?:you can|to) (?:view|read|see|find|watch|listen|download|hear|check|order|sign up|register)\b.{0,90}"
    r" here\W*$|.{0,40}\b(?:lire|consulter|retrouver|télécharger|écouter|leer|consultar|descargar|lesen|ansehen|finden)"
    r"\b.{0,60} (?:ici|aquí)\W*$",
    re.IGNORECASE,
)
_IN_NOTES = (
    "inbox", "postfach", "boîte", "let us know", "reviewed", "tested", ": ", " here", " below", "as follows", " ici",
    " aquí",
)  # fmt: skip
"""Words of which each such sentence has one: they are looked for first, which takes a tenth of the time."""
_IN_CREDITS = ("contributed", " by ", "reserved", "cnn", "interview", "conversation", "gespräch", "propos")
"""Words of which each credit has one."""
_READING_TIME = re.compile(
    r"\W*(?:(?:estimated )?reading time|(?:temps|durée) de lecture|tiempo de lectura|tempo (?:de leitura|di lettura)"
    r"|lese(?:zeit|dauer)|læsetid|lesetid|lästid|leestijd|czas czytania|время чтения|thời gian đọc)\W*(?:\w+ ){0,2}\d"
    r"|\d{1,3} ?-?(?:min(?:ute)?s?)\.? read\W*$|lectura de \d+ min|\d+ min\. de lectura",
    re.IGNORECASE,
)
_WAY_AROUND = ("←", "→")
"""Links to what is before and behind."""
_PROGRAMME = re.compile(r"[^.!?]{2,60} \([^()]*\b\d{1,2} ?h ?\d{2}\b[^()]*\)$")
"""The head of a film: its kind, its length and where it is shown."""
_PLUG_WITHOUT_SPACES = re.compile(
    r"图为|圖為|.*(?:粉絲團|粉丝团|公[众眾]号|公眾號|[扫掃][码碼]|[点點][赞讚讃]|[订訂][阅閱])"
)
_SHOWS = re.compile(
    r"(?:en (?:la |una )?(?:foto|imagen|vídeo|video)|sur (?:la|cette) (?:photo|image)|(?:auf (?:dem|diesem)|im) (?:foto"
    r"|bild)|på (?:billedet|fotoet)|in the (?:photo|image|picture)|trong ảnh"
    r"|(?:desde la izquierda|de izquierda a derecha|(?:clockwise )?from (?:the )?left(?: to right)?|von links(?: nach"
    r" rechts)?|de gauche à droite|fra venstre(?: mod højre)?|från vänster|da sinistra(?: a destra)?|từ trái(?: sang)?)"
    r"|(?:above|below|left|right|top|bottom)(?: (?:left|right))?)\s?(?:[,:]|(?<!left)(?<!right)\()",
    re.IGNORECASE,
)
"""The first words of what says what a picture shows."""
_SHOWN = re.compile(
    r"[^.]*(?:,? \(?(?:left|right|cent(?:er|re)|l|r|à gauche|à droite|links|rechts|izquierda|derecha)\)?,"
    r"|\b(?:is|are) (?:seen|pictured|shown)\b"
    r"|\b(?:speaks|poses?|stands?|walks?|arrives|attends|sits?|holds up|waves|gestures|celebrates?|reacts|looks on"
    r"|boards?|carry|carries|rides?|waits?|prepares?|works?|marche?s?"
    r"|loads|addresses)\b.*\b(?:\d{4}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|during|outside)\b"
    r"|\b(?:pictured|file)\b)",
    re.IGNORECASE,
)
"""A caption as agencies write it, which only its place behind a picture makes certain."""
_CREDITED = re.compile(
    r".*(?:\((?=[^()]*(?:/|\bAP\b|\bAFP\b|[Pp]hoto|[Ff]oto|[Ii]mage|\bvia\b|[Cc]ourtesy|[Cc]redit))[^()]{3,60}\)"
    r"|\b(?i:credit|photo(?:graph)?|foto|image|crédit|bild|imagen|courtesy)s?(?: by|:| via|(?<=courtesy) of) [^.]{2,60}"
    r"|\bCredit[A-Z][^.]{2,60}|[/|] ?[A-Z][\w ]{1,30}|©[^.]{2,60}|\bvia [A-Z]\w+)\.?$"
)
"""A caption that ends with its credit."""
_OF = r"(?:(?:FOTO|Foto|PHOTO|Photo|Ảnh|V[ÍI]DEO|V[íi]deo)(?: (?:Y|y|and) (?:V[ÍI]DEO|[Vv][íi]deo))?: ?)"
_CAPITALS = r"[A-ZÀ-Þ]{2,}(?: [A-ZÀ-Þ]{2,})*"
_CREDITS = re.compile(
    r"\(?(?:Ảnh|Video)(?: minh h(?:oạ|ọa))? ?: ?(?:[A-ZÀ-ÞĐ][\w.]*\)? ){1,4}?"
    r"(?=(?:Ông|Bà|Theo|Trong|Trước|Sau|Tại|Tuy nhiên|Khi|Ngoài|Ngày|Sáng|Chiều|Tối|Trưa|Khoảng|Các|Những|Một) \w)"
    rf"|(?:{_OF}(?:(?:[A-ZÁÉÍÓÚÑ][\w.'’-]+ ){{0,4}}\(?{_AGENCY}\)?|{_CAPITALS})"
    rf"|(?:[A-ZÁÉÍÓÚÑ][\w.'’-]+ ){{1,3}}(?:[|/] ?|\(){_AGENCY}\)?"
    rf"|(?:[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ.'’-]* ){{1,5}}\(?{_AGENCY}\)?"
    rf"|{_AGENCY}(?= ?[|/])|GTRES|REUTERS)"
    rf"(?:(?: ?[|/] ?{_OF}?| {_OF})(?:{_AGENCY}|{_CAPITALS}))* (?=[\"“«¿¡]?[A-ZÀ-ÞĐ])"
)
"""The credit of a picture before the text that it is glued to."""
_OF_AGENCY = re.compile(rf"[/|,©] ?{_AGENCY}\b\W*$")
_TAKEN_BY = re.compile(
    r"\W?(?:photo|foto|bild|image|imagen|picture|credit|crédit|ảnh)(?:s|graph)?(?: by\b|:| credit\b| courtesy\b)",
    re.IGNORECASE,
)
_NAME_IN_CAPITALS = re.compile(rf"{_CAPITALS} (?=[A-ZÀ-Þ][a-zà-þ]|[A-Z] )")
_SIDE = re.compile(
    r"[^.]{3,80}\((?:(?:(?:đứng|ngồi) )?(?:ngoài cùng |thứ \w+ )?(?:bên |bìa |từ |ở )?(?:trước|sau|trái|phải|giữa)"
    r"(?: (?:sang|qua))?|left|right|front|back|cent(?:re|er)|izquierda|derecha|izq|dcha|links|rechts|à gauche|à droite"
    r"|au centre|til venstre|til højre|t\.?[vh]\.)\)"
)
"""A caption tells who stands on which side."""
_ALSO_SHOWN = re.compile(r"En (?:v[íi]deo|foto|la imagen), ")
_PICTURED_BY = re.compile(
    r"(?:photo|foto|ảnh|bild|crédit|credit|image|imagen)s?(?: by)? ?: ?\w"
    rf"|(?-i:[A-ZÁÉÍÓÚÑ .]{{4,40}})[(/] ?{_AGENCY}\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]+ ){2,4}(?:is|est|es|ist|er) (?:an?|the|une?|una?|eine?|en)? ?(?:[\w-]+ ){0,4}"
    r"(?:reporter|writer|editor|columnist|correspondent|journalist|contributor|author|professor|fellow|journaliste"
    r"|periodista|columnista|Journalistin|Redakteur(?:in)?|Autor(?:in)?)\b"
)
_PICTURE = re.compile(r"!\[([^\]\[]{20,600})\]")
_DASHES = "–—-"
_END = re.compile(r"[.!?…。！？؟।۔:：][\"'”’»)\]」』]*$")
_ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+")
_BOILERPLATE_WORDS, _BOILERPLATE_CHARACTERS = 16, 400
_LONGEST_LABEL = 80
"""Characters of the longest line that only says how long a text or a film is."""
_LONGEST_CREDIT = 8
"""Words of the longest credit that stands by itself."""
_LONGEST_CAPTION = 60
"""Words of the longest caption."""
_FEWEST = 6
"""Words that a sentence with an address needs besides."""
_SENTENCES_OF_A_CAPTION = 3


def is_boilerplate(text: str) -> bool:
    """Returns True for a paragraph that is a byline, a link to other articles or a credit."""
    short = len(text) <= _BOILERPLATE_CHARACTERS and len(text.split()) <= _BOILERPLATE_WORDS
    return short and bool(_BYLINE.match(text) or _BOILERPLATE.match(text) or _CREDIT.search(text))


def is_aside(text: str) -> bool:
    """Returns True for a sentence that is no part of the text, by its words alone."""
    if _ABOUT_THE_PAGE.match(text) or _ASIDE.match(text) or _NOTICE.match(text):
        return True
    small = text.lower()
    if any(part in small for part in _IN_CREDITS) and _CREDIT.search(text):
        return True
    if any(part in small for part in _IN_NOTES) and _NOTE_WITHIN.match(text):
        return True
    if _SHOWS.match(text) or ("(" in text and _SIDE.match(text)):
        return True
    if not text.isascii() and (_PLUG_WITHOUT_SPACES.match(text) or all(arrow in text for arrow in _WAY_AROUND)):
        return True
    if len(text) < _LONGEST_LABEL and (_READING_TIME.match(text) or (text[-1] == ")" and _PROGRAMME.match(text))):
        return True
    if text[0] in _DASHES and (text[-1] in _DASHES or (not _END.search(text) and len(text.split()) < _FEWEST)):
        return True  # a heading between dashes, or the name below a quotation
    return ("://" in text or "www." in text) and len(_ADDRESS.sub("", text).split()) < _FEWEST


def described_pictures(body: str) -> str:
    """Returns what the pictures of a Markdown body show, as they say it, in small letters and digits alone."""
    return "|".join(_bare("".join(part for _, part in unmarked(each))) for each in _PICTURE.findall(body))


def is_caption(text: str, described: str, *, behind_picture: bool) -> bool:
    """Returns True for a paragraph that says what a picture shows: its description again, or as captions say it."""
    if not (described or behind_picture) or len(text.split()) > _LONGEST_CAPTION:
        return False
    bare = _bare(text)
    if len(bare) >= 20 and bare in described:
        return True
    if not behind_picture or (not text.isascii() and " " not in text):
        return False
    return not _END.search(text) or bool(_CREDITED.match(text) or _SHOWN.match(text))


def is_credit(text: str) -> bool:
    """Returns True for a line that says whose a picture is: what follows it may say what the picture shows."""
    return len(text.split()) <= _LONGEST_CREDIT and bool(_OF_AGENCY.search(text) or _TAKEN_BY.match(text))


def is_short(text: str) -> bool:
    """Returns True for a text that is short enough for a caption."""
    return len(text.split()) <= _LONGEST_CAPTION


def is_about_the_author(text: str) -> bool:
    """Returns True for what stands below an article about the one who wrote it; elsewhere it may be news."""
    return bool(_AUTHOR.match(text))


def credits_end(text: str, before: str = "") -> int:
    """Returns the length of the credit that a sentence is glued to; behind a caption a name in capitals is one."""
    credit = _CREDITS.match(text) or (_SHOWS.match(before) and _NAME_IN_CAPITALS.match(text))
    return credit.end() if credit else 0


def captions_before_credits(texts: Sequence[str]) -> Collection[int]:
    """Returns the places of the sentences of a paragraph that say what a picture shows: a credit comes behind them."""
    for place in range(min(len(texts), _SENTENCES_OF_A_CAPTION + 1) - 1, 0, -1):
        if (
            credits_end(texts[place], texts[place - 1])
            or _PICTURED_BY.match(texts[place])
            or _ALSO_SHOWN.match(texts[place])
        ):
            return {*range(place), *captions_of_credits(texts)}
    return captions_of_credits(texts)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
