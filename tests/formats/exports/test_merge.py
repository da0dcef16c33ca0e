"""An address that an export names twice is one article with all that both say."""

from __future__ import annotations

from datetime import timedelta

from newstui.domain.articles.incoming import Incoming
from newstui.formats.exports.merge import merged
from tests.formats.exports.samples import AT


def test_both_give_what_they_know() -> None:
    first = Incoming("https://e.org/a", url="https://e.org/a", read=False, tagged=("sea",), note="One.", saved=AT)
    second = Incoming(
        "A", "Text.", url="http://www.e.org/a/?utm_source=x", author="Ann", read=True, bookmarked=True, position=0.5,
        tagged=("sea", "x"), note="Two.", saved=AT - timedelta(days=1),
    )  # fmt: skip
    other = Incoming("B", url="https://e.org/b")
    assert merged([first, other, second]) == (
        Incoming(
            "A", "Text.", url="https://e.org/a", author="Ann", read=True, bookmarked=True, position=0.5,
            tagged=("sea", "x"), note="One.\n\nTwo.", saved=AT - timedelta(days=1),
        ),
        other,
    )  # fmt: skip


def test_the_same_note_stays_one_and_names_within_a_feed_tell_articles_apart() -> None:
    noted = Incoming("A", url="https://e.org/a", note="One.\n\nTwo.")
    assert merged([noted, Incoming("A", url="https://e.org/a", note="Two.")]) == (noted,)
    named = [Incoming("A", url="https://e.org/a", feed="https://e.org/f", guid=guid) for guid in "12"]
    assert merged(named) == tuple(named)
    texts = [Incoming(title, title, url="https://e.org/a") for title in "AB"]
    assert merged(texts) == tuple(texts)
    assert len(merged([Incoming("A"), Incoming("A")])) == 2
