"""Tags of HTML in a line of Markdown: what they do, and what only looks like one."""

from __future__ import annotations

import pytest

from newstui.render.html_tags import Tag, tag_of
from newstui.render.typeset import typeset
from tests.render.markup import lines, spans


def test_a_tag_has_its_attributes_as_text() -> None:
    assert tag_of("<A HREF='x?a&amp;b' title=\"y > z\" download=q/>") == Tag(
        "a", False, {"href": "x?a&b", "title": "y > z", "download": "q/"}
    )
    assert tag_of("<details open>") == Tag("details", False, {"open": ""})
    assert tag_of("</b >") == Tag("b", True, {})
    assert tag_of("<br/>") == Tag("br", False, {})
    assert tag_of("<!-- x -->") == Tag("", False, {})
    assert tag_of("<b and c>") is None
    assert tag_of("<String>") is None


def test_a_link_of_html_is_a_link() -> None:
    setting = typeset('a <a href="https://a.b/?c=1&amp;d" rel=nofollow>*b* c</a> <a name="x">d</a>', 76)
    assert [line.text for line in setting.lines] == ["a b c[1] d"]
    assert setting.links == ("https://a.b/?c=1&d",)


def test_links_of_both_kinds_can_be_tangled() -> None:
    assert lines("<a href=http://a.b>c [d](http://e.f) g</a> h") == ["c d[2] g[1] h"]
    assert lines("[a <a href=http://b.c>d](http://e.f) g</a> h") == ["a d[2][1] g h"]
    assert lines("<a href=http://a.b>open") == ["open[1]"]
    assert lines("a</a></b> c") == ["a c"]


def test_a_link_of_html_to_what_newstui_does_not_open_is_text() -> None:
    assert typeset("<a href='javascript:alert(1)'>a</a>", 76).links == ()


def test_elements_have_the_roles_of_their_signs_in_markdown() -> None:
    assert spans("<b>a <i>b</i></b> <s>c</s> <kbd>d</kbd>") == [
        ("a ", "strong", None),
        ("b", "strong emphasis", None),
        (" ", "", None),
        ("c", "strike", None),
        (" ", "", None),
        ("d", "code", None),
    ]


def test_a_picture_of_html_is_a_picture() -> None:
    assert lines('<img src="a.png" alt="x &amp; y"> <img src=b.png>') == ["▣ x & y ▣ image"]


def test_a_film_is_a_link_that_says_what_it_is() -> None:
    setting = typeset("<video controls src=https://a.b/c.mp4></video> and <iframe src='x'></iframe>", 76)
    assert [line.text for line in setting.lines] == ["▶ video[1] and ▶ embedded page"]
    assert setting.links == ("https://a.b/c.mp4",)


def test_a_reading_stands_in_brackets_and_a_quotation_in_its_marks() -> None:
    assert lines("<ruby>猫<rp>(</rp><rt>ねこ</rt><rp>)</rp></ruby> <q>a</q>") == ["猫(ねこ) “a”"]


def test_lists_of_html_in_a_line_have_their_bullets_and_numbers() -> None:
    html = "a<ul><li>b</li><li>c<ol start=3><li>d</li><li>e</li></ol></li><li>f<ul><li>g</li></ul></li></ul></ul>h"
    assert lines(html) == ["a", "• b", "• c", "3. d", "4. e", "• f", "◦ g", "h"]


def test_a_program_is_not_shown() -> None:
    assert lines("a <script>b()</script> c <style>d</style> e") == ["a c e"]


@pytest.mark.parametrize(
    "text", ["List<String> and Map<K, V>", "cp <source> <address>", "List<S>", "a <script> b", "a <b and c> d", "1 < 2"]
)
def test_what_only_looks_like_a_tag_is_text(text: str) -> None:
    assert lines(text) == [text]
