"""Keys and theme of config.toml: each mistake is named, and the rest is used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.theme import BUILTIN_THEMES

from newstui.domain.settings import Settings
from newstui.ui.keys import bindings as keymap
from newstui.ui.keys.presets import PRESETS
from newstui.ui.keys.validate import has_theme, mistakes, usable_keys
from newstui.ui.themes import AUTO, OWN
from tests import REPOSITORY
from tests.ui.paper import FERRY, LIGHTHOUSE
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path

IDS = [
    name
    for row in re.findall(r"^\| (`[^|]*`) \|[^|]*\|[^|]*\|$", (REPOSITORY / "docs/keys.md").read_text(), re.MULTILINE)
    for name in re.findall(r"`([^`]+)`", row)
]
BOUND = [
    *keymap.LIST,
    *keymap.READER,
    *keymap.BROWSER,
    *keymap.SECTIONS,
    *keymap.CHANGES,
    *keymap.ASK,
    *keymap.NOTE,
]


@pytest.mark.parametrize(
    "keys",
    [
        {"bookmark": "B"},
        {"bookmark": " b , * , f6"},
        {"bookmark": "ctrl+n,shift+f5,alt+x,comma,asterisk,insert,é"},
        {"bookmark": "m", "read": "b"},
        {"reader-up": "k", "list-up": "k"},
        {"open": "l"},
        {"choose-back": "f1", "quit-anywhere": "f10"},
        {"feed-add": "ctrl+a", "section-tags": "T", "changes-back": "x", "ask-back": "f2"},
        {"open": "f3"},
        {"commands-anywhere": "ctrl+k"},
    ],
)
def test_keys_that_can_be_used_are_used(keys: dict[str, str]) -> None:
    assert usable_keys(keys) == (keys, [])


def test_keys_of_the_feeds_that_were_on_a_screen_of_their_own_are_those_of_the_sidebar() -> None:
    assert usable_keys({"feed-name": "E", "feed-undo": "Z"}) == ({"section-name": "E"}, [])
    assert usable_keys({"feed-name": "E", "section-name": "F2"})[0] == {}
    assert usable_keys({"section-name": "E", "feed-name": "B"}) == ({"section-name": "E"}, [])


@pytest.mark.parametrize("name", IDS)
def test_every_id_of_the_page_of_keys_may_be_given_a_key(name: str) -> None:
    assert usable_keys({name: "ctrl+f12"}) == ({name: "ctrl+f12"}, [])


@pytest.mark.parametrize("binding", BOUND, ids=lambda binding: binding.id)
def test_every_binding_may_be_given_the_keys_it_has(binding: object) -> None:
    keys = {getattr(binding, "id"): getattr(binding, "key")}  # noqa: B009
    assert usable_keys(keys) == (keys, [])


@pytest.mark.parametrize(
    ("keys", "sentence", "hint"),
    [
        ({"nonsense": "B"}, "[keys] nonsense: there is no binding", "newstui help keys"),
        ({"bokmark": "B"}, "[keys] bokmark: there is no binding", "was bookmark meant?"),
        ({"command_palette": "B"}, "[keys] command_palette: there is no binding", "newstui help keys"),
        ({"bookmark": ""}, "[keys] bookmark = '': there is no key ''", "for instance"),
        ({"bookmark": "b,"}, "there is no key ''", "for instance"),
        ({"bookmark": "the b"}, "there is no key 'the b'", "for instance"),
        ({"bookmark": "shift+b"}, "there is no key 'shift+b'", "B"),
        ({"bookmark": "ctrl+N"}, "there is no key 'ctrl+N'", "ctrl+n"),
        ({"bookmark": "hypra+n"}, "there is no key 'hypra+n'", "for instance"),
        ({"bookmark": "ctrl+i"}, "there is no key 'ctrl+i'", "terminals send it as tab"),
        ({"bookmark": "m"}, "[keys] bookmark = 'm': m is the key of read too", "give read another one"),
        ({"bookmark": "j"}, "j is the key of", "take another key"),
        ({"bookmark": "ctrl+p"}, "ctrl+p is the key of commands-anywhere too", "give commands-anywhere another one"),
        ({"bookmark": "ctrl+c"}, "ctrl+c is the key of help_quit too", "take another key"),
        ({"bookmark": "ctrl+q"}, "ctrl+q is the key of quit-anywhere too", "give quit-anywhere another one"),
        ({"choose-up": "down"}, "down is the key of choose-down too", "take another key"),
        ({"choose-up": "ctrl+a"}, "ctrl+a is the key of a field too", "take another key"),
        ({"help-down": "j"}, "[keys] help-down = 'j': j is typed into fields", "for instance"),
        ({"quit-anywhere": "f10,space"}, "space is typed into fields", "for instance"),
        ({"feed-add": "D"}, "D is the key of section-remove too", "give section-remove another one"),
        ({"feed-full-text": "j"}, "j is the key of section-down too", "give section-down another one"),
        ({"changes-up": "q"}, "q is the key of changes-back too", "give changes-back another one"),
        ({"preset": "pine"}, "[keys] preset = 'pine': there is no such preset", "default, newsboat, vim, emacs"),
    ],
)
def test_keys_that_cannot_be_used_are_named_with_what_to_do(keys: dict[str, str], sentence: str, hint: str) -> None:
    used, wrong = usable_keys(keys)
    assert used == {}
    assert len(wrong) == 1
    assert sentence in wrong[0].sentence
    assert hint in wrong[0].hint


def test_a_mistake_leaves_the_other_keys_in_force() -> None:
    used, wrong = usable_keys({"summary": "Z", "nonsense": "B", "skim": "Z", "undo": "W"})
    assert used == {"summary": "Z", "undo": "W"}
    assert [each.sentence for each in wrong] == [
        "[keys] nonsense: there is no binding of that name", "[keys] skim = 'Z': Z is the key of summary too"
    ]  # fmt: skip


def test_a_binding_that_keeps_its_key_keeps_it_from_others() -> None:
    used, wrong = usable_keys({"read": "b", "bookmark": "nonsense"})
    assert used == {}
    assert [each.sentence.partition(":")[2] for each in wrong] == [
        " there is no key 'nonsense'", " b is the key of bookmark too"
    ]  # fmt: skip


def test_a_change_on_top_of_a_preset_must_not_use_its_keys() -> None:
    used, wrong = usable_keys({"preset": "newsboat", "bookmark": "N", "excerpts": "E"})
    assert [each.sentence for each in wrong] == ["[keys] bookmark = 'N': N is the key of read too"]
    assert used == {**PRESETS["newsboat"], "excerpts": "E"}
    used, wrong = usable_keys({"preset": "newsboat", "bookmark": "N", "read": "m"})
    assert not wrong
    assert used == {**PRESETS["newsboat"], "bookmark": "N", "read": "m"}


def test_an_unknown_preset_leaves_the_other_keys_in_force() -> None:
    used, wrong = usable_keys({"preset": "pine", "bookmark": "B"})
    assert used == {"bookmark": "B"}
    assert len(wrong) == 1


KEYS = st.lists(st.sampled_from([*"bBnNjsx/ ", "f3", "ctrl+g", "ctrl+n", "escape", "nonsense"]), max_size=3).map(
    ",".join
)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([None, "pine", *PRESETS]), st.dictionaries(st.sampled_from([*IDS, "nonsense"]), KEYS, max_size=9)
)
def test_the_usable_keys_have_no_mistakes(name: str | None, keys: dict[str, str]) -> None:
    used, wrong = usable_keys({**({"preset": name} if name else {}), **keys})
    assert usable_keys(used) == (used, [])
    assert len(wrong) == (name == "pine") + len(keys.keys() - {each for each in keys if used.get(each) == keys[each]})


async def test_keys_for_the_reader_pane_alone_are_free_in_the_list(paper: Path) -> None:
    async with sitting(paper) as reader:
        heard = {active.binding.id for active in reader.browser.active_bindings.values()}
        assert "search" in heard
        assert not heard & keymap.ONLY_READING
        await reader.press("enter", "s")
        assert {active.binding.id for active in reader.browser.active_bindings.values()} >= (
            keymap.ONLY_READING - {"link-open"}  # no link is selected
        )


def test_a_theme_is_one_of_ours_or_of_textuals() -> None:
    assert all(map(has_theme, [*BUILTIN_THEMES, *(theme.name for theme in OWN)]))
    assert mistakes(Settings()) == []
    (wrong,) = mistakes(Settings(theme="no such theme"))
    assert wrong.sentence == "theme = 'no such theme': there is no such theme"
    assert "newstui-light, newstui-contrast, terminal" in wrong.hint


async def test_newstui_opens_with_the_usable_settings_and_names_the_mistakes(paper: Path) -> None:
    async with sitting(paper, theme="gone", keys={"nonsense": "x", "read": "b", "bookmark": "B"}) as reader:
        assert [toast.splitlines()[0] for toast in reader.toasts] == [
            "config.toml: theme = 'gone': there is no such theme",
            "config.toml: [keys] nonsense: there is no binding of that name",
        ]
        assert reader.app.theme == AUTO
        await reader.press("B", "b")
        assert reader.bookmarked == reader.read == {FERRY}
        await reader.press("J")
        assert reader.title == LIGHTHOUSE
