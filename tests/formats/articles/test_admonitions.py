"""Admonitions are callouts, comments are not shown, and nothing else changes."""

from __future__ import annotations

import pytest

from newstui.formats.articles.admonitions import with_callouts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '!!! note "Mind the gap"\n    One.\n\n    Two.\n\nAfter',
            "> [!note] Mind the gap\n> One.\n>\n> Two.\n\n\nAfter",
        ),
        ("???+ tip\n    a\nafter", "> [!tip]\n> a\n\nafter"),
        ("!!! Note Mind it\n\ta", "> [!note] Mind it\n> a\n"),
        ("!!! a\n    b\n    !!! c\n        d", "> [!a]\n> b\n> > [!c]\n> > d\n>\n"),
        ("- a\n\n    !!! b\n        c", "- a\n\n    > [!b]\n    > c\n"),
        (":::note Mind it\na\n:::\nb", "> [!note] Mind it\n> a\n\nb"),
        ('::: tip {title="Mind it"}\na\n:::', "> [!tip] Mind it\n> a\n"),
        (":::info[Mind it]\na\n:::", "> [!info] Mind it\n> a\n"),
        ("/// note | Mind it\na\n///", "> [!note] Mind it\n> a\n"),
        ("::::a\n:::b\nc\n:::\n::::", "> [!a]\n> > [!b]\n> > c\n>\n"),
        ('=== "C"\n\n    a\n\nb', "**C**\n\n\na\n\n\nb"),
        ("a\n%%\nb\nc\n%%\nd", "a\nd"),
    ],
)
def test_blocks_of_dialects_are_written_as_all_read_them(text: str, expected: str) -> None:
    assert with_callouts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "!!! Wow what a day\nnext", ":::note\nhas no end", "%%\nhas no end", "Title\n===", "a :::b", "=== b",
        "```\n!!! a\n    b\n:::c\n:::\n```",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_block_stays(text: str) -> None:
    assert with_callouts(text) == text


@pytest.mark.parametrize("block", ["!!! a\n", ":::a\n", "%% a\n", "!!! a\n    b\n", '=== "a"\n', "!!! a" + ' "' * 9])
def test_many_blocks_cost_no_more_than_their_lines(block: str) -> None:
    assert with_callouts(block * 20_000)


def test_the_class_of_a_block_says_whether_it_is_a_callout() -> None:
    assert with_callouts('::: {.callout-tip title="Sea"}\na\n:::').rstrip() == "> [!tip] Sea\n> a"
    assert with_callouts("::: {.column width=50%}\na\n:::").strip() == "a"
