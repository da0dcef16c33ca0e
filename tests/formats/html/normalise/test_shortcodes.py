"""Codes that WordPress did not replace are gone, what they hold stays."""

from __future__ import annotations

import pytest

from newstui.formats.html.to_markdown import markdown_of


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<p>[caption id="a" width="3"]<img src=https://e.org/a.jpg> A boat[/caption]</p>',
            "![](https://e.org/a.jpg) A boat",
        ),
        ("<p>[vc_row][vc_column]Words[/vc_column][/vc_row]</p>", "Words"),
        ('<p>a</p>[gallery ids="1,2"]<p>b</p>', "a\n\nb"),
        ('<p>[audio mp3="https://e.org/a.mp3"][/audio]</p>', "https://e.org/a.mp3"),
        ("<p>[button link=“https://e.org/a”] Go[/button]</p>", "https://e.org/a Go"),
        ("<p>a[0] and [1], [sic], [/b]</p>", "a\\[0\\] and \\[1\\], \\[sic\\], \\[/b\\]"),
        ('<pre>[code lang="c"]</pre>', '```\n[code lang="c"]\n```'),
    ],
)
def test_only_what_a_code_holds_is_text(html: str, expected: str) -> None:
    assert markdown_of(html) == expected


@pytest.mark.parametrize("part", ["[", "[a ", '[a b="', '[a b="" ', "[/a", "[vc_"])
def test_codes_that_do_not_end_are_text(part: str) -> None:
    assert part.strip().replace("[", "") in markdown_of(part * 20_000).replace("\\", "")
