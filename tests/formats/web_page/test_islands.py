"""What stands in an article is kept whole; what a site puts between its paragraphs is not."""

from __future__ import annotations

import pytest

from newstui.formats.web_page.extract import extract
from tests.formats.web_page.ferry import STORY, article, page, story


def between(html: str) -> str:
    """Returns what an article has between its paragraphs and its last words."""
    body = article(html).body
    for paragraph in STORY:
        body = body.replace(paragraph, "")
    return body.strip()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>See also these:</p><ul><li><a href=//l.org/a>Python</a><li><a href=//l.org/b>.NET</a></ul>",
         "See also these:\n\n- [Python](https://l.org/a)\n- [.NET](https://l.org/b)"),
        ("<figure><blockquote>We counted twice.</blockquote><figcaption>Ida, pupil</figcaption></figure>",
         "> We counted twice.\n\nIda, pupil"),
        ("<blockquote><p>We counted twice.</p><footer>Ida, pupil</footer></blockquote>",
         "> We counted twice.\n>\n> Ida, pupil"),
        ("<figure><figcaption>Listing 1</figcaption><pre>a = 111</pre></figure>", "Listing 1\n\n```\na = 111\n```"),
        ("<table><tr><th>Tool<th>Steps<tr><td>saw<td><ol><li>one<li>two</ol></table>",
         "| Tool | Steps |\n| --- | --- |\n| saw | 1. one<br>2. two |"),
        ("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>", "| a · b | c |\n| --- | --- |"),
        ("<figure><table><tr><th>Day<td>1</table><figcaption>Table 1</figcaption></figure>",
         "| Day | 1 |\n| --- | --- |\n\nTable 1"),
        ("<div class=image-caption><img src=/s.jpg><p class=caption>Steps in 1910</p></div>",
         "![](https://courier.example/s.jpg)\n\nSteps in 1910"),
        ("<figure><img src='data:image/png;base64,AA'><figcaption>Steps</figcaption></figure>", "Steps"),
        ("<figure><svg></svg><figcaption>Steps</figcaption></figure>", "Steps"),
        ("<picture><source srcset='/s.webp'><img></picture>", "![](https://courier.example/s.webp)"),
        ("<p>It was on <time datetime=1921-03-03>3 March</time> here.</p>", "It was on 3 March here."),
        ("<div>On the quay</div>", "On the quay"),
        ("<div><h4>Sources</h4><ul><li><a href=//l.org/a>Minutes</a><li><a href=//k.org>Plans</a></ul></div>",
         "#### Sources\n\n- [Minutes](https://l.org/a)\n- [Plans](https://k.org)"),
        ("<aside><p>Mind the step.</p></aside>", "Mind the step."),
        ("<ul><li><a href=mailto:ida@l.org>Write to Ida</a></ul>", "- [Write to Ida](mailto:ida@l.org)"),
        ("On the quay", "On the quay"),
        ("<p>Night train<br>on Netflix</p><p>Day boat<br>on Netflix</p>",
         "Night train\\\non Netflix\n\nDay boat\\\non Netflix"),
        ("<aside><p>A note of the author says in more than ten words what a ferry is.</p></aside>",
         "A note of the author says in more than ten words what a ferry is."),
        ("<audio controls src=/a.mp3></audio>", "[Audio (courier.example)](https://courier.example/a.mp3)"),
        ("<ul><li><input type=checkbox checked> done<li><input type=checkbox> open</ul>", "- [x] done\n- [ ] open"),
        ("<math display=block><msup><mi>x</mi><mn>2</mn></msup></math>", "x²"),
        ("<ul><li><a href=#one>First part</a><li><a href=#two>Second part</a></ul>",
         "- [First part](https://courier.example/news/ferry#one)\n- [Second part](https://courier.example/news/ferry#two)"),
        ("<h2><a href=/bridge>The bridge</a></h2><p>It took two years longer than planned, and twice the money.</p>",
         "## [The bridge](https://courier.example/bridge)\n\n"
         "It took two years longer than planned, and twice the money."),
        ("<figure><img src=/a.jpg><figcaption>By Ida</figcaption></figure>"
         "<figure><img src=/b.jpg><figcaption>By Ida</figcaption></figure>",
         "![](https://courier.example/a.jpg)\n\nBy Ida\n\n![](https://courier.example/b.jpg)\n\nBy Ida"),
        ("<div class=code-toolbar><div class=toolbar><button>Copy</button></div><pre>a = 111</pre></div>",
         "```\na = 111\n```"),
        ("<aside><h3>Facts</h3><ul><li>Built 1921<li>Length 40 m</ul></aside>",
         "### Facts\n\n- Built 1921\n- Length 40 m"),
        ("<div><p><a href=/x>On Friday Ida and Bo, both of the harbour, said that no boat was theirs.</a></p></div>",
         "[On Friday Ida and Bo, both of the harbour, said that no boat was theirs.](https://courier.example/x)"),
        ("<div class=consent data-src=https://www.youtube.com/embed/abcdefghijk><p>Click to play.</p></div>",
         "[Video (youtube.com)](https://www.youtube.com/watch?v=abcdefghijk)"),
        ("<h3><button>What now?</button></h3><p>We wait for the bridge.</p>",
         "### What now?\n\nWe wait for the bridge."),
        ("<p>Two<em> </em>words, and the<b> <i> </i></b>end.</p>", "Two words, and the end."),
    ],
)  # fmt: skip
def test_what_stands_between_paragraphs_is_kept(html: str, expected: str) -> None:
    assert between(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<h3>Related stories</h3><ul><li><a href=/x>Towers</a><li><a href=/y>Tunnels</a></ul>",
        "<div class=related><a href=/x><img src=/x.jpg><h3>Another town builds a tower</h3></a></div>",
        "<div><a href=/x><img src=/x.jpg></a><h4><a href=/x>A tower is built in the harbour</a></h4></div>",
        "<div class=post-share><p>Tell your friends</p></div>",
        "<p class=sr-only>Skip what follows</p>",
        "<p class='note hidden'>Wait for what follows</p>",
        "<div><h4>You may like</h4><ul><li><a href=/x>Another long story of the town here</a></ul></div>",
        "<aside><p>Buy boats</p><a href=/shop>In our shop</a></aside>",
        "<div class=print-only><p>This copy is for you alone and for nobody else in the world.</p></div>",
        "<div role=navigation><h2>Contents</h2><ul><li><a href=#a>First part</a></ul></div>",
        "<div style='position:absolute;left:-9999px'><a href=//x.org>Cheap towers</a></div>",
    ],
)
def test_other_stories_and_hidden_words_are_left_out(html: str) -> None:
    assert between(html) == ""


def test_a_picture_whose_address_is_unknown_leaves_its_caption() -> None:
    figure = "<figure><span><img src=/flame.png alt=flame></span><figcaption>Not to scale.</figcaption></figure>"
    assert "Not to scale." in extract(page(story(figure))).body


def test_the_short_end_of_an_article_of_one_paragraph_is_kept() -> None:
    paragraphs = (
        f"<p>{' '.join(STORY)}</p><p>It began on <time datetime=1921-03-03>3 March 1921</time> in the harbour.</p>"
    )
    assert extract(page(paragraphs)).body.endswith("\n\nIt began on 3 March 1921 in the harbour.")


def test_the_first_of_several_items_of_the_same_make_is_kept() -> None:
    lede = "The town has seen many boats come and go in its long life, but none that so many people were fond of."
    items = "".join(f"<div class='item part'><div><p>{each}</p></div></div>" for each in STORY)
    page_of_items = page(f"<div class='item wide'><h2>{lede}</h2></div>{items}")
    assert extract(page_of_items).body.startswith(f"## {lede}")


def test_what_a_link_says_of_windows_is_not_text() -> None:
    link = "<p>It is in <a href=//l.org/a>the plans<span>Opens a new window </span></a> of the town.</p>"
    assert between(link) == "It is in [the plans](https://l.org/a) of the town."
