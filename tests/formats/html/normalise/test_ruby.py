"""The reading of a word stands in parentheses behind it."""

from __future__ import annotations

import pytest

from newstui.formats.html.to_markdown import markdown_of


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("吾輩は<ruby>猫<rt>ねこ</rt></ruby>である", "吾輩は猫(ねこ)である"),
        ("<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>", "漢字(かんじ)"),
        ("<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>", "東(とう)京(きょう)"),
        ("<ruby><rb>東<rb>京<rt>とう<rt>きょう</ruby>", "東京(とうきょう)"),
        ("<ruby>猫<rt> </rt></ruby>", "猫"),
    ],
)
def test_a_reading_is_in_parentheses(html: str, expected: str) -> None:
    assert markdown_of(f"<p>{html}</p>") == expected
