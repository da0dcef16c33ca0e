"""An enclosure says what it is."""

from __future__ import annotations

import pytest

from newstui.domain.enclosure import Enclosure


@pytest.mark.parametrize(
    ("url", "media_type", "kind"),
    [
        ("https://e.org/1", "audio/mpeg", "Audio"),
        ("https://e.org/1", "video/mp4; codecs=avc1", "Video"),
        ("https://e.org/1", "image", "Picture"),
        ("https://e.org/1", "application/pdf", "PDF"),
        ("https://e.org/1", "text/vtt", "Transcript"),
        ("https://e.org/1", "application/json+chapters", "Chapters"),
        ("https://e.org/1.MP3?source=feed", "", "Audio"),
        ("https://e.org/1.m4v", "application/octet-stream", "Video"),
        ("https://e.org/1.zip", "", "File"),
        ("https://e.org", "", "File"),
    ],
)
def test_its_kind_is_that_of_its_type_or_else_of_its_name(url: str, media_type: str, kind: str) -> None:
    assert Enclosure(url, media_type).kind == kind
    assert Enclosure(url, media_type).is_picture == (kind == "Picture")
