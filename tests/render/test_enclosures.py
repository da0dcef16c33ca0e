"""Words for enclosures say what is known of them."""

from __future__ import annotations

import pytest

from newstui.domain.enclosure import Enclosure
from newstui.render.enclosures import enclosure_words


@pytest.mark.parametrize(
    ("media_type", "length", "duration", "words"),
    [
        ("audio/mpeg", 34_000_000, 2460, "Audio, 34 MB, 41 min"),
        ("video/mp4", 1_250_000_000, 3900, "Video, 1.2 GB, 1 h 5 min"),
        ("application/pdf", 2000, None, "PDF, 2 KB"),
        ("audio/mpeg", 0, 12, "Audio, 1 min"),
        ("image/png", 1, None, "Picture"),
    ],
)
def test_kind_size_and_duration(media_type: str, length: int, duration: int | None, words: str) -> None:
    assert enclosure_words(Enclosure("https://e.org/1", media_type, length, duration)) == words
