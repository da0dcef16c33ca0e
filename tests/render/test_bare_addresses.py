"""Addresses that stand in a text as they are become links, whole and without the punctuation around them."""

from __future__ import annotations

import pytest

from newstui.render.typeset import typeset
from tests.render.markup import lines


@pytest.mark.parametrize(
    ("markdown", "address"),
    [
        ("See https://a.b/x?c=d_e and more.", "https://a.b/x?c=d_e"),
        ("https://a.b", "https://a.b"),
        ("HTTP://A.b/C", "HTTP://A.b/C"),
        ("Read https://a.b/x. Then", "https://a.b/x"),
        ("Really https://a.b/x?!", "https://a.b/x"),
        ("(see https://a.b/x)", "https://a.b/x"),
        ("see https://a.b/x_(y) there", "https://a.b/x_(y)"),
        ("“https://a.b/x”, 'https://a.b/x'", "https://a.b/x"),
        ("**https://a.b/x** and _https://a.b/x_", "https://a.b/x"),
        ("~~https://a.b/x~~", "https://a.b/x"),
        ("https://a.b/__init__.py", "https://a.b/__init__.py"),
        (r"https://a.b/x\_y\*z", "https://a.b/x_y*z"),
        ("https://a.b/?c=1&amp;d=2&copy=3", "https://a.b/?c=1&d=2&copy=3"),
        ("详见https://a.b/x。然后", "https://a.b/x"),
        ("at www.a.b/x, too", "http://www.a.b/x"),
        ("# https://a.b/x", "https://a.b/x"),
        ("- https://a.b/x\n- y", "https://a.b/x"),
        ("> https://a.b/x", "https://a.b/x"),
        ("| a |\n|-|\n| https://a.b/x |", "https://a.b/x"),
        ("http://localhost:8000/x", "http://localhost:8000/x"),
        ("Write to ida.nord@a.example.", "mailto:ida.nord@a.example"),
        ("ida_nord_2@a.example or", "mailto:ida_nord_2@a.example"),
        (r"x \*ida\_nord+news@a-b.example", "mailto:ida_nord+news@a-b.example"),
        ("**ida@a.example**, _ida@a.example_", "mailto:ida@a.example"),
        ("mail:ida@a.example", "mailto:ida@a.example"),
        ("<ida@a.example>", "mailto:ida@a.example"),
        ("[ida@a.example](mailto:ida@a.example)", "mailto:ida@a.example"),
    ],
)
def test_an_address_is_a_link(markdown: str, address: str) -> None:
    assert typeset(markdown, 76).links == (address,)


@pytest.mark.parametrize(
    "text",
    [
        "`https://a.b`",
        "    https://a.b",
        "xhttps://a.b",
        "https://",
        "https://-",
        "x.www.a.b",
        "@ida@sea.example",
        "git@host.example:ida/repo",
        "émile@a.example",
        "ida@localhost",
        "a@b.c@d.example",
        "`ida@a.example`",
        "www.a",
        "a://b",
        "Wow.",
    ],
)
def test_what_is_no_address_is_text(text: str) -> None:
    setting = typeset(text, 76)
    assert setting.links == ()
    assert setting.lines[0].text.strip() == text.strip("` ")


def test_an_address_in_a_link_belongs_to_that_link() -> None:
    assert typeset("[https://a.b](https://c.d) <https://e.f> <a href='https://g.h'>https://i.j</a>", 76).links == (
        "https://c.d",
        "https://e.f",
        "https://g.h",
    )


def test_the_address_stays_in_the_text_with_its_number() -> None:
    assert lines("See https://a.b/x\\_y, www.c.d!") == ["See https://a.b/x_y[1], www.c.d[2]!"]
