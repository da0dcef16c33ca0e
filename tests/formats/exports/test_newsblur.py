"""NewsBlur's saved stories."""

from __future__ import annotations

from newstui.domain.articles.incoming import Incoming
from newstui.formats.exports.fields import annotated
from tests.formats.exports.samples import AT, read_json


def test_a_story_has_text_tags_highlights_and_notes() -> None:
    story = {
        "story_title": "A &amp; B", "story_permalink": "https://e.org/a", "story_content": "<p>The ferry.",
        "story_authors": "Ann", "story_timestamp": "1700000000", "story_tags": ["Boats"], "user_tags": ["sea"],
        "starred": True,
        "read_status": 1, "starred_timestamp": 1700000000, "highlights": ["ferry"], "user_notes": "Which?",
    }  # fmt: skip
    assert read_json({"stories": [story], "user_search": None}).articles == (
        Incoming(
            "A & B", "The ferry.", url="https://e.org/a", author="Ann", published=AT, saved=AT, tags=("Boats",),
            read=True, bookmarked=True, tagged=("sea",), **annotated("> ferry", "Which?"),
        ),
    )  # fmt: skip
