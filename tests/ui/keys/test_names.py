"""The names of keys on the screen: whatever keys a reader chose, no screen names another one."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from newstui.ui.keys import bindings as tables
from newstui.ui.keys.bindings import default_names, key_name
from tests import REPOSITORY
from tests.ui.hasty import write_everything
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PANES = (
    tables.LIST,
    tables.SECTIONS,
    tables.READER,
    tables.BROWSER,
    tables.CHANGE_LIST,
    tables.HISTORY,
    tables.CHANGES,
)
_FIELDS = (tables.SEARCH, tables.CHOOSE, tables.HELP, tables.NOTE, tables.ASK, tables.APP)
_WORDS = {"a", "A", "I", "[", "]", "Enter", "Ctrl+C"}
"""Words that are keys too, and keys that nobody can change: Enter in fields and lists of choices, Ctrl+C to copy."""
_NAMED = re.compile(r"\b(Esc|Escape|Space|PgUp|PgDn|Backspace|Ctrl\+\w|F\d+)\b")
_LETTER = re.compile(
    r"(?:^|[ (·])[A-Za-z=?/+<>.\\-] (?:again )?"
    r"(?:stops|shows|takes|gets|fetches|adds|opens|leads|leaves|brings|ends|keeps|goes|removes|does|marks|help)\b"
)


def _other_keys() -> dict[str, str]:
    """Returns a key for each binding that no binding has by default."""
    keys: dict[str, str] = {}
    names = iter(chr(code) for code in range(0x430, 0x530) if chr(code).isalpha())
    for table in _PANES:
        keys |= {binding.id: next(names) for binding in table if binding.id and binding.id not in keys}
    for table in _FIELDS:
        free = iter("xyz" if table is tables.APP else "abcdefghijklmnopqrstuvw")
        keys |= {binding.id: f"alt+{next(free)}" for binding in table if binding.id and binding.id not in keys}
    return keys


def _default_keys() -> set[str]:
    keys = {key for table in (*_PANES, *_FIELDS) for binding in table for key in binding.key.split(",")}
    return {key_name(key) for key in keys} | {"⏎"}


def _wrong_names(text: str) -> set[str]:
    words = {word.strip("".join(",.:;()[]“”")) or word for word in text.replace("│", " ").split()}
    return words & (_default_keys() - _WORDS)


async def test_no_screen_names_a_key_that_is_not_in_force(root: Path) -> None:
    keys = _other_keys()
    async with sitting(write_everything(root), (150, 50), keys=keys) as reader:
        assert not reader.toasts

        async def at(*bindings: str) -> None:
            await reader.press(*(keys[binding] for binding in bindings))
            await _read(reader, bindings)

        reader.undisturbed()
        await at()
        for panel in ("help", "filter", "sort", "links", "add", "export", "tags", "note", "pipe", "commands"):
            await at(panel)
            await reader.press("escape" if panel in ("commands",) else _way_out(reader, keys))
        await at("open")
        acts = (
            "summary", "summary-longer", "summary", "skim", "back", "choose", "back", "bookmark", "undo", "redo",
            "discard", "undo", "mark-all-read", "undo", "find",
        )  # fmt: skip
        for act in acts:
            await at(act)
        await reader.type("lock")
        await reader.press("enter")
        await _read(reader, ("find",))
        await at("back")
        await at("changes")
        await reader.press(keys["changes-back"])
        await at("back", "back")
        await at("unread-only")
        await at("unread-only")
        await at("pick", "back")
        await at("search")
        await reader.press(keys["search-back"])
        await reader.press(keys["go"], "h")
        await _read(reader, ("history",))
        await at("history-help")


def _way_out(reader: Sitting, keys: dict[str, str]) -> str:
    names = ("choose-back", "help-back", "ask-back", "note-keep")
    live = {active.binding.id for active in reader.app.screen.active_bindings.values()}
    return next(keys[name] for name in names if name in live)


async def _read(reader: Sitting, way: tuple[str, ...]) -> None:
    screen = reader.app.screen
    seen = next((panel.region for panel in screen.query("#panel, #--container")), screen.region)
    strips = screen._compositor.render_strips()[seen.y : seen.bottom]
    rows = [strip.crop(seen.x, seen.right).text for strip in strips]
    wrong = {
        word: [row for row in rows if word in row.replace("│", " ").split()] for word in _wrong_names("\n".join(rows))
    }
    assert not wrong, way


def test_the_tour_names_every_key_by_its_binding(root: Path) -> None:
    text = (REPOSITORY / "articles/welcome-to-newstui.md").read_text()
    codes = {code.split()[0] for code in re.findall(r"`([^`\n]+)`", text)}
    assert {code for code in codes if code not in default_names()} <= {".md", ".txt", ".html"}


def test_no_sentence_in_the_source_names_a_key_by_hand() -> None:
    source = REPOSITORY / "src/newstui"
    files = [path for room in ("ui", "render", "services") for path in sorted((source / room).rglob("*.py"))]
    named = [
        f"{path.relative_to(source)}:{line}: {text}"
        for path in files
        if path.name not in ("bindings.py", "presets.py", "groups.py")
        for line, text in _sentences(ast.parse(path.read_text()))
        if _NAMED.search(text) or _LETTER.search(text)
    ]
    assert not named


def _sentences(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Gives the texts of a module that are not docstrings."""
    comments = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in comments:
            yield node.lineno, node.value
