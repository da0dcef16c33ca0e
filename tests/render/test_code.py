"""A code block in lines: indented, cut only at the width, its language named above it."""

from __future__ import annotations

from tests.render.markup import lines, spans


def test_control_characters_in_code_are_removed() -> None:
    assert lines("```\na\x1b[2J\x0bb\n```") == ["  a[2J b"]


def test_a_code_block_is_indented_names_its_language_and_marks_lines_that_go_on() -> None:
    assert lines("```py x\na\tb\n\nabcdefghijkl\n```\n\n    indented", 12) == [
        "          py",
        "  a   b",
        "  ",
        "  abcdefghij",
        "↳ kl",
        "",
        "  indented",
    ]
    assert [span[1] for span in spans("```py\nabcdefghijkl\n```", 12)] == ["note", "code-block", "note", "code-block"]


def test_code_in_a_narrow_column_has_no_indent() -> None:
    assert lines("```python\nabcdef\n```", 5) == ["abcde", "f"]
