"""What comes with an entry is found in all the notations of it."""

from __future__ import annotations

import pytest

from tests.formats.feeds.samples import entry_of, rss


def test_everything_that_a_podcast_offers_comes_with_its_episode() -> None:
    beside = (
        '<enclosure url="https://e.org/1.mp3" type="audio/mpeg"/>'
        '<podcast:alternateEnclosure type="audio/opus"><podcast:source uri="https://e.org/1.opus"/>'
        "</podcast:alternateEnclosure>"
        '<podcast:transcript url="https://e.org/1.vtt" type="text/vtt"/>'
        '<podcast:transcript url="https://e.org/1.srt" type="application/srt"/>'
        "<googleplay:author>Ann Lee</googleplay:author><googleplay:description>Of boats</googleplay:description>"
        '<googleplay:image href="https://e.org/1.png"/>'
    )
    names = (
        'xmlns:podcast="https://podcastindex.org/namespace/1.0" '
        'xmlns:googleplay="http://www.google.com/schemas/play-podcasts/1.0"'
    )
    entry = entry_of(f"<rss {names}><channel><item><title>A</title>{beside}</item></channel></rss>".encode())
    kinds = [(each.url.rpartition(".")[2], each.kind) for each in entry.enclosures]
    assert kinds == [("mp3", "Audio"), ("opus", "Audio"), ("vtt", "Transcript"), ("srt", "Transcript")]
    assert (entry.author, entry.content, entry.image) == ("Ann Lee", "<p>Of boats</p>", "https://e.org/1.png")


@pytest.mark.parametrize(
    "picture",
    [
        "<image><url>https://e.org/1.png</url><title>B</title><link>https://e.org/2</link></image>",
        "<image>https://e.org/1.png</image>",
        "<thumbnail>https://e.org/1.png</thumbnail>",
    ],
)
def test_the_picture_of_an_entry_is_read_in_all_notations(picture: str) -> None:
    entry = entry_of(rss(f"<title>A</title><link>https://e.org/1</link>{picture}"))
    assert (entry.title, entry.url, entry.image) == ("A", "https://e.org/1", "https://e.org/1.png")
