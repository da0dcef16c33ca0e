"""A saved page becomes the Markdown of its article; no page crashes it or makes it slow."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newstui.domain.articles.metadata import Metadata
from newstui.domain.text.clean import clean
from newstui.formats.web_page.saved_page import SavedPage, read_page
from tests.hostile import QUADRATIC, growth_of

LONG = "The harbour was quiet and the boats lay still in the morning fog. " * 5
RENDER = MarkdownIt("commonmark").enable("table")


def markdown(html: str, url: str | None = None) -> str:
    return read_page(html, url).body


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>A</h1><h2>B <b>c</b></h2><p>d<p>e", "# A\n\n## B c\n\nd\n\ne"),
        ("a<br>b<br/>c", "a\\\nb\\\nc"),
        ("a<br><br>b<br> <br>c", "a\n\nb\n\nc"),
        ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "- a\n- b\n  - c\n- d\n\ne"),
        ("<ol start=9><li>a<li>b<p>c</ol>", "9. a\n\n10. b\n\n    c"),
        ("<ol start=x><li>a</ol><li>stray", "1. a\n\nstray"),
        (
            "<blockquote><p>a<p>b<blockquote>c</blockquote></blockquote><blockquote>d</blockquote>",
            "> a\n>\n> b\n>\n> > c\n\n> d",
        ),
        (
            "<pre class='x language-py'>def f():\n    return '``` *x*'\n</pre>",
            "````py\ndef f():\n    return '``` *x*'\n````",
        ),
        ("<pre><div>a</div><div><b>b</b><br>c<img src=x></div><pre>d</pre></pre>", "```\na\nb\nc\nd\n```"),
        ("<p>use <code>a*b</code> or <tt>`x`</tt> <code> </code>", "use `a*b` or `` `x` ``"),
        ("<b>a <i>b</i></b> <strong><b>c</b></strong><em> d </em>e<b></b>", "**a *b*** **c** *d* e"),
        ("<b><p>a</p><p>b</p></b>", "**a**\n\n**b**"),
        ("<p>a</p><hr><p>b</p>", "a\n\n---\n\nb"),
        ("H<sub>2</sub>O <q>said</q>", "H₂O “said”"),
        ("<dl><dt>Word<dd>Meaning</dl>", "**Word**\n\nMeaning"),
        (
            "<figure><img alt='A *boat*' src='https://e.org/b.jpg'><figcaption>At sea</figcaption></figure>",
            "![A \\*boat\\*](https://e.org/b.jpg)\n\nAt sea",
        ),
        (
            "<img src=a.jpg><img alt=a src=data:x><img src=https://e.org/x width=1>"
            "<img data-src=https://e.org/y src=data:x>",
            "![a](<>)![](https://e.org/y)",
        ),
        (
            "<table><caption>T</caption><tr><th>a<th>b|c<tr><td>1<td>2<td>3<tr><td><tr></table>",
            "T\n\n| a | b\\|c |  |\n| --- | --- | --- |\n| 1 | 2 | 3 |",
        ),
        ("<table><tr><td>a<tr><td>- b|c</table>", "a\n\n\\- b|c"),
        (
            "<table><tr><td><h2>a</h2><td>b<tr><td><table><tr><td>c<td>d</table></table>",
            "## a\n\nb\n\n| c | d |\n| --- | --- |",
        ),
        ("<table><tr><td>a<p>b<br>c<hr><pre>d</pre><ul></table>x", "a\n\nb\\\nc\n\n---\n\n```\nd\n```\n\nx"),
        ("<table><td>a<p>b<br>c<hr><td>x</table>", "| a<br>b<br>c | x |\n| --- | --- |"),
        (
            "<p>1. a<p># b<p>- c<p>> d<p>+<p>=== <p>a | b<br>--- | ---",
            "1\\. a\n\n\\# b\n\n\\- c\n\n\\> d\n\n\\+\n\n\\===\n\na | b\\\n\\--- | ---",
        ),
        (
            "a*b*c _d_ e_f [g] &lt;h> 2 &lt; 3 `i` \\* ~~j~~ &amp;amp; !<a href=http://x>k]</a>",
            "a\\*b\\*c \\_d\\_ e\\_f \\[g\\] \\<h> 2 < 3 \\`i\\` \\\\\\* \\~\\~j\\~\\~ \\&amp; \\![k\\]](http://x)",
        ),
        ("a</x></p>b<x>c</div>", "a\n\nbc"),
        ("a < b <3 </ c>d<!x>e<?y>f<!---->g<!-->h<!-- i", "a < b \\<3 defgh"),
    ],
)
def test_each_element_becomes_its_markdown(html: str, expected: str) -> None:
    assert markdown(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<template>x</template>",
        "<noscript>x</noscript>",
        "<svg><title>x</title></svg>",
        "<nav>x</nav>",
        "<header>x</header>",
        "<footer>x</footer>",
        "<aside>x</aside>",
        "<form>x</form>",
        "<button>x</button>",
        "<iframe>x</iframe>",
        "<p hidden>x</p>",
        "<p style='a:b;display : none'>x</p>",
        "<p aria-hidden=true>x</p>",
        "<div role=navigation>x</div>",
        "<nav><div>x<nav>y</nav></div>z</nav>",
        "<script>'</div>'</script>",
        "<title>x</title>",
        "<img hidden alt=x>",
        "<textarea>x</textarea>",
        "<SCRIPT>x</ScRiPt >",
        "<p hidden>x",
    ],
)
def test_the_site_around_the_article_is_left_out(html: str) -> None:
    assert markdown(f"<p>{LONG}</p>{html}<p>after</p>") == f"{LONG.strip()}\n\nafter"


def test_an_aside_of_the_author_belongs_to_the_article() -> None:
    note = "A note of the author says in more than ten words what it means."
    assert markdown(f"<p>{LONG}</p><aside><p>{note}</p></aside>").endswith(note)


def test_the_header_of_an_article_and_the_footer_of_a_quotation_belong_to_it() -> None:
    quotation = "<blockquote>q<footer>A. Author</footer></blockquote>"
    html = f"<article><header><h1>Head</h1></header><p>{LONG}{quotation}</article>"
    assert markdown(html) == f"# Head\n\n{LONG.strip()}\n\n> q\n>\n> A. Author"


def test_an_article_that_holds_most_of_the_text_is_preferred() -> None:
    around = "<div>menu " * 5
    assert markdown(f"{around}</div><main>m<article>{LONG}</article></main>") == LONG.strip()
    assert markdown(f"{around}</div><main>{LONG}</main>") == LONG.strip()
    assert "menu" in markdown(f"{around}</div><article>short</article>{LONG}")
    assert "other" in markdown(f"<article>{LONG}</article>other {LONG * 2}")


def test_a_page_whose_whole_text_is_in_a_form_is_shown() -> None:
    assert markdown(f"<form><p hidden>{LONG}</p></form>") == LONG.strip()
    assert markdown("<p>short</p><nav>x</nav>") == "short"


def test_links_are_whole_and_of_the_web() -> None:
    html = (
        "<a href='/a b(c)'>a</a> <a href=#x>b</a> <a href='javascript:x'>c</a> <a href='mailto:d@e.f'>d</a> "
        "<a href='java\nscript:x'>e</a> <a href=http://[x>f</a> <a>g</a> <a href='//h.org/é<>'>h</a> "
        "<a href=x><a href=y>i</a></a>"
    )
    url = "https://e.org/news/1"
    assert markdown(html, url) == (
        "[a](https://e.org/a%20b%28c%29) [b](https://e.org/news/1#x) c [d](mailto:d@e.f) e f g "
        "[h](https://h.org/é%3C%3E) [i](https://e.org/news/y)"
    )
    assert markdown("<base href='https://b.org/x/'><a href=y>y</a>") == "[y](https://b.org/x/y)"
    assert markdown("<a href=y>y</a>") == "y"


def test_a_page_says_what_it_is() -> None:
    html = f"""<html lang=en-GB><head><title>Boats return — Courier</title>
    <link rel=canonical href=https://e.org/boats><meta property=og:site_name content=Courier>
    <meta name=author content='By A. Author'><meta property='article:published_time' content='2024-05-01T10:00Z'>
    <meta name=description content='Short &amp; good'></head><body><h1>Boats <i>return</i></h1><p>{LONG}"""
    assert read_page(html) == SavedPage(
        body=f"# Boats *return*\n\n{LONG.strip()}",
        metadata=Metadata(
            title="Boats return",
            author="A. Author",
            published=datetime(2024, 5, 1, 10, tzinfo=UTC),
            source="Courier",
            lang="en-gb",
            url="https://e.org/boats",
            summary="Short & good",
        ),
    )


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<title>Boats - Courier</title><meta property=og:site_name content=courier>", "Boats"),
        ("<title>Boats - Courier</title>", "Boats - Courier"),
        ("<meta property=og:title content=Boats><title>Other</title>", "Boats"),
        ("<h1>Boats</h1>", "Boats"),
        ("<h1></h1>x", None),
        ("<svg><title>Icon</title></svg><title></title>x", None),
        ("<title>", None),
        ("<title><b>Bold</title>", "<b>Bold"),
        ("<title>\x1b[31mRed\u202e</title>", "[31mRed"),
    ],
)
def test_the_title_is_the_headline(html: str, title: str | None) -> None:
    assert read_page(html).metadata.title == title


def test_a_time_element_is_the_date_if_nothing_else_is() -> None:
    page = read_page(
        "<time datetime=2024-05-01>May</time><time>x</time><meta name=author content=https://e.org/a>"
        "<base href=mailto:>"
    )
    assert page.metadata.published == datetime(2024, 5, 1, tzinfo=UTC)
    assert page.metadata.author is None


def hostile_pages(n: int) -> list[str]:
    """Returns pages of so many pieces of what is hard to read."""
    return [
        "<nav>x" * n,
        "<header><nav>x</nav>" * n,
        "<article><main>x" * n,
        "<div hidden>x" * n,
        "<p hidden>x</p>" * n,
        "<article>x</article>" * n,
        "<pre><div>x<br>" * n,
        "<meta name=author content=x>" * n,
        "<a href=x>x" * n,
        "<a href=x><div>x" * n,
        "<img src=x>" * n,
        "<noscript><img src=x></noscript>" * n,
        "<table><tr>" + "<td><li>x" * n,
        "x<br><br>" * n,
        "<script type=ld+json>" + "[" * n,
        "<script type=ld+json>{}</script>" * n,
        "<div>" * n + "x" + "</div>" * n,
        "<blockquote>x" * n,
        "<ul><li>x" * n,
        "<b>" * n + "x",
        "<i><b>x" * n,
        "<table><tr><td>x" * n,
        "<p " + "a=1 " * n + ">x",
        "<p " + "".join(f"a{n}=hidden " for n in range(n)) + ">x",
        "<!--" * n,
        "<!-->" * n,
        "<![" * n,
        "<a " * n,
        '<a href="' * n,
        "<a b='<a c=\"" * n,
        "</a" * n,
        "<" * n,
        "<script>" * n,
        "&#" + "9" * n + ";",
        "&#x" + "f" * n,
        "<?" * n,
        "<code>" + "`" * n,
        "<a></b></a><b></a>" * n,
        "<h1>" * n,
        "<article>" * n,
        "<table>" + "<td>" * n + "<tr>" * n,
        "*" * n,
        "<title>" * n,
        "<dl><dt>x<dd>" * n,
        "<meta>" * n,
        "<pre>" * n,
        "<svg><q>" * n,
        "</p>" * n,
        "<a =" * n + ">",
    ]


@pytest.mark.parametrize("which", range(len(hostile_pages(1))), ids=[each[:16] for each in hostile_pages(9)])
def test_the_time_for_a_hostile_page_grows_as_the_page_does(which: int) -> None:
    def read(html: str) -> None:
        assert isinstance(markdown(html, "https://e.org"), str)

    assert growth_of(read, lambda n: hostile_pages(n)[which], 20_000) < QUADRATIC


ALPHABET = [
    "<",
    ">",
    "/",
    "a",
    "p",
    "li",
    "<p>",
    "<b>",
    "</b>",
    "<ul>",
    "<li>",
    "</ul>",
    "<pre>",
    "</pre>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<code>",
    "<a href=http://x>",
    "</a>",
    "&",
    "&amp;",
    "*",
    "_",
    "`",
    "[",
    "]",
    "!",
    "\\",
    "<br>",
    "<h1>",
    "</h1>",
    "<blockquote>",
    "</blockquote>",
    "<dt>",
    "<q>",
    "\n",
    " ",
    "|",
    "-",
    "#",
    "1.",
    '"',
    "=",
    "<!--",
    "-->",
    "<script>",
    "~",
    "\x1b",
    "<img alt=x src=http://y>",
    "<hr>",
    "<nav>",
    "</nav>",
    "<article>",
    "<header>",
    "<title>",
    "</tr>",
    "<ol>",
    "x" * 250,
]


@given(st.lists(st.sampled_from(ALPHABET), max_size=40))
def test_no_page_crashes_and_its_text_is_clean(pieces: list[str]) -> None:
    body = markdown("".join(pieces), "http://e.org/")
    assert clean(body) == body


@given(st.text(alphabet="ab *_`[]<>!\\&#-+1.)=~|(:;", max_size=30))
def test_text_never_becomes_markup(text: str) -> None:
    written = text.replace("&", "&amp;").replace("<", "&lt;")
    shown = RENDER.render(markdown(f"<p>{written}</p>")).strip()
    words = " ".join(text.split())
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    assert shown == (f"<p>{escaped}</p>" if words else "")
