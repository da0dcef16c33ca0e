"""The chapters of a recording are listed below the notes about it."""

from __future__ import annotations

from tests.formats.feeds.samples import entry_of, rss

CHAPTERS = (
    '<psc:chapters xmlns:psc="http://podlove.org/simple-chapters">'
    '<psc:chapter start="0" title="Intro"/><psc:chapter start="01:02:03.4" title="A &amp; B" href="https://e.org/1"/>'
    "</psc:chapters>"
)


def test_chapters_stand_below_the_text_with_their_times_and_links() -> None:
    assert entry_of(rss(f"<title>A</title><description>Notes</description>{CHAPTERS}")).content == (
        'Notes\n<ul><li>0:00 Intro</li><li>1:02:03 <a href="https://e.org/1">A &amp; B</a></li></ul>'
    )


def test_notes_that_name_the_chapters_get_no_second_list() -> None:
    assert (
        "<ul>"
        not in entry_of(rss(f"<title>A</title><description>Intro, then A &amp; B</description>{CHAPTERS}")).content
    )
