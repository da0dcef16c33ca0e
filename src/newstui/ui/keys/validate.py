"""What a reader chose for the screen in config.toml, keys and theme: what of it can be used, and what is wrong with it.

It alone needs Textual of all that is checked in the settings, so it is asked only where a screen or the settings are.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.settings import PRESET
from newstui.ui.themes import OWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import Binding

    from newstui.domain.settings import Settings

_MODIFIERS = {"ctrl", "shift", "alt", "super", "hyper", "meta"}
_SENT_AS_ANOTHER = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+left_square_bracket": "escape"}
"""What terminals do not tell apart from a key that they have."""

_FIELD = "a field"
"""What is typed into has keys of its own."""


class Wrong(NamedTuple):
    """A setting that cannot be used: a sentence that names it, and what to do."""

    sentence: str
    hint: str


def mistakes(settings: Settings) -> list[Wrong]:
    """All that is wrong with keys and theme."""
    wrong = [] if has_theme(settings.theme) else [_no_theme(settings.theme)]
    return wrong + (usable_keys(settings.keys)[1] if settings.keys else [])


def has_theme(name: str) -> bool:
    if any(theme.name == name for theme in OWN):
        return True
    from textual.theme import BUILTIN_THEMES

    return name in BUILTIN_THEMES


def _no_theme(name: str) -> Wrong:
    from textual.theme import BUILTIN_THEMES

    known = ", ".join([theme.name for theme in OWN] + sorted(BUILTIN_THEMES))
    return Wrong(f"theme = {name!r}: there is no such theme", f"there are: {known}")


def usable_keys(keys: Mapping[str, str]) -> tuple[dict[str, str], list[Wrong]]:
    """(what of [keys] can be used, with its preset; what is wrong with the rest).

    An entry that is wrong leaves its binding as the preset has it, or as it comes. What is left of two that want one
    key is what stands first; without its own entry a binding may want a key that another one took, so they are
    compared anew until nothing collides.
    """
    preset, wrong = _preset(keys.get(PRESET))
    places = _places()
    panes = [_keys_of(place, preset) for place in places]
    known = {each.id for place in places for each in place if each.id}
    typing = _while_typing(places)
    used: dict[str, str] = {}
    for name, wanted in keys.items():
        if name == PRESET:
            continue
        if problem := _problem(name, wanted, known, typing):
            wrong.append(problem)
        else:
            used[name] = wanted
    by_default = _shared(panes, {})
    while collisions := {pair: key for pair, key in _shared(panes, used).items() if pair not in by_default}:
        name = max((name for pair in collisions for name in pair if name in used), key=list(used).index)
        key, other = next((key, other) for pair, key in collisions.items() if name in pair for other in pair - {name})
        hint = f"take another key, or give {other} another one" if other in known else "take another key"
        wrong.append(Wrong(f"[keys] {name} = {used.pop(name)!r}: {key} is the key of {other} too", hint))
    return preset | used, wrong


def _preset(name: str | None) -> tuple[dict[str, str], list[Wrong]]:
    """(the keys of the preset of that name, what is wrong with the name)."""
    if name is None:
        return {}, []
    from newstui.ui.keys.presets import PRESETS  # most people want the keys as they come

    if name in PRESETS:
        return PRESETS[name], []
    wrong = Wrong(f"[keys] {PRESET} = {name!r}: there is no such preset", f"there are: {', '.join(PRESETS)}")
    return {}, [wrong]


def _problem(name: str, wanted: str, known: set[str], typing: set[str | None]) -> Wrong | None:
    """What is wrong with one entry by itself."""
    if name not in known:
        from difflib import get_close_matches

        near = get_close_matches(name, known, 1)
        hint = "docs/keys.md lists them all" + (f"; was {near[0]} meant?" if near else "")
        return Wrong(f"[keys] {name}: there is no binding of that name", hint)
    for key in _names(wanted):
        if not _exists(key):
            hint = (
                f"terminals send it as {_SENT_AS_ANOTHER[key]}" if key in _SENT_AS_ANOTHER
                else "for instance: b, B, *, ctrl+n, f5, space, pagedown, comma"
            )  # fmt: skip
            return Wrong(f"[keys] {name} = {wanted!r}: there is no key {key!r}", hint)
        if name in typing and _is_typed(key):
            hint = "for instance: ctrl+n, f5, pagedown"
            return Wrong(f"[keys] {name} = {wanted!r}: {key} is typed into fields", hint)
    return None


def _names(wanted: str) -> list[str]:
    """`b, *` as Textual calls these keys: `b`, `asterisk`."""
    from textual.keys import _character_to_key

    parts = [part.strip() for part in wanted.split(",")]
    return [_character_to_key(part) if len(part) == 1 else part for part in parts]


def _exists(key: str) -> bool:
    """Whether a terminal can send it."""
    from textual.keys import REPLACED_KEYS, Keys, key_to_character

    if key in _SENT_AS_ANOTHER:
        return False
    *modifiers, base = key.split("+")
    is_character = len(base) == 1 or base in REPLACED_KEYS or (base.islower() and key_to_character(base) is not None)
    is_named = base in {each.value.rpartition("+")[2] for each in Keys if not each.value.startswith("<")}
    if not modifiers:
        return is_character or is_named
    is_plain = set(modifiers) == {"shift"} and is_character and base != "tab"  # it is sent as another character
    return set(modifiers) <= _MODIFIERS and (is_character or is_named) and base == base.lower() and not is_plain


def _is_typed(key: str) -> bool:
    from textual.keys import key_to_character

    return (key_to_character(key) or "\n").isprintable()


def _places() -> list[list[Binding]]:
    """For each place that has the keys: what is bound there."""
    from textual.binding import Binding
    from textual.widgets import Input

    from newstui.ui.app import NewstuiApp
    from newstui.ui.keys.bindings import ASK, BROWSER, CHANGES, FEED_LIST, FEEDS, LIST, ONLY_READING, READER
    from newstui.ui.screens.panels.choose import ChoicePanel
    from newstui.ui.screens.panels.help import HelpPanel

    field = Binding(",".join(key for each in _bindings(Input.BINDINGS) for key in each.key.split(",")), _FIELD)
    in_list = [each for each in BROWSER if each.id not in ONLY_READING]
    screens = ([*LIST, *in_list], [*READER, *BROWSER], [*FEED_LIST, *FEEDS], CHANGES)
    panels = [_bindings(panel) for panel in (ChoicePanel.BINDINGS, HelpPanel.BINDINGS, ASK)]
    everywhere = _bindings(NewstuiApp.BINDINGS)
    # A field has its keys before the panel that it is in, but not before what goes before everything.
    return [[*place, *everywhere] for place in (*screens, *panels)] + [[*panel, field] for panel in panels]


def _while_typing(places: Iterable[list[Binding]]) -> set[str | None]:
    """Bindings that are there while something is typed: those of panels with a field, and what goes before all."""
    return {
        each.id for place in places for each in place if each.priority or any(other.action == _FIELD for other in place)
    }


def _bindings(bindings: Iterable[object]) -> list[Binding]:
    from textual.binding import Binding

    return [each for each in bindings if isinstance(each, Binding)]


def _keys_of(bindings: Iterable[Binding], chosen: Mapping[str, str]) -> dict[str, list[str]]:
    """Binding id → its keys. What has no id of its own stands too."""
    return {each.id or each.action: _names(chosen.get(each.id or "", each.key)) for each in bindings}


def _shared(panes: list[dict[str, list[str]]], chosen: Mapping[str, str]) -> dict[frozenset[str], str]:
    """Pairs of bindings with one key in one pane, and that key."""
    shared: dict[frozenset[str], str] = {}
    for pane in panes:
        names_of: dict[str, list[str]] = {}
        for name, keys in pane.items():
            for key in _names(chosen[name]) if name in chosen else keys:
                names_of.setdefault(key, []).append(name)
        for key, names in names_of.items():
            shared.update({frozenset(pair): key for pair in combinations(names, 2) if pair[0] != pair[1]})
    return shared
