"""Moving in: everything that an export holds comes along, once, and nothing that was done here is overruled."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newstui.domain.errors import StorageError
from newstui.domain.feed import Feed
from newstui.services.events import Imported, Progress, Skipped
from tests.formats.exports.samples import ONE_OF_EACH
from tests.pages import SENTENCES, feed, page
from tests.services.chat_server import whole
from tests.services.runs import import_run, sync

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.domain.articles.incoming import Export, TakenAs
    from newstui.services.desk import Desk
    from newstui.services.events import Event
    from tests.services.site import Site

    Desks = Callable[..., Desk]

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
POCKET = (
    "title,url,time_added,tags,status\n"
    "Tides,https://post.example/tides,1577934245,sea|north sea,archive\n"
    "Ferry,https://post.example/ferry,1577934246,,unread\n"
    "Script,javascript:alert(1),1577934247,,unread\n"
)


def wallabag(*entries: dict[str, object]) -> str:
    plain = {
        "id": 1, "title": "Ferry", "url": "https://post.example/ferry", "is_archived": 0, "is_starred": 0, "tags": [],
        "content": "<p>The ferry runs until midnight.</p>", "created_at": "2020-01-02T03:04:05+00:00",
        "updated_at": "2020-01-02T03:04:05+00:00", "mimetype": "text/html", "language": "en", "annotations": [],
        "domain_name": "post.example", "reading_time": 1, "is_public": False,
    }  # fmt: skip
    return json.dumps([plain | entry for entry in entries])


def newsboat(path: Path, address: str) -> Path:
    """A cache with an unread article, one that was read and flagged, and one that was deleted."""
    database = sqlite3.connect(path)
    database.executescript(
        """
        CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,
            title VARCHAR(1024) NOT NULL, lastmodified INTEGER(11) NOT NULL DEFAULT 0,
            is_rtl INTEGER(1) NOT NULL DEFAULT 0, etag VARCHAR(128) NOT NULL DEFAULT '');
        CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,
            title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,
            feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,
            unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),
            enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0,
            base VARCHAR(128) NOT NULL DEFAULT '');
        """
    )
    database.execute("INSERT INTO rss_feed (rssurl, url, title) VALUES (?, ?, ?)", (address, address, "Harbour Post"))
    for number, unread, flags, deleted in ((0, 1, "", 0), (1, 0, "s", 0), (2, 0, "", 1)):
        database.execute(
            "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, flags, deleted) VALUES"
            " (?, ?, '', ?, ?, 1577934245, '<p>It rained all day.</p>', ?, ?, ?)",
            (f"g{number}", f"Story {number}", f"https://post.example/{number}", address, unread, flags, deleted),
        )
    database.commit()
    database.close()
    return path


@pytest.fixture
def export(tmp_path: Path) -> Callable[..., Path]:
    def written(name: str, text: str) -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return written


def brought(desk: Desk, *paths: Path, **how: Any) -> tuple[list[Imported], list[Skipped]]:
    """What was told, and what was left out; the library is indexed after it."""
    events = list(import_run(desk, NOW, **how).read(paths))
    list(desk.index.reconcile())
    return [each for each in events if isinstance(each, Imported)], [
        each for each in events if isinstance(each, Skipped)
    ]


def found(desk: Desk, query: str) -> list[str]:
    assert desk.flush()
    return sorted(each.article.title for each in desk.articles.listed(desk.articles.listing(query).rows))


def test_articles_come_with_what_was_done_with_them(desk: Desks, export: Callable[..., Path]) -> None:
    here = desk()
    (told,), skipped = brought(here, export("part.csv", POCKET))
    assert (told.taken, told.there, told.waiting, told.refused, told.marked) == (2, 0, 2, 1, 1)
    assert [(each.is_expected, bool(each.reason)) for each in skipped] == [(True, True)]
    assert found(here, "is:read") == ["Tides"]
    assert found(here, 'tag:"north sea"') == ["Tides"]
    assert found(here, "is:unread") == ["Ferry"]
    assert len(here.articles.without_text()) == 2


def test_the_same_again_adds_nothing_and_overrules_nothing(
    desk: Desks, export: Callable[..., Path], root: Path
) -> None:
    path = export("part.csv", POCKET)
    here = desk()
    brought(here, path)
    (tides,) = here.articles.ids(here.articles.listing("title:tides").rows)
    here.marks.set("read", [tides], False)
    here.marks.set("tag:sea", [tides], False)
    here.flush()
    before = {each: each.read_bytes() for each in root.rglob("*.md")}
    again = desk()
    again.refresh()
    (told,), _ = brought(again, path)
    assert (told.taken, told.there) == (0, 2)
    assert found(again, "is:read") == []
    assert found(again, "tag:sea") == []
    assert found(again, 'tag:"north sea"') == ["Tides"]
    assert {each: each.read_bytes() for each in root.rglob("*.md")} == before


def test_what_waits_for_its_text_gets_it_from_another_export(desk: Desks, export: Callable[..., Path]) -> None:
    here = desk()
    brought(here, export("part.csv", POCKET))
    (told,), _ = brought(here, export("wallabag.json", wallabag({"is_starred": 1, "tags": ["boats"]})))
    assert (told.taken, told.there) == (1, 0)
    assert found(here, "midnight") == ["Ferry"]
    assert found(here, "is:bookmarked tag:boats") == ["Ferry"]
    assert len(here.articles.without_text()) == 1


def test_sync_fetches_the_text_that_is_missing(
    desk: Desks, export: Callable[..., Path], site: Callable[..., Site]
) -> None:
    there = site({"/ferry": whole("200 OK", page(), "Content-Type: text/html")})
    here = desk()
    brought(
        here, export("list.csv", f"title,url,time_added,tags,status\nFerry,{there.url('/ferry')},1577934246,,unread\n")
    )
    events = list(sync(here, now=NOW))
    (skipped,) = (each for each in events if isinstance(each, Skipped))
    assert "--private" in skipped.reason, "an export leads nobody into this network"
    assert there.server.calls == 0


def test_newsboat_moves_in_with_all_its_files_at_once(desk: Desks, export: Callable[..., Path], tmp_path: Path) -> None:
    address = "https://post.example/feed"
    urls = export("urls", f'{address} sea "~My harbour"\n"exec:rm -rf /" x\n"query:Boats:title =~ \\"Story\\""\n')
    config = export("config", "browser firefox\nauto-reload yes\n")
    here = desk()
    told, skipped = brought(here, urls, config, newsboat(tmp_path / "cache.db", address))
    assert [each.name for each in told] == ["urls", "config", "cache.db"]
    assert sum(each.feeds for each in told) == 1
    assert told[2].forgotten == 1
    assert any("exec:" in each.path for each in skipped)
    assert [search.name for search in here.searches.all()] == ["Boats"]
    assert found(here, "is:unread") == ["Story 0"]
    assert found(here, "is:read is:bookmarked") == ["Story 1"]
    (subscribed,) = here.feeds.all()
    assert (subscribed.title, subscribed.tags) == ("My harbour", ("sea",))


def test_what_was_deleted_elsewhere_does_not_come_back_with_its_feed(
    desk: Desks, tmp_path: Path, site: Callable[..., Site]
) -> None:
    there = site({"/feed": whole("200 OK", feed(entries=4), "Content-Type: text/xml")})
    here = desk()
    brought(here, newsboat(tmp_path / "cache.db", there.url("/feed")))
    (subscribed,) = here.feeds.all()
    assert here.feeds.title_of(subscribed.url) == "Harbour Post"
    list(sync(here, [replace(subscribed, may_be_private=True, full_text="never")], now=NOW))
    list(here.index.reconcile())
    assert found(here, "") == ["Story 0", "Story 1", "Story 3"]


def test_what_was_starred_elsewhere_is_the_article_of_its_feed(
    desk: Desks, tmp_path: Path, site: Callable[..., Site]
) -> None:
    there = site({"/feed": whole("200 OK", feed(entries=2), "Content-Type: text/xml")})
    item = {
        "id": "1", "title": "Story 0", "canonical": [{"href": "https://post.example/0"}], "origin": {"title": "Post"},
        "categories": ["user/-/state/com.google/starred"], "summary": {"content": f"<p>{SENTENCES * 4} 0</p>"},
    }  # fmt: skip
    (tmp_path / "starred.json").write_text(json.dumps({"items": [item]}), encoding="utf-8")
    here = desk()
    brought(here, tmp_path / "starred.json")
    here.feeds.add([Feed(there.url("/feed"), may_be_private=True, full_text="never")])
    list(sync(here, now=NOW))
    list(here.index.reconcile())
    assert (found(here, ""), found(here, "is:bookmarked")) == (["Story 0", "Story 1"], ["Story 0"])


_OPML = '<opml version="2.0"><body><outline text="Post" type="rss" xmlUrl="https://post.example/feed"/></body></opml>'


def test_a_try_writes_nothing(desk: Desks, export: Callable[..., Path], tmp_path: Path, root: Path) -> None:
    here = desk()
    told, _ = brought(
        here, export("part.csv", POCKET), newsboat(tmp_path / "cache.db", "https://post.example/feed"), is_dry=True
    )
    assert [(each.taken, each.feeds) for each in told] == [(2, 0), (2, 1)]
    assert list(root.iterdir()) == []
    assert not here.journal.files()
    assert here.marks.history() == []


@pytest.mark.parametrize("is_dry", [True, False])
def test_feeds_that_several_files_name_are_counted_once(desk: Desks, export: Callable[..., Path], is_dry: bool) -> None:
    files = [export(f"{name}.opml", _OPML) for name in ("first", "second")]
    told, _ = brought(desk(), *files, is_dry=is_dry)
    assert [(each.feeds, each.feeds_there) for each in told] == [(1, 0), (0, 1)]


def test_a_file_that_cannot_be_read_stops_no_other(desk: Desks, export: Callable[..., Path], tmp_path: Path) -> None:
    bad = [tmp_path / "absent.csv", tmp_path, export("empty.csv", ""), export("odd.txt", "Just words."), Path("nul\0")]
    told, skipped = brought(desk(), *bad, export("part.csv", POCKET))
    assert [each.path for each in skipped if not each.is_expected] == [str(path) for path in bad]
    assert all(each.reason.isprintable() for each in skipped)
    assert [each.taken for each in told] == [2]


def test_notes_of_an_export_are_passed_on(desk: Desks, export: Callable[..., Path]) -> None:
    (told,), _ = brought(desk(), export("config", "browser firefox\nauto-reload yes\n"))
    assert isinstance(told.notes, tuple)


def test_a_cancelled_import_has_the_marks_of_what_came(desk: Desks, export: Callable[..., Path]) -> None:
    rows = "".join(f"Story {number},https://post.example/{number},1577934245,sea,archive\n" for number in range(50))
    path = export("many.csv", f"title,url,time_added,tags,status\n{rows}")
    here = desk()
    seen: list[Event] = []
    for event in import_run(here, NOW, is_cancelled=lambda: len(seen) >= 2, batch_size=10).read([path, path]):
        seen.append(event)
    assert seen == [Progress(10, 50), Progress(20, 50)]
    list(here.index.reconcile())
    assert len(found(here, "is:read tag:sea")) == 20
    (told,), _ = brought(here, path)
    assert (told.taken, told.there) == (30, 20)
    assert len(found(here, "is:read tag:sea")) == 50


def test_a_library_that_cannot_be_written_stops_it(desk: Desks, export: Callable[..., Path], root: Path) -> None:
    here, path = desk(), export("part.csv", POCKET)
    root.rmdir()
    root.write_text("a file where the library should be")
    with pytest.raises(StorageError):
        brought(here, path)


def test_a_second_import_of_any_kind_doubles_nothing(desk: Desks, tmp_path: Path, root: Path) -> None:
    paths = [tmp_path / f"export {number}" for number in range(len(ONE_OF_EACH))]
    for number, (path, raw) in enumerate(zip(paths, ONE_OF_EACH.values(), strict=True)):
        path.write_bytes(raw.replace(b"e.org", f"{number:02}.io".encode()))
    here = desk()
    first, _ = brought(here, *paths)
    assert all(each.taken or each.feeds or each.searches or each.rules or each.refused for each in first)
    assert here.flush()
    articles = {path: path.read_bytes() for path in root.rglob("*.md")}
    history, feeds = here.marks.history(), here.feeds.all()
    second, _ = brought(here, *paths)
    assert {(each.taken, each.feeds, each.searches) for each in second} == {(0, 0, 0)}
    assert [(each.there, each.feeds_there) for each in second] == [(each.taken, each.feeds) for each in first]
    assert here.flush()
    assert {path: path.read_bytes() for path in root.rglob("*.md")} == articles
    assert (here.marks.history(), here.feeds.all()) == (history, feeds)


def test_items_of_one_address_with_texts_of_their_own_stay_apart(desk: Desks, export: Callable[..., Path]) -> None:
    items = [
        {"id": str(number), "title": title, "alternate": [{"href": "https://post.example/live"}], "origin": {},
         "content": {"content": f"<p>{title} at last.</p>"}}
        for number, title in enumerate(("Rain", "Wind"))
    ]  # fmt: skip
    path = export("starred.json", json.dumps({"items": items}))
    here = desk()
    for taken in (2, 0):
        (told,), _ = brought(here, path)
        assert (told.taken, told.there) == (taken, 2 - taken)
    assert found(here, "") == ["Rain", "Wind"]


def test_highlights_that_were_added_since_come_with_the_next_export(
    desk: Desks, export: Callable[..., Path], root: Path
) -> None:
    header = "Highlight,Book Title,Note,Location Type,Document tags,URL\n"
    of_book, of_page = "One,Tides,,order,,\n", "One,Ferry,,order,,https://e.org/ferry\n"
    here = desk()
    brought(here, export("highlights.csv", header + of_book + of_page))
    more = header + "Zero,Tides,,order,,\n" + of_book + of_page + "Two,Ferry,,order,,https://e.org/ferry\n"
    for taken in (1, 0):
        (told,), _ = brought(here, export("highlights.csv", more))
        assert told.taken == taken
    assert found(here, "") == ["Ferry", "Tides"]
    assert len(list(root.glob("*/*.md"))) == 2
    assert "> Zero\n\n> One" in next(root.glob("*/*tides*.md")).read_text(encoding="utf-8")
    (ferry,) = here.articles.ids(here.articles.listing("title:ferry").rows)
    assert {each.quote for each in here.marks.of(ferry).highlights} == {"One", "Two"}
    assert not here.marks.of(ferry).note


def test_a_note_of_another_service_is_added_and_one_of_the_readers_own_stays(
    desk: Desks, export: Callable[..., Path]
) -> None:
    here = desk()
    table = "url,title,note\nhttps://e.org/a,A,{}\n"
    for note in ("One", "Two", "One"):
        brought(here, export("notes.csv", table.format(note)))
    (id_,) = here.articles.ids(here.articles.listing("").rows)
    assert here.marks.of(id_).note == "One\n\nTwo"
    here.marks.set("note", [id_], "Mine")
    brought(here, export("notes.csv", table.format("Three")))
    assert here.marks.of(id_).note == "Mine"


def test_the_reader_is_asked_what_the_addresses_of_a_list_are(desk: Desks, export: Callable[..., Path]) -> None:
    asked: list[tuple[str, str, str]] = []

    def choose(name: str, read: Export) -> TakenAs:
        asked.append((name, read.doubt, read.taken_as))
        return "feeds"

    here = desk()
    tabs, pocket = export("tabs.txt", "https://e.org/a\nhttps://e.org/b\n"), export("part.csv", POCKET)
    (listed, table), _ = brought(here, tabs, pocket, taken_as=choose)
    assert asked == [("tabs.txt", "a list of addresses", "pages")]
    assert (listed.feeds, listed.taken, table.taken) == (2, 0, 2)
    (told,), _ = brought(here, tabs, taken_as="pages")
    assert (told.taken, told.feeds) == (2, 0)


def test_articles_of_one_time_stand_in_the_order_of_their_file(desk: Desks, export: Callable[..., Path]) -> None:
    def rows(*names: str) -> str:
        return "title,url,time_added\n" + "".join(f"{name},https://e.org/{name},1577934245\n" for name in names)

    here = desk()
    for hour, names, order in ((0, "CAB", "CAB"), (1, "DCAEB", "DECAB")):
        list(import_run(here, NOW + timedelta(hours=hour)).read([export("part.csv", rows(*names))]))
        list(here.index.reconcile())
        shown = here.articles.headlines(here.articles.listing().rows)
        assert "".join(each.title for each in shown) == order, "what came later stands before"


def test_an_article_that_a_file_names_twice_is_counted(desk: Desks, export: Callable[..., Path]) -> None:
    rows = "title,url,time_added\nA,https://e.org/a,1577934245\nA,http://www.e.org/a?utm_source=x,1577934245\n"
    (told,), _ = brought(desk(), export("part.csv", rows))
    assert (told.taken, told.doubled) == (1, 1)
