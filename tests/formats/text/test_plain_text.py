"""Plain text becomes Markdown that reads the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newstui.formats.text.plain_text import markdown_of

RENDER = MarkdownIt("commonmark").enable("table")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "one two three four five six seven eight nine ten\neleven twelve",
            "one two three four five six seven eight nine ten eleven twelve",
        ),
        ("Roses are red\nViolets are blue", "Roses are red\\\nViolets are blue"),
        ("word " * 30 + "\n" + "more " * 30, ("word " * 30).strip() + "\n\n" + ("more " * 30).strip()),
        ("- a *b*\n- c\n  d\n* e", "- a \\*b\\*\n- c d\n- e"),
        ("1. a\n2) b", "1. a\n2. b"),
        ("1984. It was cold", "1984\\. It was cold"),
        ("- a\nnot an item", "\\- a\\\nnot an item"),
        (
            "# a\n\n> b\n\n+ c\n\n    d\n\n=====\n\n* * *\n\n~~~\n\n| a",
            "\\# a\n\n> b\n\n\\+ c\n\nd\n\n* * *\n\n* * *\n\n* * *\n\n\\| a",
        ),
        (
            "a_b_c _d_ 2 * 3 <i> < 4 &amp; & [x](y) `z` C:\\new \\* ~~o~~",
            "a_b_c \\_d\\_ 2 * 3 \\<i> < 4 \\&amp; & \\[x](y) \\`z\\` C:\\new \\\\\\* \\~~o\\~\\~",
        ),
        ("a\n \t \n\n\nb\n", "a\n\nb"),
        ("Name   Age\nAda     36\n\n*b*", "```\nName   Age\nAda     36\n```\n\n\\*b\\*"),
        ("  a\tb\n  ```\t````", "`````\na     b\n```   ````\n`````"),
        (
            "  The first paragraph is indented and as wide as\nthe page that it was typed on.\n"
            "  The second one is indented as well, and it goes\non.",
            "The first paragraph is indented and as wide as the page that it was typed on.\n\n"
            "The second one is indented as well, and it goes on.",
        ),
        ("  A line\nthat is short\n  and one more", "A line\\\nthat is short\\\nand one more"),
        ("", ""),
        ("* a\n  goes on\n  - b\n    1. c\n  - d\n* e", "- a goes on\n  - b\n    1. c\n  - d\n- e"),
        ("10) a\n    - b", "10. a\n    - b"),
        ("Ida wrote:\n> a\n>\n> *b*\n>> c\nYes.", "Ida wrote:\n\n> a\n>\n> \\*b\\*\n\n> > c\n\nYes."),
        (">>> 1 + 1\n2", "\\>>> 1 + 1\\\n2"),
        ("a\n\xa0\nb\n\u2003", "a\n\nb"),
        (
            "  The first line is indented, and a blank one\n\xa0\n  follows.",
            "The first line is indented, and a blank one\n\nfollows.",
        ),
        ("\t\ta\tb\n\t\tc\td", "```\na       b\nc       d\n```"),
        ("a*\n*b\nc !\n[d\n&\n<\n~\n_\n\\\n", "a\\*\\\n\\*b\\\nc \\!\\\n\\[d\\\n\\&\\\n\\<\\\n\\~\\\n\\_\\\n\\\\"),
        ("One.\n\n*two*\n\nThree * [4]\n\n5. five", "One.\n\n\\*two\\*\n\nThree * \\[4]\n\n5. five"),
    ],
)
def test_plain_text_reads_the_same_as_markdown(text: str, expected: str) -> None:
    assert markdown_of(text) == expected


@given(st.text(alphabet="ab *_`[]<>!\\&#-+1.)=~|(:;\t", max_size=40))
def test_no_line_of_plain_text_becomes_markup(line: str) -> None:
    words = " ".join(line.split())
    shown = RENDER.render(markdown_of("x " + line))
    escaped = (
        ("x " + words).strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
    assert " ".join(shown.split()) == f"<p>{escaped}</p>"
