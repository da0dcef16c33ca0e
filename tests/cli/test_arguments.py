"""The parsing of arguments: options anywhere, queries with a minus, nothing after `--` is an option."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.cli import plain_options, split_command
from newstui.cli.arguments import add_query, parse
from newstui.cli.commands import open as open_command
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


def test_a_browser_without_options_is_opened_as_argparse_would_open_it() -> None:
    for words in ([], ["folder"], ["a b"]):
        assert vars(plain_options("open", words)) == vars(parse("open", "", open_command.options, words))
    for words in (["--samples"], ["-n"], [" "], ["--", "x"], ["a", "b"]):
        assert plain_options("open", words) is None
    assert plain_options("list", []) is None


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


def test_n_is_the_number_with_and_without_a_space(newstui: Newstui, write: Callable[..., Path]) -> None:
    for name in "abc":
        write(f"{name}.md", "A river.", title=name)
    for few in (("-n", "2"), ("-n2",), ("--limit=2",)):
        assert len(newstui("list", "river", *few).lines) == 2
    assert len(newstui("list", "river", "-n" + "9" * 5000).lines) == 3, "as many as there are"


@pytest.mark.parametrize(
    ("wrong", "message", "hint"),
    [
        (("list", "--lmit", "3"), "list has no option '--lmit'", "did you mean --limit?"),
        (("list", "--sort", "newst"), "--sort is one of newest, oldest,", "did you mean newest?"),
        (("list", "--limit"), "--limit N needs a value", "newstui help list"),
        (("list", "--limit", "many"), "--limit N is a whole number of 1 or more, not 'many'", "newstui help list"),
        (("list", "--json=yes"), "--json takes no value", "newstui list QUERY; newstui help list"),
        (("show",), "ID is missing", "newstui show ID; newstui help show lists the options"),
        (("export",), "--to is missing", "newstui export QUERY --to FOLDER|FILE;"),
        (("add", ""), "SOURCE is empty", "newstui add SOURCE; newstui help add lists the options"),
        (("export", "--to", ""), "--to FOLDER|FILE is empty", "newstui export QUERY"),
        (("list", "--sort=--"), "--sort is one of newest, oldest,", "newstui help list"),
        (("show", "a", "b"), "'b' is one word too many for show", "newstui show ID;"),
        (("mark", "a", "--read", "--unread"), "--unread and --read do not go together", "newstui mark ID"),
        (("summary", "-n", "2", "--words", "3"), "--words and --sentences do not go together", "newstui summary"),
        (("feeds", "lst"), "feeds does not know 'lst'", "did you mean list?"),
        (("feeds", "lwn.net"), "feeds does not know 'lwn.net'", "newstui feeds add lwn.net"),
        (("config", "text_widht"), "there is no setting 'text_widht'", "did you mean text_width?"),
        (("help", "kesy"), "there is no help about 'kesy'", "did you mean keys?"),
        (("lsit",), "'lsit' is neither a command nor a folder, a file or an article", "did you mean newstui list?"),
        (("fetch",), "'fetch' is neither a command", "did you mean newstui sync?"),
        (("list", "--" + "x" * 9999), f"list has no option '--{'x' * 58}…'", "newstui help list"),
    ],
)
def test_a_mistake_is_told_in_words_of_our_own(
    newstui: Newstui, wrong: tuple[str, ...], message: str, hint: str
) -> None:
    result = newstui(*wrong)
    assert result.status == 2
    assert result.err.startswith(f"newstui: {message}")
    assert result.err.splitlines()[1].strip().startswith(hint)


def test_a_name_of_thousands_of_characters_does_not_fill_the_screen(newstui: Newstui) -> None:
    for command in (("list", "--library", "x" * 9000), ("add", "x" * 9000), ("show", "x" * 9000), ("x" * 9000,)):
        said = newstui(*command)
        assert said.status != 0
        assert "xx" in said.err
        assert len(said.err) < 1200


def test_a_usage_error_is_an_error_with_a_hint() -> None:
    with pytest.raises(UsageError, match="needs a second word") as raised:
        split_command(["debug"])
    assert raised.value.hint == "newstui debug extract; newstui debug summarise; newstui debug parse-feed"
