"""Pieces of HTML become Markdown that the reader reads back; nothing hostile, nothing of HTML, no word lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.text.clean import clean
from newstui.formats.html.normalise.limits import DEEPEST
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
        ("<cite>Paper</cite> <blockquote>a <cite>b</cite></blockquote>", "*Paper*\n\n> a b"),
        ("<code>a <a href='https://e.org'>b</a></code>", "a [b](https://e.org)"),
    ],
)  # fmt: skip
def test_each_element_becomes_what_markdown_has_for_it(html: str, markdown: str) -> None:
    assert markdown_of(html) == markdown


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ("<pre><code class='language-python'>x = 1\n  y</code></pre>", "python"),
        ("<pre class='brush: js'>x = 1\n  y</pre>", "js"),
        ("<div class='highlight-source-ruby'><pre>x = 1\n  y</pre></div>", "ruby"),
        ("<pre data-lang=Go>x = 1<br>  y</pre>", "go"),
        ("<pre>x = 1\n  y</pre>", ""),
        ("<pre><span>x</span> = 1\n  <pre>y</pre></pre>", ""),
    ],
)
def test_code_keeps_its_lines_and_its_language(html: str, language: str) -> None:
    assert markdown_of(html).replace("\n\n", "\n") == f"```{language}\nx = 1\n  y\n```"


def test_code_without_text_leaves_nothing() -> None:
    assert markdown_of("a<pre> </pre>") == "a"


def test_a_table_stays_a_table() -> None:
    html = (
        "<table><caption>Rates</caption><thead><tr><th>A<th>B</thead>"
        "<tr><td>1|2<td><p>x</p><p>y</p><tr><td>c<br>d<td><ul><li>e<li>f</ul><tr></tr></table>"
    )
    assert markdown_of(html) == (
        "Rates\n\n| A | B |\n| --- | --- |\n| 1\\|2 | x y |\n| c d | • e • f |"
    )  # fmt: skip


def test_columns_that_a_cell_spans_and_cells_that_are_missing_are_empty() -> None:
    html = "<table><tr><td colspan=2>a<td>b<tr><td>c<tr><td colspan=999>d</table>"
    assert markdown_of(html).splitlines() == [
        "| a |  | b |", "| --- | --- | --- |", "| c |  |  |", "| d |  |  |",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td><h2>Head</h2><p>text</p></td><td>more</td></tr></table>",
        "<table><tr><td><table><tr><td><h2>Head</h2></table>text</td><td>more</td></tr></table>",
        "<table><tr><td><h2>Head</h2><tr><td>text<tr><td>more</table>",
    ],
)
def test_a_table_that_was_the_layout_of_a_page_is_unfolded(html: str) -> None:
    assert markdown_of(html) == "## Head\n\ntext\n\nmore"


def test_links_are_absolute_safe_and_have_words() -> None:
    html = (
        "<a href='/a b(c)'>a</a> <a href='javascript:x'>b</a> <a href=mailto:c@e.org>c</a> <a href='file:///x'>d</a> "
        "<a href='&#106;avascript:x'>e</a> <a href='java\nscript:x'>f</a> <a href='//h.org/' title=t>g</a> <a>h</a> "
        "<a href=data:text/html,x>i</a> <a href=http://[x>j</a> <a href=x></a>k"
    )
    assert markdown_of(html, BASE) == (
        "[a](https://e.org/a%20b%28c%29) b [c](mailto:c@e.org) d e f [g](https://h.org/) h i j k"
    )
    assert markdown_of("<a href=y>relative</a> <a href=#z>here</a>") == "relative here"


def test_a_link_around_blocks_is_a_link_in_their_heading() -> None:
    html = "<a href=https://e.org/><h2>Head</h2><p>text</p></a>"
    assert markdown_of(html) == "## [Head](https://e.org/)\n\ntext"
    assert markdown_of("<a href=https://e.org/><p>text</p></a>") == "[text](https://e.org/)"


def test_footnotes_are_marks_and_their_texts() -> None:
    html = "<p>Said<sup><a href='#fn1'>1</a></sup></p><ol><li id=fn1>Where it was said</ol>"
    assert markdown_of(html) == "Said\\[1\\]\n\n1. Where it was said"
    assert markdown_of(html, BASE).startswith("Said[\\[1\\]](https://e.org/news/1#fn1)")


def test_pictures_have_their_real_address() -> None:
    html = (
        "<img src='a.jpg' alt='A [b]'><img src='data:image/png;base64,xx' data-src=b.jpg><img src='data:image/png,x'>"
        "<img src=spacer.gif data-srcset='c.jpg 1x, d.jpg 2x'><img src=e.gif width=1 height=1><img src=mailto:x@y.z>"
        "<img srcset=' , '>"
    )
    assert re.findall(r"\((.*?)\)", markdown_of(html, BASE)) == [
        "https://e.org/news/a.jpg", "https://e.org/news/b.jpg", "https://e.org/news/c.jpg",
    ]  # fmt: skip
    assert 'alt="A [b]"' in read_back(markdown_of(html, BASE))


def test_a_picture_that_only_pages_without_scripts_show_is_shown_once() -> None:
    hidden = "<noscript><img src=https://e.org/a.jpg></noscript>"
    assert markdown_of(f"<div><img src=data:image/gif,x>{hidden}</div>") == "![](https://e.org/a.jpg)"
    assert markdown_of(f"<div><img src=https://e.org/b.jpg>{hidden}</div>") == "![](https://e.org/b.jpg)"
    assert markdown_of("a<noscript>Switch on scripts</noscript>") == "a"
    assert markdown_of("a" + "<noscript>x</noscript>" * 300) == "a"


def test_what_is_no_text_is_left_out() -> None:
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


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul><li", "table><tr><td", "span", "a href=x", "sup"])
def test_very_deep_nesting_keeps_its_words_and_ends(tag: str) -> None:
    markdown = markdown_of(f"<{tag}>" * 5000 + "deep <p>words")
    assert "deep" in markdown
    assert "words" in markdown
    assert len(markdown) < 10 * DEEPEST


def test_of_more_elements_than_any_article_has_the_first_are_kept() -> None:
    markdown = markdown_of("<i>a</i> " * 110_000)
    assert 90_000 < markdown.count("a") <= 100_000


def test_four_million_characters_are_looked_at() -> None:
    assert len(markdown_of("word " * 900_000)) <= 4 * 1024 * 1024


def test_nothing_is_nothing() -> None:
    assert markdown_of("") == ""
    assert markdown_of("<p> &nbsp; </p>") == ""


def test_a_space_that_does_not_break_stays_between_two_words_only() -> None:
    assert markdown_of("<p>&nbsp;a&nbsp;b &nbsp; c&nbsp;</p>") == "a\xa0b c"


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
def test_no_html_crashes_and_what_comes_out_is_safe(pieces: list[str], base: str | None) -> None:
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
