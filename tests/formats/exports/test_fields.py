"""Single fields of exports."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newstui.domain.articles.incoming import Incoming
from newstui.domain.highlights.highlight import highlights_of
from newstui.formats.exports.fields import annotated, article_at, moment


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        (1_700_000_000, 1_700_000_000.0),
        ("1700000000", 1_700_000_000.0),
        (1_700_000_000_500, 1_700_000_000.5),
        ("1700000000500000", 1_700_000_000.5),
        (1.7e9, 1_700_000_000.0),
        ("2023-11-14T22:13:20Z", 1_700_000_000.0),
        ("2023-11-14T23:13:20+0100", 1_700_000_000.0),
        ("Tue, 14 Nov 2023 22:13:20 GMT", 1_700_000_000.0),
        ("20231114221320", 1_700_000_000.0),
        (0, None), ("0", None), (-5, None), ("", None), (True, None), (None, None), ([], None), ("soon", None),
        (float("nan"), None), (float("inf"), None), (10**40, None),
    ],
)  # fmt: skip
def test_a_moment_is_read_in_every_unit(written: object, seconds: float | None) -> None:
    export = moment(written)
    assert export == (None if seconds is None else datetime.fromtimestamp(seconds, UTC))


def test_each_quotation_is_a_highlight_with_the_note_below_it() -> None:
    fields = annotated("Above.\n\n> One\n>\n> and on\n\nTrue?\n\nSo.\n\n> Two\n\n> One\n>\n> and on", "Mine.")
    assert fields["note"] == "Above.\n\nMine."
    found = highlights_of(dict(fields["highlights"]))
    assert [(each.quote, each.note) for each in found] == [("One\n\nand on", "True?\n\nSo."), ("Two", "")]
    assert annotated("") == {"note": "", "highlights": ()}


def test_no_page_has_a_password() -> None:
    article = article_at("https://ann:s3cret@e.org/a", "")
    assert isinstance(article, Incoming)
    assert (article.url, article.title) == ("https://e.org/a", "https://e.org/a")
