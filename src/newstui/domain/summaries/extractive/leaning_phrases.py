"""Phrases that lean on an earlier sentence. One rule: a phrase here needs a mention.

Single words that open a sentence are in `dependent_openings`; here are openings of several words, ordinals, and
definite nouns ("the decision") which say nothing where the sentence that introduced them is absent: of French and
Spanish. `leaning_in_english`, `leaning_in_german` and `leaning_forms` have those of other languages.
"""

from __future__ import annotations

import re
from functools import cache

from newstui.domain.summaries.extractive import leaning_in_english as in_english
from newstui.domain.summaries.extractive import leaning_in_french as in_french
from newstui.domain.summaries.extractive import leaning_in_german as in_german
from newstui.domain.summaries.extractive.answers_in_german import ANSWERS
from newstui.domain.summaries.extractive.leaning_forms import FORMS, Patterns, compiled
from newstui.domain.summaries.extractive.leaning_vietnamese import VIETNAMESE

_PHRASES = {
    "en": in_english.OPENINGS,
    "de": in_german.OPENINGS,
    "fr": in_french.OPENINGS,
    "es": r"(?:por lo (?:que|cual|mismo)"
    r"|en (?:efecto|cambio|consecuencia|(?:primer|segundo|tercer|cuarto|último) lugar|este|esta|ese|esa"
    r"|estos|esas|ello"
    r"|ellos)|por (?:ejemplo|otro lado"
    r"|otra parte|el contrario|su parte|lo tanto|ello|eso|esto|este|esta|ese|esa|tanto)|sin embargo|no obstante"
    r"|(?:en otras palabras|al contrario|en respuesta|a continuación|más tarde|más adelante|poco después"
    r"|días después"
    r"|al día siguiente|ese mismo día|(?:el|la|los|las) (?:primer|segund|tercer)[oa]s? de (?:ellos|ellas)"
    r"|todos ellos|todas ellas"
    r"|ninguno de (?:los dos|ellos)|algunos de ellos|muchos de ellos|la mayoría de ellos|mientras tanto|aun así"
    r"|pese a (?:ello"
    r"|esto|eso|todo)|a pesar de (?:ello|esto|eso))|de (?:hecho|este|esta|ese|esa|estos|estas|esos|ellos|ellas)"
    r"|al mismo tiempo|desde entonces|hasta entonces"
    r"|a (?:su vez|este|esta|ese|esa|él|ella)|con (?:él|ella|ellos|este|esta|esto|ese|esa|eso|ello)|para (?:él|ella"
    r"|ellos|este|esta|esto|eso|ello)|según (?:él|ella|este|esta)|entre (?:ellos|ellas)|tras (?:esto|eso|ello|este"
    r"|esta|ese|esa)|uno de ellos|una de ellas|(?:l[oa]s|ambos|ambas) (?:dos|tres|cuatro|otros|otras|mismos|mismas)"
    r"|(?:mucho|poco|algún)(?: tiempo)? (?:después|antes|más tarde)|\w{3,}(?:aba|aban|ían)(?! (?-i:[A-ZÁÉÍÓÚÑ]))"
    r"|\w{3,}(?:[iñ]ó|aron|ieron)(?! (?-i:[A-ZÁÉÍÓÚÑ])| (?:un|una|el|la|los|las|unos|unas|dos|tres)\b)"
    r"|ambos|ambas|otr[oa]s?|el otro|la otra|el mismo|la misma|lo mismo|un[oa]? (?:segund[oa]|tercer[oa]?)"
    r"|(?:el|la) (?:segund[oa]|tercer[oa]?|cuart[oa]|últim[oa])\b(?! (?:guerra|vez|semana|trimestre))"
    r"|una? (?:[\w-]+ )?(?:\w{3,}(?:ción|sión|miento)|decisión|medida|cifra|iniciativa|subida|bajada|anuncio|gesto"
    r"|éxito|fracaso|victoria|derrota|práctica|idea|asunto|fenómeno|noticia) que"
    r"|de ahí|en aquell[ao]s?"
    r"|(?:sí|no),|(?:cuando|como|si|mientras|aunque|porque) (?:él|ella|ellos|ellas|esto|eso)\b|es decir"
    r"|se (?:trata de|llama\w*)|[^.“\"]{1,60} (?:esto|eso)|en (?:segundo|tercer) lugar|(?:segundo|tercero),"
    r"|les? \w+(?:ó|ron|ía|ían|aba|aban)\b|(?:es|fue) (?:un|una|el|la|lo|otro|otra)\b|son (?:los|las"
    r"|unos|unas)\b"
    r"|(?:añadió|agregó|explicó|dijo|afirmó|aseguró|señaló|indicó|recordó|insistió|subrayó|apuntó|comentó"
    r"|reconoció|admitió"
    r"|destacó|precisó|lamentó|sostuvo|(?:ha|han) (?:añadido|dicho|explicado|asegurado|señalado|afirmado"
    r"|recordado|insistido"
    r"|destacado|apuntado)|añade|explica|dice|asegura|señala|recuerda|insiste)(?: también| además)? que)",
}
_LATER = {
    "en": in_english.LATER,
    "fr": in_french.LATER,
    "es": r"[^\d]{1,60} (?:horas|días|semanas|meses|años) (?:antes|después|más tarde)\b(?! de)",
    "de": in_german.LATER,
}
"""Times that count from one that is not said in the sentence."""
_TIMES = {
    "en": in_english.TIMES,
    "de": in_german.TIMES,
    "fr": in_french.TIMES,
    "es": r"(?:en )?est(?:e|a|os|as) (?:año|semana|mes|mañana|tarde|noche|verano|otoño|invierno|primavera"
    r"|temporada|días|fin de semana"
    r"|últim\w+ \w+|lunes|martes|miércoles|jueves|viernes|sábado|domingo)",
}
"""Times that every reader knows: a demonstrative before them points at today."""
_MEANWHILE = {
    "en": in_english.MEANWHILE,
    "fr": in_french.MEANWHILE,
    "es": r", (?:sin embargo|no obstante|en cambio|por su parte|por lo tanto|además),",
    "de": in_german.MEANWHILE,
}
"""Connectives that stand behind the first words."""
_NOUNS = {
    "en": in_english.NOUNS,
    "de": in_german.NOUNS,
    "fr": in_french.NOUNS,
    "es": "declaración decisión anuncio medida medidas incidente propuesta fallo veredicto comentario comentarios "
    "acusación acusaciones noticia mensaje objetivo esperanza plan planes idea acuerdo ataque accidente caso "
    "cuestión "
    "problema resultado resultados cifra cifras debate discusión situación iniciativa proyecto petición "
    "advertencia "
    "carta vídeo video estudio encuesta informe reunión encuentro visita juicio incendio paso portavoz diplomático "
    "sospechoso sospechosa víctima víctimas empresa compañía grupo organización equipo club pareja dúo trío hombre "
    "mujer niño niña joven conductor conductora jugador jugadora delantero actor actriz cantante estrella autor "
    "autora "
    "investigador investigadores juez abogado abogada país ciudad pueblo edificio casa barco avión coche vehículo "
    "animal perro hijo familia hija madre padre hombres mujeres menor menores adolescente estudiante agente "
    "agentes "
    "futbolista portero defensa centrocampista entrenador artista científico científica científicos político "
    "política "
    "empresario empresaria funcionario funcionarios vehículo buque nave helicóptero tren autobús municipio "
    "localidad "
    "explosión protesta huelga manifestación descubrimiento hallazgo lista foto fotografía imagen imágenes "
    "reclamación ley "
    "norma prohibición choque seísmo siniestro suceso razón respuesta motivo causa",
}
_BEFORE = {"en": "the ", "de": in_german.BEFORE, "fr": "(?:l[ea]s? |l['’])", "es": "(?:el|la|los|las) "}
_SAYS_WHICH = {
    "en": in_english.SAYS_WHICH,
    "de": in_german.SAYS_WHICH,
    "fr": in_french.SAYS_WHICH,
    "es": "de|del|a|al|sobre|que|para|entre|en|por|contra|con|donde|cuyo",
}
"""Words after a noun that say which one is meant."""
_NAMED = {"fr": r"(?!(?-i: [A-ZÀ-Þ]))"}
"""A name behind a noun says which one is meant, too."""
_INSIDE = {
    "en": in_english.INSIDE,
    "fr": in_french.INSIDE,
    "es": r"\b(?:est[ea]|est[oa]s|es[ea]|es[oa]s) (?!semana|mañana|tarde|noche|verano|otoño|invierno|primavera"
    r"|temporada"
    r"|días|lunes|martes|miércoles|jueves|viernes|sábado|domingo|momento|últim\w+ (?:semana|mes|año|día|hora|temporada)"
    r"|mism|sentido|vez)([a-zà-ÿ]{4,})\b"
    r"|\b(?:para|con|por|sobre|tras|antes de|que|de|ante) (?:la|el) (",
    "de": in_german.INSIDE,
}
_ABSTRACT = {"en": 32, "fr": 30, "es": 28}
"""The number of first nouns that need their mention in the middle of a sentence too: acts, and what was said."""

_WITHIN = {"de": in_german.SPEAKERS}
"""Others that need it there."""
_MENTION = {"de": "@"}
"""An earlier mention, where that is no whole word: `Unfall` in `Autounfalls`."""
_ANSWERS = {"de": ANSWERS}


@cache
def patterns(lang: str) -> Patterns | None:
    """Returns what leans in a language, None where no phrases of it are known. Takes three milliseconds once."""
    if lang == "vi" or lang in FORMS:
        return compiled(VIETNAMESE if lang == "vi" else FORMS[lang])
    if lang not in _PHRASES:
        return None
    nouns, which = _NOUNS[lang].split(), rf"(?! (?:{_SAYS_WHICH[lang]})(?!\w))"
    within = _WITHIN[lang].split() if lang in _WITHIN else nouns[: _ABSTRACT[lang]]
    to_do = r"|\bfor the (decision|move|plan|proposal) to\b" if lang == "en" else ""
    return Patterns(
        re.compile(rf"[\"“«„'’]?(?:{_PHRASES[lang]}|{_LATER[lang]})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?:\S+ ){{0,4}}\S+?(?:{_MEANWHILE[lang]})"),
        re.compile(
            rf"(?:[^,;“\"«]{{1,60}}, )?{_BEFORE[lang]}(?:\d+[- ]year[- ]old|(?P<noun>{'|'.join(nouns)}))(?!\w)"
            rf"(?!,? (?:{_SAYS_WHICH[lang]})(?!\w)){_NAMED.get(lang, '')}",
            re.IGNORECASE,
        ),
        re.compile(rf"{_INSIDE[lang]}{'|'.join(within)})(?!\w){which}{to_do}"),
        re.compile(rf"(?:{_TIMES[lang]})(?!\w)", re.IGNORECASE),
        _MENTION.get(lang, r"\b@\b"),
        answer=re.compile(_ANSWERS.get(lang, r"(?!)")),
    )
