"""The parsing of arguments: options anywhere, queries with a minus, nothing after `--` is an option."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.cli import split_command
from newstui.cli.arguments import add_query, parse
from newstui.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui


def test_common_options_may_come_before_the_command(newstui: Newstui, write: Callable[..., Path]) -> None:
    path = write("a.md", title="Here")
    assert newstui("--quiet", "--color=never", "--library", str(path.parent), "list").out == newstui("list").out
    assert split_command(["--library", "list", "list", "x"]) == ("list", ["--library", "list", "x"])
    assert split_command(["--library=x", "debug", "summarise"]) == ("debug summarise", ["--library=x"])
    assert split_command(["--library", "x"]) == ("open", ["--library", "x"])
    assert split_command(["--library"]) == ("open", ["--library"])
    assert split_command(["folder", "list"]) == ("open", ["folder", "list"])


def test_options_may_come_between_the_words_of_a_query(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", "A river in flood.", title="Both")
    write("b.md", "A river at peace.", title="One")
    assert [each["title"] for each in newstui("list", "river", "--json", "flood").objects] == ["Both"]


def test_a_word_with_a_minus_belongs_to_the_query(newstui: Newstui, write: Callable[..., Path]) -> None:
    write("a.md", "A river in flood.", title="Flood")
    write("b.md", "A river at peace.", title="Peace")
    assert [each["title"] for each in newstui("list", "-flood", "river", "--json").objects] == ["Peace"]
    assert [each["title"] for each in newstui("list", "--json", "--", "-flood").objects] == ["Peace"]
    assert [each["title"] for each in newstui("list", "--json", "--", "--", "flood").objects] == []
    assert newstui("mark", "--query=-flood", "--read").err == "1 article marked\n"


@given(
    st.lists(st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=4)),
    st.lists(st.from_regex(r"-[^-\0]{2,4}", fullmatch=True)),
)
def test_words_after_two_dashes_arrive_unchanged(words: list[str], minus_words: list[str]) -> None:
    options = parse("list", "", lambda command: add_query(command, ""), [*minus_words, "--", *words])
    assert options.query == minus_words + words


def test_a_usage_error_is_an_error_with_a_hint() -> None:
    with pytest.raises(UsageError, match="needs a second word") as raised:
        split_command(["debug"])
    assert raised.value.hint == "newstui debug extract; newstui debug summarise; newstui debug parse-feed"
