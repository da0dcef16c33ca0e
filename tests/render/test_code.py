"""A code block in lines: an even block, cut between tokens where it can be, its language named at its top."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newstui.render.code import CodeBlock, code_texts, language_of
from tests.render.markup import lines, spans


def test_control_characters_in_code_are_removed() -> None:
    assert lines("```\na\x1b[2J\x0bb\n```", 12) == ["  a[2J b    "]


def test_a_code_block_is_even_names_its_language_and_marks_lines_that_go_on() -> None:
    assert lines("```py x\na\tb\n\nabcdefghijkl\n```\n\n    indented", 12) == [
        "         py ",
        "  a   b     ",
        "            ",
        "  abcdefghij",
        "↳ kl        ",
        "",
        "  indented  ",
    ]
    roles = [span[1] for span in spans("```py\nabcdefghijkl\n```", 12)]
    assert [role.replace("code-block ", "") for role in roles] == [
        "code-mark", "code-block", "code-block", "code-mark", "code-block", "code-block",
    ]  # fmt: skip


def test_a_long_line_goes_on_where_a_word_or_a_sign_ends() -> None:
    assert lines("```\ntotal = sum(price for price in prices)\n```", 24) == [
        "  total = sum(price for ",
        "↳ price in prices)      ",
    ]
    assert [line.strip() for line in lines("```\nfirst_call().second_call()\n```", 20)] == [
        "first_call().",
        "↳ second_call()",
    ]


def test_code_in_a_narrow_column_has_no_indent() -> None:
    assert lines("```python\nabcdef\n```", 5) == ["abcde", "f    "]


@given(st.text(st.sampled_from("ab_ .,(=漢한e\u0301👍🏽\t"), max_size=60), st.integers(2, 30))
def test_no_character_of_a_line_is_lost_and_all_lines_are_as_wide_as_the_block(code: str, width: int) -> None:
    block = [*CodeBlock(0, code, "", width, is_named=False).lines()]
    first = 1 if width >= 8 else 0
    assert "".join(span.text for line in block for span in line.spans[first:]).replace(" ", "") == "".join(
        code_texts(code)
    ).replace(" ", "")
    assert {cell_len("".join(span.text for span in line.spans)) for line in block} == {width}


@pytest.mark.parametrize(
    ("info", "language"),
    [
        ("python", "python"), ("py title='a.py'", "py"), ("rust,ignore", "rust"),
        ("{.haskell .numberLines}", "haskell"), ("language-js", "js"), ("js{1,3}", "js"), ("c++", "c++"), ("", ""),
    ],
)  # fmt: skip
def test_the_language_of_a_block_is_told_in_many_ways(info: str, language: str) -> None:
    assert language_of(info) == language
