"""Counted sections: whatever tallies follow each other, they are what counting everything anew gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.search.counted_sections import CountedSections
from newstui.domain.search.section_tree import FeedRow, entries
from newstui.domain.search.tally import NameTally, Tally

SEA, TOWN = "https://e.org/sea", "https://e.org/town"
FEEDS = [FeedRow(SEA, SEA, "Sea", "News/Water"), FeedRow(TOWN, TOWN, "Town", is_hidden=True)]
SEARCHES = [("Herring", "herring"), ("Late", "is:unread")]


def _some_taken(tallies: list[Tally]) -> st.SearchStrategy[list[Tally]]:
    less = [tally._replace(total=-tally.total, unread=-tally.unread) for tally in dict.fromkeys(tallies)]
    return st.lists(st.sampled_from(less), unique=True).map(lambda taken: tallies + taken) if less else st.just([])


TALLIES = st.lists(
    st.builds(
        Tally,
        st.sampled_from([(), (SEA,), (TOWN,), (SEA, TOWN)]),
        st.sampled_from(["Wire", "wire", "Post"]),
        st.sampled_from(["", "en", "en-GB", "EN"]),
        st.integers(0, 3),
        st.integers(0, 2),
    ),
    max_size=5,
).flatmap(_some_taken)
"""Tallies, and some articles of them that are discarded later."""
TAGS = st.lists(
    st.sampled_from([("salt", "Salt"), ("salt", "salt"), ("hill", "hill")]).flatmap(
        lambda names: st.builds(NameTally, *map(st.just, names), st.integers(0, 3), st.integers(0, 2))
    ),
    max_size=3,
)
NUMBERS = st.dictionaries(
    st.sampled_from(["herring", "is:unread", "is:bookmarked"]), st.tuples(st.integers(0, 3), st.integers(0, 3))
)


@given(st.lists(st.tuples(TALLIES, TAGS), min_size=2, max_size=4), NUMBERS)
def test_sections_after_others_are_those_counted_anew(
    each: list[tuple[list[Tally], list[NameTally]]], numbers: dict[str, tuple[int, int]]
) -> None:
    counted = CountedSections(FEEDS, *each[0], numbers, SEARCHES)
    for tallies, tags in each[1:]:
        counted = counted.after(tallies, tags, numbers)
        assert list(counted.entries) == entries(FEEDS, tallies, tags, numbers, SEARCHES)


def test_a_read_article_changes_the_entries_that_it_is_in() -> None:
    before = [Tally((SEA,), "Wire", "en", 3, 2), Tally((TOWN,), "Post", "de", 2, 2)]
    counted = CountedSections(FEEDS, before, [NameTally("salt", "Salt", 1, 1)], {}, ())
    later = counted.after([before[0]._replace(unread=1), before[1]], [NameTally("salt", "Salt", 1, 0)], {})
    changed = [new.label for old, new in zip(counted.entries, later.entries, strict=True) if old != new]
    assert changed == ["Front page", "Unread", "Feeds", "News", "Water", "Sea", "Salt", "Wire", "en"]
