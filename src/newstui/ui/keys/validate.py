"""The check of the settings for the screen, keys and theme: finds what can be used, and what is wrong with the rest.

It is the only check of settings that needs Textual, so it runs only for a screen or where settings are shown.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.settings import PRESET
from newstui.ui.themes import AUTO, OWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import Binding

    from newstui.domain.settings import Settings

_MODIFIERS = {"ctrl", "shift", "alt", "super", "hyper", "meta"}
_SENT_AS_ANOTHER = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+left_square_bracket": "escape"}
"""Key → the key that terminals send in its place."""

_FIELD = "a field"
"""The name of a field to type into, which has keys of its own."""


_OF_FEEDS = (
    "up", "down", "page-up", "page-down", "first", "last", "open", "remove", "name", "folder", "tags", "switch", "back",
)  # fmt: skip
_NOW = dict.fromkeys(("feed-fetch", "feed-undo", "feed-redo", "feed-quit", "feed-help"), "")
_NOW |= {f"feed-{name}": f"section-{name}" for name in _OF_FEEDS}
"""An id of feeds when they were on a screen of their own → that in the sidebar; empty: its key is that of articles."""


class Mistake(NamedTuple):
    """A setting that cannot be used: a sentence that names it, and what to do."""

    sentence: str
    hint: str


def mistakes(settings: Settings) -> list[Mistake]:
    """Returns all mistakes in keys and theme."""
    mistakes = [] if has_theme(settings.theme) else [_no_theme(settings.theme)]
    return mistakes + (usable_keys(settings.keys)[1] if settings.keys else [])


def has_theme(name: str) -> bool:
    """Returns True where there is a theme of this name."""
    if name == AUTO or any(theme.name == name for theme in OWN):
        return True
    from textual.theme import BUILTIN_THEMES

    return name in BUILTIN_THEMES


def _no_theme(name: str) -> Mistake:
    from textual.theme import BUILTIN_THEMES

    known = ", ".join([AUTO, *(theme.name for theme in OWN), *sorted(BUILTIN_THEMES)])
    return Mistake(f"theme = {name!r}: there is no such theme", f"there are: {known}")


def usable_keys(keys: Mapping[str, str]) -> tuple[dict[str, str], list[Mistake]]:
    """Returns (the part of [keys] that can be used, with its preset; the mistakes in the rest).

    A wrong entry leaves its binding as the preset has it, or as it is by default. Of two entries for one key the
    first one stays. A binding without its entry falls back to its default key, which another entry may have taken:
    so they are compared again until no two collide.
    """
    preset, mistakes = _preset(keys.get(PRESET))
    keys = {name: entry for name, entry in keys.items() if name not in _NOW} | {
        _NOW[name]: entry for name, entry in keys.items() if _NOW.get(name) and _NOW[name] not in keys
    }
    contexts = _contexts()
    default_keys = [_keys_of(context, preset) for context in contexts]
    known = {binding.id for context in contexts for binding in context if binding.id}
    while_typing = _while_typing(contexts)
    usable: dict[str, str] = {}
    for name, entry in keys.items():
        if name == PRESET:
            continue
        if mistake := _mistake(name, entry, known, while_typing):
            mistakes.append(mistake)
        else:
            usable[name] = entry
    by_default = _shared(default_keys, {})
    while collisions := {pair: key for pair, key in _shared(default_keys, usable).items() if pair not in by_default}:
        name = max((name for pair in collisions for name in pair if name in usable), key=list(usable).index)
        key, other = next((key, other) for pair, key in collisions.items() if name in pair for other in pair - {name})
        hint = f"take another key, or give {other} another one" if other in known else "take another key"
        mistakes.append(Mistake(f"[keys] {name} = {usable.pop(name)!r}: {key} is the key of {other} too", hint))
    return preset | usable, mistakes


def _preset(name: str | None) -> tuple[dict[str, str], list[Mistake]]:
    """Returns (the keys of the preset of that name, mistakes in the name)."""
    if name is None:
        return {}, []
    from newstui.ui.keys.presets import PRESETS  # most people want the keys as they come

    if name in PRESETS:
        return PRESETS[name], []
    mistake = Mistake(f"[keys] {PRESET} = {name!r}: there is no such preset", f"there are: {', '.join(PRESETS)}")
    return {}, [mistake]


def _mistake(name: str, entry: str, known: set[str], while_typing: set[str | None]) -> Mistake | None:
    """Returns the mistake in one entry by itself; None where there is none."""
    if name not in known:
        from difflib import get_close_matches

        near = get_close_matches(name, known, 1)
        hint = "`newstui help keys` lists them all" + (f"; was {near[0]} meant?" if near else "")
        return Mistake(f"[keys] {name}: there is no binding of that name", hint)
    for key in _names(entry):
        if not _exists(key):
            hint = (
                f"terminals send it as {_SENT_AS_ANOTHER[key]}" if key in _SENT_AS_ANOTHER
                else "for instance: b, B, *, ctrl+n, f5, space, pagedown, comma"
            )  # fmt: skip
            return Mistake(f"[keys] {name} = {entry!r}: there is no key {key!r}", hint)
        if name in while_typing and _is_typed(key):
            hint = "for instance: ctrl+n, f5, pagedown"
            return Mistake(f"[keys] {name} = {entry!r}: {key} is typed into fields", hint)
    return None


def _names(entry: str) -> list[str]:
    """Returns the keys of an entry, `b, *`, as Textual calls them: `b`, `asterisk`."""
    from textual.keys import _character_to_key

    parts = [part.strip() for part in entry.split(",")]
    return [_character_to_key(part) if len(part) == 1 else part for part in parts]


def _exists(key: str) -> bool:
    """Returns True for a key that a terminal can send."""
    from textual.keys import REPLACED_KEYS, Keys, key_to_character

    if key in _SENT_AS_ANOTHER:
        return False
    *modifiers, base = key.split("+")
    is_character = len(base) == 1 or base in REPLACED_KEYS or (base.islower() and key_to_character(base) is not None)
    is_named = base in {key.value.rpartition("+")[2] for key in Keys if not key.value.startswith("<")}
    if not modifiers:
        return is_character or is_named
    is_plain = set(modifiers) == {"shift"} and is_character and base != "tab"  # it is sent as another character
    return set(modifiers) <= _MODIFIERS and (is_character or is_named) and base == base.lower() and not is_plain


def _is_typed(key: str) -> bool:
    from textual.keys import key_to_character

    return (key_to_character(key) or "\n").isprintable()


def _contexts() -> list[list[Binding]]:
    """Returns the bindings of each pane, screen and panel that can have the keys."""
    from textual.widgets import Input, TextArea

    from newstui.ui.keys.bindings import (
        APP,
        ASK,
        BROWSER,
        CHANGE_LIST,
        CHANGES,
        CHOOSE,
        HELP,
        HISTORY,
        LIST,
        NOTE,
        ONLY_READING,
        READER,
        SEARCH,
        SECTIONS,
    )  # fmt: skip

    field = _field(Input.BINDINGS)
    in_list = [binding for binding in BROWSER if binding.id not in ONLY_READING]
    screens = (
        [*LIST, *in_list], SECTIONS, [*READER, *BROWSER], [*CHANGE_LIST, *HISTORY], CHANGES,
    )  # fmt: skip
    panels = [CHOOSE, HELP, ASK, SEARCH]
    # A field has its keys before the panel around it, but not before the keys of the app.
    return [[*context, *APP] for context in (*screens, *panels, NOTE)] + [
        *([*panel, field] for panel in panels),
        [*NOTE, _field(TextArea.BINDINGS)],
    ]


def _field(bindings: Iterable[object]) -> Binding:
    """Returns the keys of a field to type into as one binding."""
    from textual.binding import Binding

    return Binding(",".join(key for binding in _bindings(bindings) for key in binding.key.split(",")), _FIELD)


def _while_typing(contexts: Iterable[list[Binding]]) -> set[str | None]:
    """Returns the ids of bindings in force while something is typed: of panels with a field, and of the app."""
    return {
        binding.id
        for context in contexts
        for binding in context
        if binding.priority or any(other.action == _FIELD for other in context)
    }


def _bindings(bindings: Iterable[object]) -> list[Binding]:
    from textual.binding import Binding

    return [binding for binding in bindings if isinstance(binding, Binding)]


def _keys_of(bindings: Iterable[Binding], preset: Mapping[str, str]) -> dict[str, list[str]]:
    """Returns binding id → its keys; a binding without an id goes by its action."""
    return {binding.id or binding.action: _names(preset.get(binding.id or "", binding.key)) for binding in bindings}


def _shared(contexts: list[dict[str, list[str]]], entries: Mapping[str, str]) -> dict[frozenset[str], str]:
    """Returns the pairs of bindings that have one key in one context, each with that key."""
    shared: dict[frozenset[str], str] = {}
    for context in contexts:
        names_of: dict[str, list[str]] = {}
        for name, keys in context.items():
            for key in _names(entries[name]) if name in entries else keys:
                names_of.setdefault(key, []).append(name)
        for key, names in names_of.items():
            shared.update({frozenset(pair): key for pair in combinations(names, 2) if pair[0] != pair[1]})
    return shared
