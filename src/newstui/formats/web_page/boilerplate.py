"""Tells which elements of a page are boilerplate, by tags and by the names that their authors gave them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.formats.html.elements import is_element

if TYPE_CHECKING:
    from turbohtml import Element, Node

_TAGS = frozenset(("nav", "footer", "form", "button", "menu"))
_ROLES = frozenset(("navigation", "search", "dialog", "alertdialog", "banner", "contentinfo"))
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:shar(?:e|es|ing)|sharedaddy|social|related|recirc\w*|recommend\w*|promo\w*|newsletter|subscri\w*"
    r"|comment\w*|disqus|outbrain|taboola|teads|sponsor\w*|advert\w*|ads?|cookie\w*|consent|popup|overlay|modal|breadcrumbs?"
    r"|pagination|pager|sidebar|(?<!code-)toolbar|nav|navbox|noprint|menu|footer|signup|login|paywall|(?:author|user)-?bio|byline"
    r"|more-?(?:from|on|stories)|read-?(?:more|next)|also-?(?:read|like)|trending|popular|slideshow|carousel|slider|lightbox)"
    r"(?:$|[\s_-])|(?<!\S)widget(?:_\w+)?(?!\S)",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"(?:^|[\s_-])(?:cookie\w*|consent|gdpr)(?:$|[\s_-])", re.IGNORECASE)
_FIELD = "textarea, input[type=email], input[type=password], input[type=search]"
_MOST_AROUND_FIELD = 120
"""Words. More around a field is the part of an article that a wall hides."""
_VIEWER = re.compile(r"lightbox", re.IGNORECASE)
"""Names of a picture that opens in a viewer: they say nothing about the picture."""
_ASIDE_LEAST_WORDS = 10
_FACTS_LEAST_WORDS = 4
_SENTENCE_END = re.compile(r"[.!?…。！？]\s*\Z")
_MOST_LINKED = 0.3


class Boilerplate:
    """Tells which elements of a tree are boilerplate or stand in some. It remembers each answer."""

    def __init__(self, tree: Element, home: Element | None = None) -> None:
        self._known: dict[Node, bool] = {tree: False}
        up: Node | None = home
        while is_element(up):
            self._known[up] = False  # names of what holds the article say nothing about its parts
            up = up.parent

    def holds(self, element: Element) -> bool:
        path: list[Element] = []
        up: Node | None = element
        while is_element(up) and up not in self._known:
            path.append(up)
            up = up.parent
        is_boilerplate = up is not None and self._known.get(up, False)
        for each in reversed(path):
            is_boilerplate = is_boilerplate or _is_boilerplate(each)
            self._known[each] = is_boilerplate
        return is_boilerplate

    def around(self, element: Element) -> Element | None:
        """Returns the outermost element of the boilerplate that an element stands in."""
        outermost = None
        up: Node | None = element
        while is_element(up) and self.holds(up):
            outermost, up = up, up.parent
        return outermost


def _is_boilerplate(element: Element) -> bool:
    names = f"{element.attr('class') or ''} {element.attr('id') or ''}"[:500]
    if element.tag in ("a", "figure") and element.select_one("img") is not None:
        names = _VIEWER.sub("", names)
    if _NAMES.search(names):
        return True
    if (element.attr("role") or "").lower() in _ROLES:
        return True
    if element.tag == "footer":
        return element.closest("blockquote, figure") is None
    return element.tag in _TAGS or (element.tag == "aside" and not is_note(element))


def is_notice(element: Element | None) -> bool:
    """Returns True for boilerplate that is no part of an article: about cookies, or a form with a paragraph or two."""
    if element is None:
        return False
    names = f"{element.attr('class') or ''} {element.attr('id') or ''}"[:500]
    if _CONSENT.search(names):
        return True
    has_field = element.tag == "form" or element.select_one(_FIELD) is not None
    return has_field and len(element.text.split()) <= _MOST_AROUND_FIELD


def is_note(aside: Element) -> bool:
    """Returns True for an aside of the author: words, not links to other stories."""
    words = len(aside.text.split())
    linked = sum(len(link.text.split()) for link in aside.select("a"))
    is_said = words >= _ASIDE_LEAST_WORDS or bool(_SENTENCE_END.search(aside.text))
    if not is_said and words >= _FACTS_LEAST_WORDS and aside.select_one("li, td, dd") is not None:
        return aside.select_one("a, form, input, button") is None  # facts
    return is_said and linked <= _MOST_LINKED * words
