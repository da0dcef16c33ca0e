"""Pieces of HTML become Markdown that the reader reads back; nothing hostile, nothing of HTML, no word lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.text.clean import clean
from newstui.formats.html.to_markdown import markdown_of

BASE = "https://e.org/news/1"


def read_back(markdown: str) -> str:
    """The HTML that a reader of Markdown makes of it."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return str(parser.render(markdown))


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<h2>Head</h2>text", "## Head\n\ntext"),
        ("<h2><b>Bold</b> head</h2>", "## Bold head"),
        ("<h1></h1><ul><li></li></ul><blockquote> </blockquote>x", "x"),
        ("<p>a <b>b</b> <i>c</i> <code>d</code> <kbd>e</kbd> <s>f</s></p>", "a **b** *c* `d` `e` ~~f~~"),
        ("<b>a</b><b>b</b> <em><i>c</i></em> <b> </b>d", "**ab** *c* d"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c"),
        ("<ol start=5><li>a<li>b</ol>", "5. a\n6. b"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<q>said</q>", "“said”"),
        ("a<br>b<br><br>c<br>", "a\\\nb\n\nc"),
        ("<h2>a<br>b</h2>", "## a b"),
        ("<div>a<br><div>b</div><br>c</div>", "a\n\nb\n\nc"),
        ("<ul><li>a<br>b</ul>", "- a\\\n  b"),
        ("<span>a<br><br>b</span>", "a\\\n\\\nb"),
        ("<h2><span>a<br>b</span></h2>", "## a b"),
        ("<hr>", "---"),
        ("<dl><dt>Word</dt><dd>what it means</dd></dl>", "**Word**\n\nwhat it means"),
        ("10<sup>6</sup> H<sub>2</sub>O 1<sup>st</sup>", "10⁶ H₂O 1st"),
        ("<cite>Paper</cite> <blockquote>a <cite>b</cite></blockquote>", "*Paper*\n\n> a\\\n> b"),
        ("<code>a <a href='https://e.org'>b</a></code>", "a [b](https://e.org)"),
    ],
)  # fmt: skip
def test_each_element_becomes_what_markdown_has_for_it(html: str, markdown: str) -> None:
    assert markdown_of(html) == markdown


def test_scripts_forms_and_players_are_left_out() -> None:
    html = (
        "a<script>b</script><style>c</style><svg><text>d</text></svg><iframe src=x>e</iframe><button>f</button>"
        "<select><option>g</select><textarea>h</textarea><template>i</template><!-- j --><input value=k>"
    )
    assert markdown_of(html) == "a"


def test_nothing_that_acts_on_a_terminal_comes_through() -> None:
    markdown = markdown_of("<p title='\x1b'>a\0b\x1b[2J&#27;c\u202e&#x202e;d</p>")
    assert clean(markdown) == markdown
    assert "\x1b" not in markdown


@pytest.mark.parametrize(
    "text", ["# a", "1. a", "- a", "+ a", "> a", "a *b* _c_ `d`", "[a](b)", "![a](b)", "<b>a</b>", "&amp;", "~~a~~",
             "a | b", "---", "===", "~~~", "a\\*b", "snake_case __init__", "3 * 4 * 5"],
)  # fmt: skip
def test_text_that_looks_like_markdown_stays_text(text: str) -> None:
    from html import escape, unescape

    back = read_back(markdown_of(f"<p>{escape(text)}</p>"))
    assert back.count("<") == 2
    assert unescape(re.sub("<[^>]*>", "", back)).strip() == text


def test_four_million_characters_are_looked_at() -> None:
    assert len(markdown_of("word " * 900_000)) <= 4 * 1024 * 1024


def test_html_without_text_is_empty() -> None:
    assert markdown_of("") == ""
    assert markdown_of("<p> &nbsp; </p>") == ""


PIECES = st.lists(
    st.sampled_from([
        "<p>", "</p>", "<div>", "<b>", "</b>", "<i>", "<a href=x>", "<a href='javascript:x'>", "</a>", "<br>", "<br>",
        "<table>", "<tr>", "<td>", "</table>", "<caption>", "<ul>", "<li>", "<ol>", "<blockquote>", "<pre>", "<code>",
        "</code>", "<h2>", "</h2>", "<img src=y>", "<sup>", "<dt>", "<noscript>", "text", "*", "_", "`", "[", "]", "(",
        ")", "#", "&amp;", "\\", "|", "~~", "\0", "\x1b", "é", "日", "&#27;", "&#0;", "<math>", "<template>",
        "<summary>", "<q>",
    ]),
    max_size=40,
)  # fmt: skip


@given(PIECES, st.sampled_from([None, BASE, "nonsense", "http://[x"]))
def test_no_html_crashes_and_all_markdown_is_safe(pieces: list[str], base: str | None) -> None:
    markdown = markdown_of("".join(pieces), base)
    assert clean(markdown) == markdown
    assert "javascript:" not in markdown


@given(st.text())
def test_no_text_crashes(html: str) -> None:
    assert clean(markdown_of(html)) == markdown_of(html)


@given(st.lists(st.sampled_from(["alpha", "beta", "<p>", "<b>", "</b>", "<ul><li>", "<br>", "<td>", "<h3>", " "])))
def test_no_word_is_lost(pieces: list[str]) -> None:
    words = [piece for piece in pieces if piece.isalpha()]
    assert re.findall("alpha|beta", markdown_of("".join(pieces))) == words
