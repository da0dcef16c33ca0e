"""The panes of newstui, how to get into each, and what must be there for each of its keys to do something."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.widgets import Input, TextArea

from newstui.ui.keys.bindings import APP
from tests.terminal.keyboard import ESCAPE, SENT, documented_keys, keys_after

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.terminal.keyboard import DocumentedKey, Keyboard

_LIST = f"{ESCAPE * 5}\x1b[H"
_MIDDLE = f"{_LIST}jjjj"
"""To the fifth headline: a long article."""


class Pane(NamedTuple):
    """A place where keys go to."""

    there: str
    """The keys that lead into it from anywhere, to the middle of what it shows."""
    headings: tuple[str, ...] = ("In panels",)
    """Those of the page of keys under which its keys are."""
    prefix: str = ""
    """The beginning of the ids of its bindings, where not all under the headings are its own."""
    field: tuple[str, ...] = ()
    """Keys of a field in it."""
    shows: str = ""
    """What it shows once a thread has brought it."""
    within: str = ""
    """Keys that are pressed then."""
    told: tuple[str, ...] = ()
    """Keys that a sentence of the page names."""


class Menu(NamedTuple):
    """A panel in which one more key chooses, and any other one leaves it."""

    there: str
    """The keys that lead to where it opens."""
    opener: str
    keys: str = ""
    """Those that choose; empty: the ones in the row of the binding of this name."""
    after: str = ""
    """Takes back what was chosen."""


def _keys_of(field: type[Input | TextArea]) -> tuple[str, ...]:
    bound = {key for binding in field.BINDINGS for key in getattr(binding, "key", "").split(",")}
    typed = {key for key, sent in SENT.items() if len(sent) == 1 and sent.isprintable()}
    return tuple(typed | bound & SENT.keys() | {"enter"})


_FIELD, _TEXT = _keys_of(Input), _keys_of(TextArea)
_OPTIONS = ("home", "end", "enter")
_PALETTE = ("up", "down", "pageup", "pagedown", "enter", "escape")
PANES = {
    "list": Pane(f"{_MIDDLE}", ("Anywhere", "In the list")),
    "article": Pane(f"{_MIDDLE}\r\x1b[6~\x1b[6~\x1b[A", ("Anywhere", "In the article")),
    "sections": Pane(f"{_LIST}gfj", ("In the sections",)),
    "history": Pane(f"{_LIST}mjmgh\x1b[B", ("In the history",)),
    "search": Pane(f"{_LIST}/the", ("In the search",), field=_FIELD, shows="9 articles", within="\x1b[B"),
    "help": Pane(f"{_LIST}?", prefix="help-", field=_FIELD, shows="Every day", within="\x1b[B\x1b[B"),
    "filter": Pane(f"{_LIST}f", prefix="choose-", field=_FIELD, within="\x1b[B"),
    "sort": Pane(f"{_LIST}O\x1b[B", prefix="choose-", field=_OPTIONS),
    "highlights": Pane(f"{_LIST}\rv\rvj\rvjj\rH\x1b[B", prefix="choose-", field=_FIELD),
    "tags": Pane(f"{_LIST}t", prefix="choose-", field=_FIELD, shows="#walks  1", within="\x1b[B\x1b[B"),
    "note": Pane(f"{_LIST}Tword", prefix="note-", field=_TEXT),
    "address": Pane(f"{_LIST}a", prefix="ask-", field=_FIELD),
    "feed": Pane(f"{_LIST}gfji", prefix="changes-back", shows="Asked "),
    "palette": Pane(f"{_LIST}\x10", (), field=_FIELD, shows="Accounts on", within="\x1b[6~\x1b[B", told=_PALETTE),
    "export": Pane(f"{_LIST}w\x1b[B", prefix="choose-", field=_OPTIONS),
    "pipe": Pane(f"{_LIST}|", prefix="ask-", field=_FIELD),
    "related": Pane(f"{_LIST}jR\x1b[B", prefix="choose-", field=_OPTIONS),
    "mute": Pane(f"{_LIST}jI\x1b[B", prefix="choose-", field=_OPTIONS),
    "changes": Pane(f"{_LIST}=", prefix="changes-", shows="Or at 0 past", within="\x1b[6~\x1b[B"),
}
"""Name → the pane."""
OF_A_KIND = {"highlights", "export", "related", "mute", "pipe"}
"""Panes of the same class as another one."""
MENUS = {
    "go": Menu(_MIDDLE, "g"),
    "mark-read": Menu(_MIDDLE, "M", after="u"),
    "minutes": Menu(_MIDDLE, "gm", "1234569"),
    "links": Menu(f"{_LIST}\r", "L", "123456789"),
}
"""Name → the panel."""
_BEFORE = {
    "back": "gu",
    "reader-back": "gu",
    "previous-match": "S",
    "summary-longer": "s",
    "summary-shorter": "s",
    "search-complete": "\x15sou",
    "history-redo": "u",
    "undo": "m",
    "redo": "mu",
    "highlight-keep": "v",
    "highlight-remove": "v\rv",
    "to-sentence": "s",
    "find-next": "/heron\r",
    "find-previous": "/heron\r",
    "link-open": "\x1b[H\t",
}
"""Id of a binding → what is pressed before its key, so that there is something to do for it."""
_AFTER = {
    "section-turn": "\x1b[D",
    "unread-only": ".",
    "full-width": "z",
    "discard": "u",
    "mark-all-read": "u",
    "sections": "\\",
    "excerpts": "e",
    "section-unread-only": ".",
}
"""Id of a binding → what takes back what its key did and would be in the way of the others."""
_COPY = "ctrl+c"
"""Textual's own key: it copies what the mouse selected, or says how to quit."""


def undocumented_keys(keyboard: Keyboard, names: Iterable[str] = PANES) -> list[str]:
    """Returns for each pane the first key that does something and is not on the page. What other keys do may go on
    behind the screen: this comes before they are pressed.
    """
    wrong = []
    for name in names:
        pane = PANES[name]
        known = {key for _, key in (*_keys_in(pane), *documented_keys()["Anywhere"])} | {*pane.field, *pane.told, _COPY}
        others = [key for key in SENT if key not in known]
        if key := keyboard.first_that_does_something(others, partial(_go_to, keyboard, pane)):
            wrong.append(f"{name}: {key} does something")
    return wrong


def undocumented_choices(keyboard: Keyboard) -> list[str]:
    """Returns for each menu the first key that does more than leave it and is not on the page."""
    wrong = []
    for name, menu in MENUS.items():
        known = {*_menu_keys(name), *_OPTIONS, *_keys_of_choices(), *_keys_everywhere(), _COPY}
        others = [key for key in SENT if key not in known]
        if key := keyboard.first_that_does_something(others, partial(keyboard.go, menu.there), menu.opener):
            wrong.append(f"{name}: {key} does something")
    return wrong


def dead_keys(keyboard: Keyboard, name: str, is_pressed: Callable[[str], bool] = lambda key: True) -> list[str]:
    """Returns the keys that do nothing in a pane and are on the page."""
    dead = []
    for id_, key in [*_keys_in(PANES[name]), *((key, key) for key in PANES[name].told)]:
        if is_pressed(key):
            _go_to(keyboard, PANES[name], _BEFORE.get(id_, ""))
            if not keyboard.does_something(key):
                dead.append(f"{name}: {key} ({id_}) does nothing")
            if id_ in _AFTER:
                keyboard.go(_AFTER[id_])
    return dead


def dead_choices(keyboard: Keyboard, name: str, is_pressed: Callable[[str], bool] = lambda key: True) -> list[str]:
    """Returns the keys that only leave a panel in which they choose."""
    dead, menu = [], MENUS[name]
    for key in filter(is_pressed, _menu_keys(name)):
        keyboard.go(menu.there)
        left = keyboard.seen
        keyboard.go(menu.opener)
        if not keyboard.does_something(key, besides=left):
            dead.append(f"{name}: {key} does nothing")
        if menu.after:
            keyboard.go(menu.after)
    return dead


def _menu_keys(name: str) -> list[str]:
    return list(MENUS[name].keys) or keys_after(name)


def _keys_of_choices() -> set[str]:
    return {key for id_, key in documented_keys()["In panels"] if id_.startswith("choose-")}


def _keys_everywhere() -> set[str]:
    """Returns the keys that work in panels too."""
    return {key for binding in APP for key in binding.key.split(",")}


def _keys_in(pane: Pane) -> list[DocumentedKey]:
    rows = documented_keys()
    return sorted(key for heading in pane.headings for key in rows[heading] if key.id.startswith(pane.prefix))


def _go_to(keyboard: Keyboard, pane: Pane, then: str = "") -> None:
    keyboard.go(pane.there)
    if pane.shows:
        keyboard.terminal.wait_for(pane.shows)
    if pane.within or then:
        keyboard.go(pane.within + then)
