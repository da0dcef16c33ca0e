"""A session state comes back as it was, and nonsense does not."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.session import SessionState, session_from

JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def test_a_session_state_comes_back_as_it_was() -> None:
    place = SessionState("is:unread", "oldest", "abc", 7, True, True, "nord", 60, 3, True)
    assert session_from(place._asdict()) == place
    assert session_from(SessionState()._asdict()) == SessionState()


def test_a_session_state_says_how_many_lines_a_headline_has() -> None:
    assert session_from({"is_one_line": True}).density == "one line"
    assert session_from({"has_excerpts": True, "is_one_line": 1}).density == "with summary"
    assert SessionState().density == "two"


@given(st.dictionaries(st.sampled_from([*SessionState()._asdict(), "other"]), JSON))
def test_nonsense_is_left_at_its_default(table: dict[str, Any]) -> None:
    place = session_from(table)
    assert place.query.isprintable()
    assert 0 <= place.above < 1000
    assert place.text_width is None or 30 <= place.text_width <= 120
    assert type(place.is_reading) is type(place.is_full_width) is bool
