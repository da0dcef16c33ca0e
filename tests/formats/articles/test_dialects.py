"""HTML, wiki links and small digits in Markdown."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newstui.formats.articles import dialects
from newstui.formats.articles.dialects import plain_markdown

TABLE = "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>**c**</td><td>d &lt; e &amp;lt;</td></tr>\n</table>"
AS_MARKDOWN = "| a | b |\n| --- | --- |\n| **c** | d &lt; e &amp;lt; |"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TABLE, AS_MARKDOWN),
        (f"before\n{TABLE}\nstill in the block\n\nafter", f"before\n\n{AS_MARKDOWN}\n\nstill in the block\n\nafter"),
        ("<table><tr><td>\n\n**a**\n\n</td><td>b</td></tr></table>\nx", "| **a** | b |\n| --- | --- |\n\nx"),
        ("<table>\n\n# A\n\n</table>", "\n\n# A\n\n"),
        ("<ul>\n<li>a</li>\n\n<li>b <a href=https://a.b/c>c</a></li>\n</ul>", "- a\n\n- b [c](https://a.b/c)"),
        ("<pre>\na  b\n\n  c\n</pre>", "```\na  b\n\n  c\n```"),
        ("<h2 id=x>A <i>b</i></h2>", "## A *b*"),
        ("<blockquote>a</blockquote>", "> a"),
        ("<iframe src='https://a.b/c'></iframe>", "[Embedded page (a.b)](https://a.b/c)"),
        ("a\n\n<script>\n\nb()\n\n</script>\n\nc", "a\n\n\n\nc"),
        ("<!-- a\n\nb -->\nc", "\n\nc"),
        ("- a\n  <h3>b</h3>\n- c", "- a\n\n  ### b\n\n- c"),
        ("> <h3>a</h3>\n> b\nc", "> ### a\n>\n> b\n>\nc"),
        ("1. <ul><li>a</ul>", "1. - a"),
    ],
)
def test_a_block_of_html_becomes_markdown(text: str, expected: str) -> None:
    assert plain_markdown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a ==b c== d", "a **b c** d"),
        ("我==标记==字", "我**标记**字"),
        ("==*b*==", "*b*"),
        ("a==b==c ==d=e== `==f==`", "a==b==c ==d=e== `==f==`"),
        ("50%% of 60%% d", "50%% of 60%% d"),
        ("a %%b%%", "a "),
    ],
)
def test_marked_words_are_strong_and_comments_are_gone(text: str, expected: str) -> None:
    assert plain_markdown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p align=center>\n    **a** <b>b</b>\n</p>", "**a** <b>b</b>"),
        ("<details open>\n<summary>a</summary>\n- b\n- c\n</details>", "<summary>a</summary>\n\n- b\n- c"),
        ("<aside>\n  a\n\n</aside>\nb", "a\n\nb"),
        ("<div>\n`<div>`\n```\n<p>\n```\n</div>", "`<div>`\n\n```\n<p>\n```\n"),
        ("a\n<p>b</p>\nc", "a\n\nb\n\nc"),
    ],
)
def test_what_only_holds_paragraphs_leaves_its_markdown(text: str, expected: str) -> None:
    assert plain_markdown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a <table> b",
        "`<p>`",
        "    <table>",
        "```\n<p>\n\n[[a]]\n```",
        "- a\n\n      <p>b",
        "<b>a</b> <a href=x>b</a>",
        "<https://a.b>",
        "<!-- a",
        "a\n\n<script> b",
        "<parrot>",
        "1 < 2",
        "[[1]](https://a.b)",
        "[[ -f a ]]",
        "`[[a]]` ``[[`b`]]``",
        "a[[",
        "x<sup>th</sup>",
    ],
)
def test_all_else_stays(text: str) -> None:
    assert plain_markdown(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[a]] and [[b/c|d *e*]]", "a and d *e*"),
        ("| [[a\\|b]] |", "| b |"),
        ("[[a#b]] [[#c]] [[d#^e]]", "a > b c d"),
        ("![[a.png|300]] ![[b]]", "![a.png](<a.png>) b"),
        ("H<sub>2</sub>O 10<sup>-6</sup>", "H₂O 10⁻⁶"),
        ("- [[a]]\n  ```\n  [[b]]\n  ```", "- a\n  ```\n  [[b]]\n  ```"),
    ],
)
def test_wiki_links_are_words_and_small_digits_are_digits(text: str, expected: str) -> None:
    assert plain_markdown(text) == expected


PARTS = [
    "<table>",
    "<td>",
    "</table>",
    "<p>",
    "<pre>",
    "</pre>",
    "<li>",
    "-->",
    "\n",
    "\n\n",
    "- ",
    "> ",
    "    ",
    "`",
    "```",
]
WORDS = ["[[", "]]", "a", "word ", "&lt;"]


@given(st.lists(st.sampled_from(PARTS + WORDS), max_size=40))
def test_no_text_fails_and_no_word_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    assert plain_markdown(text).count("word") == text.count("word")


@pytest.mark.parametrize("shape", ["<hr>\n\n", "<script>\n\n", "<!-- ", "<table>\n\n", "<p>x\n"])
def test_only_so_much_html_is_written_as_markdown(shape: str) -> None:
    text = shape * (600_000 // len(shape)) + "\nthe end"
    assert plain_markdown(text).endswith("the end")


class _LineByLine(dialects._Reader):
    def _end_of_words(self, at: int) -> int:
        return 0


SIGNS = ["[[b]]", "==c==", "%%d%%\n", "^0a1b2c\n", "{{<\n", "[[[", "<br>\n", "\u3000", "\n\n\n", "  ", "12) "]


@example(["- ", "a", "\n\n", "a", "\n\n", "    ", "[[b]]"], 40, 300)
@example(["a", "\n\n", "    ", "a", "\n", "a", "\n", "    ", "[[b]]"], 40, 300)
@example(["a", "\n", *["<p>", "word ", "\n"] * 4, "\n", "<p>", "[[b]]"], 40, 25)
@example(["a", "\n", "a", "```", "\n", "a", "\n", "[[b]]", "\n", "<p>"], 5, 300)
@example(["a", "\n", "> ", "- ", "```", "\n", "[[b]]", "\n", "> ```", "\n", "> ", "<p>", "[[b]]", "\n"], 40, 300)
@example(["a", "\n", "  ", "a", "\n\n", "12) ", "a", "\n\n", "    ", "  ", "[[b]]", "\n"], 40, 300)
@given(st.lists(st.sampled_from(PARTS + WORDS + SIGNS), max_size=40), st.integers(1, 40), st.integers(0, 300))
def test_lines_that_are_taken_together_come_out_as_one_by_one(parts: list[str], at_once: int, room: int) -> None:
    text = "".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("_AT_ONCE", at_once), ("_ROOM", room), ("_A_BLOCK", 20)):
            patch.setattr(dialects, name, value)
        assert dialects._Reader(text).lines() == _LineByLine(text).lines()
