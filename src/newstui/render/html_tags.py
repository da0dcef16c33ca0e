"""HTML tags inside a line of Markdown: what each does to the text, and which `<…>` are text themselves."""

from __future__ import annotations

import re
from typing import NamedTuple

from newstui.render.list_items import BULLETS


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)(\s.*|)/?>", re.DOTALL)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_NO_VALUE = _names(
    "allowfullscreen async autoplay checked controls defer disabled hidden ismap itemscope loop muted nowrap open "
    "playsinline readonly required reversed selected"
)
"""Attributes that stand without a value. A tag with any other such word is text: `a <b and c> d`."""
BREAKING = _names(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr "
    "ul"
)
"""Elements that end the line before them, and the line that they are on."""
STYLES = {
    "b": "strong", "strong": "strong", "summary": "strong", "dt": "strong", "th": "strong",
    "h1": "strong", "h2": "strong", "h3": "strong", "h4": "strong", "h5": "strong", "h6": "strong",
    "i": "emphasis", "em": "emphasis", "cite": "emphasis", "dfn": "emphasis", "var": "emphasis",
    "s": "strike", "del": "strike", "strike": "strike",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip
"""The role that the text of an element has."""
MEDIA = {"video": "video", "audio": "audio", "iframe": "embedded page", "embed": "embedded page"}
"""Elements that stand for what a terminal cannot show, and what they are called."""
UNSHOWN = frozenset(("script", "style", "rp"))
"""Elements whose content is no text; `rp` holds the brackets that `rt` has anyway."""
_SIGNS = {("q", False): "“", ("q", True): "”", ("rt", False): "(", ("rt", True): ")", ("td", False): " ",
          ("th", False): " "}  # fmt: skip
_SILENT = _names(
    "a abbr bdi bdo big col colgroup data del font img ins label mark picture q rb rt ruby small source span sub "
    "sup td time track u wbr"
)
_KNOWN = BREAKING | STYLES.keys() | MEDIA.keys() | UNSHOWN | _SILENT
_ALSO_WORDS = _names(
    "address article audio body caption code col data details embed figure footer form header label legend link main "
    "mark picture s section small source span style script summary time track var video"
)
"""Elements whose names people put in angle brackets to be filled in: `ping <address>`, `List<S>`."""


class Tag(NamedTuple):
    """A tag of HTML."""

    name: str
    """In lower case; empty for a comment."""
    is_end: bool
    attributes: dict[str, str]

    @property
    def sign(self) -> str:
        """Returns what stands for the tag in a text: quotation marks, the brackets around a reading; often nothing."""
        return _SIGNS.get((self.name, self.is_end), "")

    @property
    def may_be_text(self) -> bool:
        """True for a start tag that is one only if its end tag follows."""
        return not (self.is_end or self.attributes) and self.name in _ALSO_WORDS


class ListSigns:
    """The bullets and numbers of lists that are written in tags, one list in the other."""

    def __init__(self) -> None:
        self._lists: list[int | None] = []
        """The next number of each list around the text; None for one with bullets."""

    def sign_of(self, tag: Tag) -> str:
        """Returns what stands before an item, and takes note of where lists begin and end."""
        if tag.name in ("ul", "ol"):
            if not tag.is_end:
                start = tag.attributes.get("start", "")
                first = int(start) if start.isascii() and start.isdecimal() and len(start) < 10 else 1
                self._lists.append(first if tag.name == "ol" else None)
            elif self._lists:
                self._lists.pop()
        elif tag.name == "li" and not tag.is_end:
            number = self._lists[-1] if self._lists else None
            if number is not None:
                self._lists[-1] = number + 1
                return f"{number}. "
            depth = sum(each is None for each in self._lists)
            return f"{BULLETS[min(max(depth, 1), len(BULLETS)) - 1]} "
        return ""


_COMMENT = Tag("", False, {})


def tag_of(written: str) -> Tag | None:
    """Returns the tag; None for what is none of HTML, and so text: `List<String>`."""
    if written.startswith("<!--"):
        return _COMMENT
    match = _TAG.fullmatch(written)
    if match is None or (name := match[2].lower()) not in _KNOWN:
        return None
    attributes: dict[str, str] = {}
    for each in _ATTRIBUTE.finditer(match[3]):
        attribute = each[1].lower()
        if "=" not in each[0] and attribute not in _NO_VALUE:
            return None
        attributes.setdefault(attribute, _unescaped(each[2] or each[3] or each[4] or ""))
    return Tag(name, bool(match[1]), attributes)


def _unescaped(value: str) -> str:
    if "&" in value:
        from html import unescape  # thousands of entities, seldom needed

        return unescape(value)
    return value
