"""Markdown of all kinds for the tests of setting it, and short ways to look at the lines."""

from __future__ import annotations

from hypothesis import strategies as st

from newstui.render.typeset import typeset

MARKUP = [
    "- ",
    "1. ",
    "12) ",
    "> ",
    "# ",
    "```",
    "~~~ py",
    "    ",
    "  ",
    "\n",
    "\n\n",
    "*",
    "**",
    "~~",
    "`",
    "[",
    "](http://a.b)",
    "](x)",
    "![",
    "\\",
    "&amp;",
    "&#27;",
    "<br>",
    "<b>",
    "<",
    "> ",
    "* * *",
    "a",
    "word ",
    "字",
    "。",
    "é",
    "👍🏽",
    "\t",
    "[ ] ",
    "[x] ",
    "---",
    "https://example.org/long-address ",
]


articles = st.lists(st.sampled_from([*MARKUP, "|", "|-|-|\n", "\n|a|b|\n"]), max_size=60).map("".join)


def lines(markdown: str, width: int = 76) -> list[str]:
    return [line.text for line in typeset(markdown, width).lines]


def spans(markdown: str, width: int = 76) -> list[tuple[str, str, int | str | None]]:
    return [(span.text, span.role, span.link) for line in typeset(markdown, width).lines for span in line.spans]
