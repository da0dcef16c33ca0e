"""Phrases that lean on an earlier sentence in Spanish. One rule: a phrase here needs a mention.

`leaning_phrases` tells what each kind is for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.summaries.extractive.leaning_words import spanish_nouns as nouns
from newstui.domain.summaries.extractive.leaning_words import spanish_verbs as verbs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAME = r"(?-i:[A-ZÁÉÍÓÚÑ])"
_ADDS = (
    r"por lo (?:que|cual|mismo|tanto|demás|pronto)|en (?:efecto|cambio|consecuencia|concreto|particular|resumen"
    r"|definitiva|realidad|contraste|contrapartida|compensación|(?:primer|segundo|tercer|cuarto|último) lugar)"
    r"|por (?:ejemplo|otro lado|otra parte|el contrario|(?:su|mi) parte|añadidura|consiguiente|tanto)|a cambio\b(?! de)"
    r"|en otras palabras|es decir|esto es|mejor dicho|más aún|es más,|al contrario|en respuesta\b(?! a)|a continuación"
    r"|de (?:hecho|ahí|aquí|otro modo|lo contrario)|del? (?:mismo|igual) (?:modo|manera|forma)|de (?:la misma|igual|esa"
    r"|esta|tal) (?:manera|forma)|de ese modo|de este modo|con todo,|eso sí|a la vez\b|a todo (?:ello|esto|eso)"
    r"|y es que|tanto es así|hasta tal punto|(?:la|el) (?:razón|motivo|causa|resultado|explicación|conclusión|problema"
    r"|consecuencia|detonante)(?: (?:es|era|fue)\b| ?:)|(?:resultado|conclusión|consecuencia|ejemplo|motivo|objetivo"
    r"|balance):|(?:sí|no),|prueba de (?:ello|eso|esto)|muestra de (?:ello|eso)|lo (?:mismo|propio|anterior"
    r"|contrario)\b|de ser así|en caso contrario|si no,|a ello|a esto|a eso|hasta (?:ahí|allí|entonces)|desde (?:allí"
    r"|ahí|entonces|luego,)|por (?:allí|ahí)|solo entonces|justo entonces|incluso así|ni siquiera (?:eso|así|ellos|él"
    r"|ella)|(?:eso|esto) (?:es|fue|era|ha|significa|supone)|cabe (?:recordar|destacar|señalar) que|así (?:lo|las|los"
    r"|que|es|fue|se)\b"
)
"""Openings that add to a sentence, explain it or answer it."""
_AGAINST = (
    r"sin embargo|no obstante|mientras tanto|entretanto|entre tanto|aun así|aún así|pese a (?:ello|esto|eso|todo|su|sus"
    r"|que l[oae]s?)\b|a pesar de (?:ello|esto|eso|todo|su|sus)\b|a diferencia de (?:él|ella|ellos|ellas|est[eao]s?"
    r"|es[eao]s?)|al igual que (?:él|ella|ellos|ellas|su|sus)\b|en vez de (?:eso|ello)|en lugar de (?:eso|ello)"
    r"|por contra\b|en contra,|al mismo tiempo|por un lado|más bien|peor aún|mejor aún"
)
_WHEN = (
    r"más tarde|más adelante|poco (?:después|antes)|(?:minutos|horas|días|semanas|meses|años) (?:después|antes"
    r"|más tarde)\b(?! de)|al día siguiente|al (?:año|mes) siguiente|(?:la|a la) (?:semana|mañana|noche) siguiente"
    r"|(?:el|ese) mismo día|esa misma (?:noche|tarde|mañana|semana)|aquel mismo|la víspera\b(?! de)|el día (?:anterior"
    r"|antes|después)\b(?! de)|(?:un|dos|tres|cuatro|cinco|seis|unos|pocos|varios|\d+) \w+ (?:antes|después"
    r"|más tarde)\b(?! (?:de|que))|al (?:poco|cabo de \w+ \w+)\b|acto seguido|por entonces|para entonces|(?:mucho|poco"
    r"|algún|ya|solo|justo|muy poco)(?: tiempo)? (?:después|antes|más tarde)\b(?! de)|al término\b(?! del?)|previamente"
    r"|con anterioridad|en aquell[ao]s?|por aquel\w*"
)
_OTHERS = (
    r"(?:el|la|los|las|al|del|un|una) (?:primer|segund|tercer)[oa]s? de (?:ellos|ellas)|tod[oa]s (?:ellos|ellas)"
    r"|cada un[oa] de (?:ellos|ellas|l[oa]s (?:dos|tres))|(?:ningun[oa]|algun[oa]s?|much[oa]s|vari[oa]s|poc[oa]s|un[oa]"
    r"|otr[oa]s?|cualquiera|quince|dos|tres|cuatro|cinco|seis|diez|\d+|la mayoría|la mayor parte|la mitad|parte"
    r"|el resto|el primero|el último|la última|el mayor|la mayor|el menor) de (?:ellos|ellas|est[oa]s|es[oa]s"
    r"|l[oa]s dos)\b|(?:l[oa]s|ambos|ambas) (?:dos|tres|cuatro|cinco|otros|otras|mismos|mismas|demás|restantes)|(?:a|en"
    r"|de|para|con|entre|por) (?:ambos|ambas|l[oa]s dos|otr[oa]s?\b(?! parte| lado))|ambos|ambas|otr[oa]s?|(?:el|la|al"
    r"|del) otr[oa]|(?:el|la) mism[oa]|los demás|las demás|el resto\b(?! de)|un[oa]? (?:segund|tercer|cuart|quint|sext"
    r"|séptim|octav)[oa]?\b(?! (?:guerra|parte|de))|un[oa]? (?:de l[oa]s dos|más\b(?! de| que)|y otr[oa])|(?:el"
    r"|la) (?:segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|últim[oa])\b(?! (?:guerra|vez|semana|trimestre|hora|semestre"
    r"|año|mes|década|división|república|temporada|vuelta))|(?:dos|tres|cuatro|cinco|seis|\d+) (?:más|de ellos"
    r"|de ellas)\b(?! de| que)|(?:cada|ningún) un[oa] (?:de los dos|por su)|ni (?:uno|una) ni (?:otro|otra)|(?:el"
    r"|la) (?:primer[oa]|anterior|siguiente) (?:es|era|fue|ha|había|será|está|estaba|tiene|tenía|se)\b|(?:segundo"
    r"|tercero|cuarto|primero|último),|est[eao]s? últim[oa]s?\b"
)
"""One of several, or another one."""
_LIKE_THAT = (
    r"(?:un|una|unos|unas|algún|alguna|ningún|ninguna|el|la|los|las|con|en|a|de)?(?: ?[a-záéíóúñ]++){1,2} (?:parecid"
    r"|simil|semejante|comparable|análog|idéntic|equivalente)[a-z]*\b(?! (?:al?|del?|entre|con|que)\b)|algo (?:parecido"
    r"|similar|semejante|así)\b(?! a)|casos? (?:así|como (?:este|ese|estos|esos|el suyo))|(?:tal|tales|semejante"
    r"|semejantes) (?!vez|como|y|cual)\w+|otro tanto|igual(?: de \w+)?(?=,| (?:ocurre|sucede|pasa|suerte|ocurrió|pasó))"
    r"|tan (?:\w+)\b(?![^.,]{0,60} (?:como|que)\b)(?! solo| sólo| pronto)|tant[oa]s? (?:\w+)\b(?![^.]{0,80} (?:como"
    r"|que)\b)|(?:casi |más d|cerca d|aproximadamente )?(?:el |el )?(?:doble|triple|cuádruple)\b(?! (?:de|del|que"
    r"|sentido|fila|filo|vía|fondo|mortal|crimen|campe\w+))|(?:mucho |bastante |algo |aún |todavía |aun |muy "
    r"|un poco )?(?:peor|mejor|mayor|menor|más|menos)(?: (?:le|les|se|lo))?(?: (?!de\b|que\b)[a-záéíóúñ]+)? (?:es|era"
    r"|fue|será|ha sido|han sido|fueron|son|resultó|resulta|parece|está|estaba|le fue|les fue|lo tuvo"
    r"|lo tienen)\b(?![^.,]{0,80} que\b)|(?:mucho|bastante|algo|aún|todavía|aun) (?:más|menos|mejor|peor|mayor"
    r"|menor)\b(?![^.]{0,80} (?:que|de)\b)|como (?:antes|siempre|entonces|él|ella|ellos|ellas|en (?:aquella"
    r"|esa) ocasión)\b|más al (?:norte|sur|este|oeste)\b(?! del?)|más (?:arriba|abajo|allá,)"
    r"|a (?:\w+ ){1,3}(?:kilómetros|metros) (?:de allí|de ahí|más)\b|cantidad (?:similar|parecida)|la misma (?:cantidad"
    r"|cifra|suerte|noche|tarde|semana|persona|fuente)|el mismo (?!que)\w+"
)
"""Comparisons whose other half is absent."""
_TO_THAT = (
    r"(?:por|en|de|a|con|para|según|entre|tras|sobre|contra|sin|ante|bajo|durante|hasta|desde|hacia|mediante) (?:él"
    r"|ella|ellos|ellas|ello|eso|esto|est[ea]|es[ea]|est[oa]s|es[oa]s|aquell?[oa]?s?|dich[oa]s?)\b|(?:cuando|como|si"
    r"|mientras|aunque|porque|donde|que) (?:él|ella|ellos|ellas|esto|eso|este|esta|ese|esa)\b(?! (?:año|semana|mes"
    r"|verano))|[^.“\"]{1,60} (?:esto|eso)\b|una? (?:[\w-]+ )?(?:\w{3,}(?:ción|sión|miento)|decisión|medida|cifra"
    r"|iniciativa|subida|bajada|anuncio|gesto|éxito|fracaso|victoria|derrota|práctica|idea|asunto|fenómeno|noticia) que"
    r"|gracias a (?:ello|eso|esto|él|ella|ellos)|además de (?:eso|ello|él|ella)|junto (?:a|con) (?:él|ella|ellos|ellas)"
    r"|dentro,|fuera,|al lado,|alrededor,|(?:porque|salvo|excepto|sobre todo|especialmente)\b[^,;:]{1,200}\.$|lo (?:que"
    r"|cual) (?:es|fue|ha|supone|significa|provocó|obligó|llevó|permitió)\b"
)
_NEVER_SO = (
    r"(?:un[oa]|dos|tres|cuatro|cinco|vari[oa]s|much[oa]s|algun[oa]s|ningun[oa]) de l[oa]s (?:herid|detenid|fallecid"
    r"|acusad|víctimas|muert|sospechos|afectad|pasajer)\w*|(?:el primero|la primera)(?=, )|ningún otro|ninguna otra"
    r"|nunca (?:antes|se|había\w*)\b(?![^.]{0,80} como\b)|en ningún otro|en \d{4} (?:eran|fueron|hubo) (?:solo|apenas"
    r"|unos|casi|más de|\d)"
)
_NO_SENTENCE = (
    r"una? (?!hombre|mujer|joven|niñ|ancian|chic|grupo|equipo|tribunal|juez|jueza|estudio|informe|incendio|accidente"
    r"|avión|tren|autobús|coche|persona|vecin|policía|conductor)[a-záéíóúñ]+(?: (?!que)[\w.-]+){0,3},? (?:(?:al?|del?"
    r"|en|con|por)(?: ?el| la| los| las)? que|que|donde|cuy[oa]s?)\b|(?:algo|alguien|cosas?) que\b|(?!mientras|además"
    r"|después|antes|entonces|aquell|apenas|menos)\w{3,}[oa]s (?:[a-z]+[oa]s )?(?:que|(?:en|a|con|por|de) l[oa]s que"
    r"|cuy[oa]s?) \w+|[a-záéíóúñ]+ más \w+ que \w+\.$|(?:la|el|los|las) [a-záéíóúñ]+(?: [a-záéíóúñ]+)?:|¿[^?]{1,45}\?$"
)
"""A noun that only a clause goes on: `Un objetivo que corre peligro.` What a colon or a question mark cuts short."""
_IN_SHORT = (
    r"si (?:es|era|no|se|lo|la|le|ya)\b(?![^,]{0,60} (?-i:[A-Z]))|[^“\"]{1,100}\b(?:un[oa]s y otr[oa]s"
    r"|de tal(?:es)? (?!manera|forma|modo|suerte|punto|magnitud)\w+|(?:citad|mencionad|referid|aludid"
    r"|susodich)[oa]s? \w+)|(?:nadie|nada)\b|todo (?!el\b|la\b|lo que\b|una?\b)\w+|(?:sirvan?|valgan?) (?:como|de)\b"
    r"|baste\b|(?:buen |buena )?(?:ejemplo|prueba|muestra|resultado|consecuencia|fruto)s? de (?:ello|eso|esto|lo\b"
    r"|es[ae]|est[ae])|e incluso|s[oó]lo así|ahora bien|a su vez|mucho tiempo después|(?:precisamente|desgraciadamente"
    r"|lamentablemente|curiosamente|paradójicamente|justamente|irónicamente)\b|(?:detrás|delante|encima|debajo|enfrente"
    r"|a su lado|a su alrededor|mientras|primero|previamente),|(?:para|al|tras|de|por|sin|a|en vez de|en lugar de"
    r"|después de|antes de|además de|con) \w{2,}[aei]r(?:l[oa]s?|les?)\b|(?:según|entre) sus?\b|(?:en|con|a|de|desde"
    r"|para|por|tras|sobre|durante|hasta|gracias a|ante|bajo|contra"
    rf"|sin) sus? (?:[a-záéíóúñ]+ ){{0,4}}[a-záéíóúñ]+(?=, (?!(?:el|la|los|las|una?) |{_NAME}))"
    r"|(?:muchos|algunos|unos|otros|varios|todos|muchas|algunas|unas|todas) (?:ya |no )?(?:los?|las?|les?|se)\b"
    r"|en (?:un[oa] (?!de\b)\w+(?:a|e|ó|an|en)\b|tod[oa]s l[oa]s demás|l[oa]s (?:dos|tres|cuatro|cinco) casos)"
    r"|[^“\"]{1,60}\b(?:aquí|ahí|allí|allá)\b|[^.“\"]{1,80} (?:entre|para) (?:ambos|ambas)\b(?! [a-z]+s\b)"
)
"""Openings that show or explain what was told, and words among the first that point at it."""
_OPENINGS = (
    rf"(?:{_ADDS}|{_AGAINST}|{_WHEN}|{_OTHERS}|{_LIKE_THAT}|{_TO_THAT}|{_NEVER_SO}|{_NO_SENTENCE}"
    rf"|{_IN_SHORT}|{verbs.WITHOUT_SUBJECT})"
)
_LATER = r"[^\d]{1,60} (?:minutos|horas|días|semanas|meses|años|décadas) (?:antes|después|más tarde)\b(?! (?:de|que))"
OPENING = rf"(?i:(?:{_OPENINGS}|{_LATER})(?!\w))"
TIMES = (
    r"(?i:(?:en |durante |para |desde )?est(?:e|a|os|as) (?:año|semana|mes|mañana|tarde|noche|verano|otoño|invierno"
    r"|primavera|temporada|días|fin de semana|siglo|década|últim\w+ \w+|lunes|martes|miércoles|jueves|viernes|sábado"
    r"|domingo|curso|mediodía|madrugada)(?!\w))"
)
MEANWHILE = (
    r"(?:\S+ ){0,4}\S+?,? (?:sin embargo|no obstante|en cambio|por su parte|por lo tanto|por tanto|además|a su vez"
    r"|en tanto|mientras tanto|por el contrario),"
)
_WHICH = rf"(?! (?:{nouns.SAYS_WHICH})(?!\w))"
DEFINITE = (
    r"(?i:(?:[^,;“\"«]{1,60}, )?(?:el|la|los|las) (?:(?:nuev[oa]|propi[oa]|citad[oa]|mencionad[oa]|polémic[oa]"
    r"|presunt[oa]|joven|futur[oa])s? )?"
    rf"(?P<noun>{nouns.ACTS}|{nouns.PERSONS}|{nouns.THINGS})(?!\w)(?:(?=,? de \d+ años)"
    rf"|(?!,? (?:{nouns.SAYS_WHICH})(?!\w))))"
)
_KNOWN_THESE = (
    r"semana|mañana|tarde|noche|verano|otoño|invierno|primavera|temporada|madrugada|siglo|década|curso|año|mes|días"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|momento|últim\w+ (?:semana|mes|año|día|hora|temporada)|mism"
    r"|sentido|vez|país\b|periódico|diario|jornada|fechas|alturas|horas|legislatura|tiempos|mundo|medianoche|mediodía"
    r"|Navidad"
)
"""Nouns that every reader of a newspaper knows: "this week", "this newspaper"."""
INSIDE = (
    rf"\b(?:est[ea]|est[oa]s|es[ea]|es[oa]s|dich[oa]s?) (?!{_KNOWN_THESE})(?<!.{{120}})([a-zà-ÿ]{{4,}})\b"
    rf"|[”\"»],? (?:[\w]+ ){{1,2}}(?:el|la) (?:propi[oa] )?({nouns.PERSONS})(?!\w){_WHICH}"
)
"""A noun within a sentence that another one has told, and at its end a speaker without a name."""
_VERB = (
    r"(?:es|son|fue|fueron|era|eran|está|están|estaba|ha|han|había|habrá|hay|hubo|tiene|tienen|puede|pueden|debe|deben"
    r"|va|van|hace|hacen|dice|dicen|será|serán|sería|quiere|quieren|cree|creen|vive|viven|llega|llegan|sigue|siguen"
    r"|\w{2,}(?:ó|aron|ieron|aban?|ían?|ará|erá|irá|arán|erán|irán|aría|ería|iría))\b"
)
ANSWER = (
    r"(?:Sí|No|Ni|Nada|Nadie|Ninguno|Ninguna|Nunca|Jamás|Casi|Apenas|Unos|Unas|Probablemente|Posiblemente|Quizás?"
    r"|Tal vez|Seguramente|Depende|Porque|Todavía|Aún|Por ahora|De momento|Por el momento|En principio|A más tardar"
    r"|Desde luego|Por supuesto|Claro|Al menos|Como mínimo|Como máximo|Más de|Menos de|Cerca de|Alrededor de|Solo|Sólo"
    r"|Todo|Todos|Todas|Muchos|Muchas|Muy|Mucho|Poco|Pocos|Difícilmente|Parece|Parcialmente|En parte|Efectivamente"
    r"|Exacto|Básicamente|Sobre todo|Principalmente|Simplemente|Entre|Hasta|Para|Con|A|Eso|La respuesta"
    r"|Según [^,;.]{2,60}, (?:sí|no)|Dos|Tres|Cuatro|Cinco|Seis|Siete|Ocho|Nueve|Diez)\b"
    rf"|(?![“\"«])(?:(?!{_VERB})[\w%€.-]+ ){{0,9}}(?!{_VERB})[\w%€-]+(?:[;:]|, (?:según|dicen?|opinan?"
    rf"|explican?|responden?|contestan?|asegur\w+|calcul\w+|estim\w+|sostien\w+|afirm\w+|apunt\w+|señal\w+)\b|[.!]$)"
)
"""The first words of an answer; or words without a verb."""
PRONOUN = (
    r"[A-ZÁÉÍÓÚÑ](?:(?!cada |todo|quien|person)[^A-ZÁÉÍÓÚÑ“”\"«»]){0,80} (?:él|ellos|ellas|ella)\b"
    r"|[A-ZÁÉÍÓÚÑ][^A-ZÁÉÍÓÚÑ“”\"«»]{0,60} (?:lo|les?) (?:ha|han|había|habían|es|hace|hizo|dio|da|dan|permite)\b"
)
ALSO = (
    r"también(?! conocid)|asimismo|además(?! de)|a su vez|igualmente|tampoco|en cambio|por su parte"
    r"|entonces(?! (?:president|vicepresident|ministr|alcald|líder|director|príncipe|rey|secretari|jefe|primer|candidat"
    r"|consejer|gobernador|marido|novi|espos|mujer|pareja)\w*)|otr[oa]s?(?! (?:vez|lado|parte|cosa|persona|país|año|día"
    r"|ciudad|comunidad|lugar|\w+ más)| \w+ y )"
)
_SAID = rf"\w+(?:ó|aron|ieron|aba|aban)|{verbs.SAYING}"
_SCENE = (
    r"(?: (?:y|entre|al|a|del|de|en|ante|con|tras|por|durante|desde|sobre|para|sin|hasta|como|visiblemente|después|poco"
    r"|ayer|hoy|horas|luego|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo))\b(?: (?:el|la|los|las|un|una"
    r"|unos|unas|su|sus|este|esta|ese|esa))?(?: [a-záéíóúñ]+| (?-i:[A-ZÁÉÍÓÚÑ]\w+)| \d+){0,3}){0,5}"
)
NAMELESS_SPEAKER = (
    rf"[\"”»],? (?:(?:se|le|les|lo|nos) )?(?:(?:ha|han|había) \w+(?:ado|ido|cho|to)|{_SAID})(?: (?:también|además|él"
    rf"|ella|ellos|ellas|[a-záéíóúñ]{{3,}}(?:[oa]s?|mente|[ae]nte)))?{_SCENE}\W*$"
)
"""The words behind a quotation that name nobody: `«…», confesó entre risas.`"""
ENDS_WITH_SPEAKER = rf"[^“\"«].*, (?:{verbs.SAYING})(?: (?:él|ella|ellos|ellas|también|además))?{_SCENE}\.$"
COMPLETE = (
    r"(?:Después|Antes|Además|Luego) de (?:que )?(?!eso|ello|esto|él|ella)[a-záéíóúñA-Z]\w*"
    r"|Tanto (?-i:[A-Z])\w+ [^,.]{0,40}como |Tanto (?:el|la|los|las) [^,.]{1,60} como |(?:Ni) [^,.]{1,60} ni "
    r"|O [^,.]{1,40} o "
)
CONNECTIVE = r"(?:Pero|Y) (?!si|cuando|también|además|no )|(?:Sin embargo|No obstante|Además|Por otra parte|Asimismo), "
POINTS_BACK = r"\b(?:eso|esto|ello)\b"
MYSELF = r"\b[Yy]o\b|\b[Mm]is? \w"
_KNOWN = (
    "Donald Trump|Joe Biden|Barack Obama|Bill Clinton|Hillary Clinton|Kamala Harris|Vladímir Putin|Vladimir Putin"
    "|Volodímir Zelenski|Angela Merkel|Olaf Scholz|Emmanuel Macron|Nicolas Sarkozy|François Hollande|Boris Johnson"
    "|Theresa May|David Cameron|Tony Blair|Silvio Berlusconi|Matteo Salvini|Giorgia Meloni|Viktor Orbán|Recep Erdogan"
    "|Benjamín Netanyahu|Benjamin Netanyahu|Jair Bolsonaro|Dilma Rousseff|Nicolás Maduro|Hugo Chávez|Fidel Castro"
    "|Evo Morales|Cristina Kirchner|Mauricio Macri|Javier Milei|Gabriel Boric|Michelle Bachelet|Gustavo Petro"
    "|Álvaro Uribe|Claudia Sheinbaum|Nayib Bukele|Pedro Sánchez|Mariano Rajoy|Pablo Iglesias|Pablo Casado|Albert Rivera"
    "|Inés Arrimadas|Santiago Abascal|Íñigo Errejón|Ada Colau|Manuela Carmena|Isabel Ayuso|Alberto Feijóo"
    "|Carles Puigdemont|Oriol Junqueras|Quim Torra|Artur Mas|Jordi Pujol|Francisco Franco|Felipe González"
    "|José María Aznar|María Aznar|José Luis Zapatero|Rodríguez Zapatero|Díaz Ayuso|Núñez Feijóo|Lionel Messi|Leo Messi"
    "|Cristiano Ronaldo|Rafael Nadal|Rafa Nadal|Roger Federer|Messias Bolsonaro"
)
KNOWN_TO_ALL = frozenset(_KNOWN.split("|"))
"""A word behind the first name may be part of the surname."""
EVENTS = frozenset(["suceso", "hecho", "asunto"])
OPENS_WITH_THIS = (
    r"(?:\w+ )?(?:[Ee]st[ea]s?|[Ee]stos|[Ee]s[ea]s?|[Ee]sos|[Dd]ich[oa]s?) ([^\W\d_]{4,})(?: ([^\W\d_]{4,}))?"
)
TOLD_AHEAD = r""
"""The next sentence may explain any opening of the first one."""
_MOST_WORDS = 21
"""Words of a sentence that may do without a verb; a longer one may have a verb that is not in the list."""


def _needs_without_verb(texts: Sequence[str], place: int, title: str) -> Iterator[tuple[int, ...]]:
    """Yields the place before a sentence without a verb; the first sentence of an article may be a heading."""
    text = texts[place]
    if place and text.endswith((".", "!")) and text.count(" ") < _MOST_WORDS and not text.startswith(_MARKS):
        words = [word.strip(_PUNCTUATION) for word in text.lower().split()]
        if verbs.FINITE.isdisjoint(words) and not any(word.endswith(verbs.ENDINGS) for word in words):
            yield (place - 1,)


_MARKS = ("“", '"', "«")
_PUNCTUATION = ".,:;!()“”‘’—–…"
OWN_NEEDS = _needs_without_verb
