"""What tells a caption is found in first sentences that were read."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("sklearn")

from training.captions import READ, fitted

from newstui.domain.summaries.vietnamese_captions import signs_of

CAPTION = signs_of("Thị trưởng Anna Berg.", "Thị trưởng Anna Berg hôm nay cho biết cảng Riga đóng cửa.")
NEWS = signs_of("Cảng Riga đã đóng cửa.", "Sau đó, tàu ở lại.")


def test_a_sign_that_only_captions_have_counts_for_them() -> None:
    odds = fitted([CAPTION] * 20 + [NEWS] * 20, [True] * 20 + [False] * 20)
    assert odds.tells < 0 < odds.is_told_again


def test_each_article_was_read_once() -> None:
    records = [json.loads(line) for line in READ.read_text("utf-8").splitlines()]
    assert len({(each["set"], each["id"]) for each in records}) == len(records)
    assert {each["caption"] for each in records} == {True, False, None}
