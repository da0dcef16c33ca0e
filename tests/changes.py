"""Changes of every kind, for what must hold of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from newstui.domain.marks.change import Change, Stamp

if TYPE_CHECKING:
    from newstui.domain.marks.fields import Value

IDS = ("a", "b", "c")


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """About few articles and times, so that they meet often."""
    field = draw(st.sampled_from(["read", "bookmarked", "discarded", "position", "note", "tag:x", "tag:Ü y"]))
    articles = tuple(draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=3, unique=True)))
    values: st.SearchStrategy[Value] = st.booleans()
    if field == "position":
        values = st.floats(0, 1)
    elif field == "note":
        values = st.sampled_from(["", "a note", "another"])
    count = draw(st.sampled_from([1, len(articles)]))
    to = tuple(draw(st.lists(values, min_size=count, max_size=count)))
    stamp = Stamp(draw(st.integers(1, 4)), draw(st.sampled_from("pq")), draw(st.integers(1, 40)))
    return Change(stamp, field, articles, (None,), to)
