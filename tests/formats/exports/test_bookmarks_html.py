"""Bookmarks in HTML."""

from __future__ import annotations

from newstui.domain.articles.incoming import Export, Incoming, Refused
from newstui.domain.feed import Feed
from tests.formats.exports.samples import AT, read


def test_a_page_of_a_browser_with_folders_notes_and_feeds() -> None:
    export = read(
        """<!DOCTYPE NETSCAPE-Bookmark-file-1>
        <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
        <TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
        <DL><p>
          <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
          <DL><p>
            <DT><A HREF="https://e.org/1" ADD_DATE="1700000000" ICON="data:image/png;base64,AA">One</A>
            <DT><H3>Boats</H3><DD>A folder with a description
            <DL><p><DT><A HREF="https://e.org/2" ADD_DATE="1700000000" TAGS="sea,Boats">Two</A>
              <DD>Its reader says: why<br>not?
              <HR>
            </DL><p>
            <DT><A HREF="https://e.org/3">Three</A>
          </DL><p>
          <DT><A HREF="place:sort=8" ADD_DATE="1700000000">Recent</A>
          <DT><A FEEDURL="https://e.org/rss" HREF="https://e.org/">Courier</A>
          <DT><A HREF="https://e.org/4"></A>
        </DL><p><script>x</script>"""
    )
    assert export == Export(
        "Bookmarks HTML",
        (
            Incoming("One", url="https://e.org/1", saved=AT),
            Incoming(
                "Two", url="https://e.org/2", saved=AT, tagged=("sea", "Boats"), note="Its reader says: why\nnot?"
            ),
            Incoming("Three", url="https://e.org/3"),
            Incoming("https://e.org/4", url="https://e.org/4"),
        ),
        feeds=(Feed("https://e.org/rss", title="Courier", site="https://e.org/"),),
        refused=(Refused("Recent", "its address is not http or https: place:sort=8"),),
    )


def test_a_page_of_a_service_in_another_encoding() -> None:
    page = (
        '<!DOCTYPE NETSCAPE-Bookmark-file-1><META CONTENT="text/html; charset=windows-1251"><DL><p>'
        '<DT><A HREF="https://e.org/1" ADD_DATE="1700000000" PRIVATE="1" TOREAD="1" TAGS="море">Один</A>'
        '<DT><A HREF="https://e.org/2" TOREAD="0">Два</A>'
    )
    assert read(page.encode("windows-1251")).articles == (
        Incoming("Один", url="https://e.org/1", saved=AT, read=False, tagged=("море",)),
        Incoming("Два", url="https://e.org/2", read=True),
    )


def test_deeply_nested_folders_take_no_recursion() -> None:
    deep = "<DL><DT><H3>a</H3>" * 20_000
    assert len(read(f'<!DOCTYPE NETSCAPE-Bookmark-file-1>{deep}<DL><DT><A HREF="https://e.org/">A</A>').articles) == 1
