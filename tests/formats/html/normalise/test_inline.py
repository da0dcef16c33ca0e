"""Links lead to safe addresses; footnotes and spaces are what a reader expects."""

from __future__ import annotations

from newstui.formats.html.to_markdown import markdown_of

BASE = "https://e.org/news/1"


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


def test_the_source_of_a_quotation_is_a_line_of_its_own() -> None:
    assert markdown_of("<blockquote>It is over.<cite>Ida</cite></blockquote>") == "> It is over.\\\n> Ida"


def test_a_space_that_does_not_break_stays_between_two_words_only() -> None:
    assert markdown_of("<p>&nbsp;a&nbsp;b &nbsp; c&nbsp;</p>") == "a\xa0b c"


def test_what_a_style_keeps_apart_is_two_words() -> None:
    credit = (
        "<p><span>Credit</span><span>Ida Holm</span> <a href=https://a.org>Sea</a><a href=https://b.org>Boats</a></p>"
    )
    assert markdown_of(credit) == "Credit Ida Holm [Sea](https://a.org) [Boats](https://b.org)"
    assert markdown_of("<p><span>B</span><span>Ridge</span> <span>日</span><span>本</span></p>") == "BRidge 日本"
    assert markdown_of("<pre><span>get</span><span>Value</span></pre>") == "```\ngetValue\n```"


def test_a_link_around_blocks_without_a_heading_is_at_the_first_words_or_the_picture() -> None:
    card = (
        "<a href=https://e.org/><div><div>Title</div><div>Words</div></div><div><img src=https://e.org/a.png></div></a>"
    )
    assert markdown_of(card) == "[Title](https://e.org/)\n\nWords\n\n![](https://e.org/a.png)"
    assert markdown_of("<a href=https://e.org/><div><img src=https://e.org/a.png></div></a>") == (
        "[![](https://e.org/a.png)](https://e.org/)"
    )


def test_a_heading_does_not_lead_to_itself() -> None:
    assert markdown_of("<h2>Boats <a href=#boats>#</a></h2>", BASE) == "## Boats"
    assert markdown_of("<h2><a href=#c>C</a> #</h2>", BASE).startswith("## [C]")


def test_spaces_that_indent_a_paragraph_are_dropped() -> None:
    assert markdown_of("<p>\u3000猫が\u3000歩いた。<br>\u3000次の。</p>") == "猫が\u3000歩いた。\\\n次の。"


def test_a_link_from_a_term_to_itself_goes() -> None:
    assert markdown_of("<dl><dt>--quiet<a href='#quiet'>¶</a><dd>Say less.</dl>") == "**--quiet**\n\nSay less."


def test_the_source_above_a_quotation_has_its_line() -> None:
    assert markdown_of("<blockquote><cite>Ida wrote:</cite>It smokes</blockquote>") == "> Ida wrote:\\\n> It smokes"
    assert markdown_of("<blockquote><cite>Ida</cite> is a boat.</blockquote>") == "> Ida is a boat."


def test_the_number_of_a_source_stands_apart_from_it() -> None:
    assert markdown_of("<ul><li><span>[1]</span><span>Lee. Boats.</span></ul>") == "- \\[1\\] Lee. Boats."
