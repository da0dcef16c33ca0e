"""Parts of a line that only dialects of Markdown have, as all have them: wiki links, marks, comments, shortcodes.

Code stays as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MAY_HAVE = re.compile(
    r"<su[bp]>|\[\[|==(?<!===)[^\s=]|%%|\{[{:#]|[\])]\{[ .\w]|\|\d{1,4}(?:x\d{1,4})?\]\(|~\d{1,4}[~^]"
    r"|\^(?:\d{1,4}[~^]|(?<![^ \t\n]\^)\w)"
)
"""Matches a sign of something that `plain_line` changes. Each part begins with one character: so it is found fast."""
_WRITTEN = r"(?:[.#][\w-]{1,60}|[\w-]{1,40}=(?:\"[^\"\n]{0,100}\"|[^\s{}\"]{1,100}))"
_ATTRIBUTES = rf"\{{:?[ ]?{_WRITTEN}(?:[ ]{_WRITTEN}){{0,9}}[ ]?\}}"
"""Classes, ids and sizes that Pandoc, kramdown and MkDocs write behind a link, a picture or words in brackets."""
_PART = re.compile(
    r"(?=[`<!\[=~^{%])(?:"  # of most characters this is all that is looked at
    r"(?<!`)(?P<code>`+)(?!`)[^\n]{0,2000}?(?<!`)(?P=code)(?!`)"
    r"|<(?P<small>sup|sub)>(?P<digits>[0-9+\-]{1,7})</(?P=small)>"
    r"|(?P<brackets>\[+(?=\[\[))"  # of many in a row only the last two may open a link
    r"|(?P<embed>!?)\[\[(?P<page>[^\[\]\n|^\s][^\[\]\n|]{0,200}?)(?:\\?\|(?P<words>[^\[\]\n]{1,300}))?\]\](?!\()"
    r"|!\[(?P<alt>[^\[\]\n|]{0,300})\|\d{1,4}(?:x\d{1,4})?\](?=\()"
    r"|(?<![=!<>A-Za-z0-9])==(?P<marked>[^\s=](?:[^=\n]{0,500}?[^\s=])?)==(?![=A-Za-z0-9])"
    r"|(?<=[\w)])(?P<pandoc>[~^])(?P<number>[0-9+\-]{1,4})(?P=pandoc)(?![~^\d])"
    r"|\{\{[<%][^\S\n]{0,3}(?P<shortcode>[^{}\n]{0,1000}?)[^\S\n]{0,3}[>%]\}\}"
    r"|\{\{(?:video|youtube|vimeo|tweet|twitter|audio|pdf|iframe)[ \t]+(?P<macro>https?://[^\s{}]{1,1000})[ \t]*\}\}"
    rf"|(?<!\!)\[(?P<span>[^\[\]\n]{{1,300}})\]{_ATTRIBUTES}"
    rf"|(?P<of_link>(?<=\)){_ATTRIBUTES})"
    r"|(?P<left_out>(?<![\w%])%%[^%\n]{1,1000}%%(?!%)|(?:^|(?<=[ \t]))(?:\{[:#][^{}\n]{0,200}\}|\^[0-9a-f]{6})[ \t]*$"
    r"|^\^[\w-]{1,50}[ \t]*$))",
    re.MULTILINE,
)
_PICTURE = re.compile(r".*\.(?:png|jpe?g|gif|webp|avif|svg|bmp)", re.IGNORECASE)
_SIGNS_INSIDE = frozenset("*_`[")
_SMALL = {
    "sup": str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"),
    "sub": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋"),
}
_PLAYERS = {"youtube": "https://www.youtube.com/watch?v={}", "vimeo": "https://vimeo.com/{}",
            "gist": "https://gist.github.com/{}"}  # fmt: skip
"""Addresses of what Hugo's shortcodes show by an id."""
_ATTRIBUTE = re.compile(r"\b(src|id|alt|caption|title)\s?=\s?[\"']?([^\"'\n]{1,500})")
_ID = re.compile(r"[\w-]{5,40}")


def plain_line(line: str) -> str:
    """Returns a line, or several, of Markdown as all read it."""
    return _PART.sub(_plain, line)


def _plain(match: re.Match[str]) -> str:
    return _WAYS[match.lastgroup or ""](match)


def _marked(words: str) -> str:
    return words if set(words) & _SIGNS_INSIDE else f"**{words}**"


def _of_wiki_link(match: re.Match[str]) -> str:
    """Returns what is read of a wiki link: `b` for `[[a|b]]`, a picture for `![[a.png]]`."""
    page = match["page"].strip()
    if match["embed"] and _PICTURE.fullmatch(page):
        return f"![{page}](<{page}>)"
    place, _, heading = page.partition("#")
    if heading.startswith("^"):
        heading = ""
    return (match["words"] or " > ".join(filter(None, (place, heading))) or page).strip()


def _shown(shortcode: str) -> str:
    """Returns what a shortcode of Hugo shows: a video or a picture; nothing for one around words, which stay."""
    name, _, rest = shortcode.strip("/ ").partition(" ")
    attributes = dict(_ATTRIBUTE.findall(rest))
    if name in _PLAYERS:
        found = _ID.fullmatch(attributes.get("id") or rest.strip(" \"'").replace("/", "")) if rest else None
        return _PLAYERS[name].format(found[0]) if found else ""
    if name == "figure" and "src" in attributes:
        words = attributes.get("alt") or attributes.get("caption") or attributes.get("title") or ""
        return f"![{words.replace('[', '').replace(']', '')}](<{attributes['src'].strip()}>)"
    return ""


_WAYS: dict[str, Callable[[re.Match[str]], str]] = {
    "code": lambda match: match[0],
    "brackets": lambda match: match[0],
    "digits": lambda match: match["digits"].translate(_SMALL[match["small"]]),
    "page": _of_wiki_link,
    "words": _of_wiki_link,
    "alt": lambda match: f"![{match['alt']}]",
    "marked": lambda match: _marked(match["marked"]),
    "number": lambda match: match["number"].translate(_SMALL["sub" if match["pandoc"] == "~" else "sup"]),
    "shortcode": lambda match: _shown(match["shortcode"]),
    "macro": lambda match: match["macro"],
    "span": lambda match: match["span"],
    "of_link": lambda match: "",
    "left_out": lambda match: "",
}
"""The last of the groups of `_PART` that are in a part → what makes that part plain."""
