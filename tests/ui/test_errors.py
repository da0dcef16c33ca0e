"""What a reader is told of errors."""

from __future__ import annotations

from newstui.ui.errors import bug_in_article


def test_a_bug_is_named_and_not_longer_than_a_notice() -> None:
    error = bug_in_article(ValueError("x" * 1_000))
    assert str(error).startswith("newstui met a bug in this article: ValueError: xxx")
    assert len(str(error)) <= 200
    assert "report" in error.hint
