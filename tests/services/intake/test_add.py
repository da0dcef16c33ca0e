"""What a person names comes in once, whole, and as what it is; what does not is said, with the reason."""

from __future__ import annotations

import errno
import os
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from newstui.domain.errors import DiskError
from newstui.services.events import FoundFeeds, Ingested, Progress, Skipped
from newstui.services.feeds.discovery import feeds_named_at
from newstui.services.intake.add import EMPTY, IN_LIBRARY, LARGEST, AddRun, Piped
from newstui.store.atomic import Disk
from tests.formats.saved.books import PNG, book_of
from tests.pages import SENTENCES, book, feed, mhtml, page
from tests.services.chat_server import refused_port, whole
from tests.services.runs import add_run, ingest_on
from tests.services.shared_sandbox import SANDBOX
from tests.store.faulty import FaultyDisk

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk
    from newstui.services.events import Event
    from tests.services.site import Site

    Desks = Callable[..., Desk]
    Sites = Callable[..., Site]

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
HTML = "Content-Type: text/html; charset=utf-8"
BYTES_OF_PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"
NO_LINKS = sys.platform == "win32"


def added(desk: Desk, *sources: object, **how: Any) -> list[Event]:
    """What was said, without progress."""
    names = [each if isinstance(each, Piped) else str(each) for each in sources]
    return [each for each in add_run(desk, NOW, sandbox=SANDBOX, **how).add(names) if not isinstance(each, Progress)]


def took(desk: Desk, *sources: object, **how: Any) -> list[Ingested]:
    """What was taken; nothing was left out."""
    events = added(desk, *sources, **how)
    assert not [each for each in events if isinstance(each, Skipped)]
    return [each for each in events if isinstance(each, Ingested)]


def reasons(events: list[Event]) -> list[str]:
    return [each.reason for each in events if isinstance(each, Skipped)]


def files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


# Files


def test_a_text_is_copied_byte_for_byte(desk: Desks, tmp_path: Path, root: Path) -> None:
    raw = b"\xef\xbb\xbf---\r\ntitle: Tides\r\n---\r\n\r\nHigh water \x1b[2J at noon.\r\n"
    (tmp_path / "a.md").write_bytes(raw)
    (one,) = took(desk(), tmp_path / "a.md")
    assert (one.outcome, one.title) == ("added", "Tides")
    assert (root / one.path).read_bytes() == raw
    assert files(root) == [root / one.path]


@pytest.mark.parametrize(("name", "raw"), [("p.html", page()), ("p.mhtml", mhtml()), ("really.html", mhtml())])
def test_of_a_page_the_article_is_taken(desk: Desks, tmp_path: Path, root: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    (one,) = took(desk(), tmp_path / name)
    text = (root / one.path).read_text(encoding="utf-8")
    assert one.title == "The last ferry"
    assert "petition" in text
    assert "About us" not in text
    assert one.note == ""


@pytest.mark.parametrize(
    ("name", "raw"),
    [("note.txt", b"A note.\n\nIt names no day."), ("n.md", b"# A note"), ("p.html", page(head=""))],
)
def test_what_names_no_date_has_that_of_its_file(
    desk: Desks, tmp_path: Path, root: Path, name: str, raw: bytes
) -> None:
    here = desk()
    (tmp_path / name).write_bytes(raw)
    os.utime(tmp_path / name, (1_600_000_000, 1_600_000_000))
    took(here, tmp_path / name)
    list(here.index.reconcile())
    (article,) = here.articles.listed(here.articles.listing().rows)
    assert f"{article.article.published:%Y-%m}" == "2020-09"


def test_of_a_book_each_chapter_is_an_article(desk: Desks, tmp_path: Path, root: Path) -> None:
    (tmp_path / "b.epub").write_bytes(book("Spring", "Summer"))
    found = took(desk(), tmp_path / "b.epub")
    assert [each.title for each in found] == ["Spring", "Summer"]
    assert all("source: Ferries" in (root / each.path).read_text(encoding="utf-8") for each in found)
    assert [each.outcome for each in took(desk(), tmp_path / "b.epub")] == ["added", "added"], "not indexed yet"


def test_the_same_again_is_there_already(desk: Desks, tmp_path: Path, root: Path) -> None:
    (tmp_path / "a.md").write_text("Words of mine.")
    (tmp_path / "p.html").write_bytes(page(head="<link rel=canonical href=https://post.example/ferry>"))
    for outcome in ("added", "there"):
        here = desk()
        assert {each.outcome for each in took(here, tmp_path / "a.md", tmp_path / "p.html")} == {outcome}
        list(here.index.reconcile())
    assert len(files(root)) == 2


def test_a_page_without_an_article_is_kept_whole_and_its_reader_told(
    desk: Desks, tmp_path: Path, root: Path, site: Sites
) -> None:
    links = "".join(f"<li><a href=/{number}>Line {number} of the list</a>" for number in range(40))
    raw = f"<!doctype html><title>Sign in</title><body><footer>{links}</footer>".encode()
    (tmp_path / "links.html").write_bytes(raw)
    for one in took(desk(), tmp_path / "links.html", site(whole("200 OK", raw, HTML)).url()):
        assert "whole page" in one.note
        assert "Line 39" in (root / one.path).read_text(encoding="utf-8")


def test_a_try_writes_nothing(desk: Desks, tmp_path: Path, root: Path) -> None:
    (tmp_path / "a.md").write_text("Words of mine.")
    (tmp_path / "p.html").write_bytes(page())
    here = desk()
    found = took(here, tmp_path / "a.md", tmp_path / "p.html", tags=["energy"], is_dry=True)
    assert [each.outcome for each in found] == ["added", "added"]
    assert files(root) == []
    assert not here.marks.values("tag:energy")


def test_tags_are_marks_and_not_in_the_file(desk: Desks, tmp_path: Path, root: Path) -> None:
    (tmp_path / "a.md").write_text("Words of mine.")
    here = desk()
    (one,) = took(here, tmp_path / "a.md", tags=["energy", "north sea"])
    assert {"energy", "north sea"} <= here.marks.of(one.id).tagged
    assert (root / one.path).read_text() == "Words of mine."


@pytest.mark.parametrize("raw", [b"", b" \n\n"])
@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html", "a.mhtml", "a.epub"])
def test_an_empty_file_is_no_article(desk: Desks, tmp_path: Path, root: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    assert reasons(added(desk(), tmp_path / name)) == [EMPTY]
    assert files(root) == []


def test_a_page_without_words_is_no_article(desk: Desks, tmp_path: Path, root: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<!doctype html><title>App</title><div id=root></div><script>go()</script>")
    (reason,) = reasons(added(desk(), tmp_path / "a.html"))
    assert reason.startswith(EMPTY)
    assert files(root) == []


def test_what_cannot_be_added_is_said_with_what_can(desk: Desks, tmp_path: Path, root: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(BYTES_OF_PDF)
    (tmp_path / "folder").mkdir()
    names = [tmp_path / "letter.txt", tmp_path / "folder", "http://", "ftp://me:secret@post.example/a"]
    events = added(desk(), *names)
    words = ["not a text", "no text, page or book", "http:// or https://", "http:// or https://"]
    assert all(word in reason for word, reason in zip(words, reasons(events), strict=True))
    assert "secret" not in str(events)
    assert files(root) == []


def test_what_is_no_file_is_said_and_the_rest_goes_on(desk: Desks, tmp_path: Path, root: Path) -> None:
    (tmp_path / "good.md").write_text("Words of mine.")
    (tmp_path / "b.epub").write_bytes(b"PK no book")
    (tmp_path / "list.opml").write_text("<opml/>")
    events = added(
        desk(), tmp_path / "absent.md", "post.example/ferry", "x" * 5000, "nul\0", tmp_path / "b.epub",
        tmp_path / "list.opml", tmp_path / "good.md", os.devnull, tmp_path / "good.md" / "below.md",
    )  # fmt: skip
    said = reasons(events)
    assert len(said) == 8
    assert all(said)
    assert "https://" in said[1]
    assert "newstui import" in said[5]
    assert len(files(root)) == 1


@pytest.mark.skipif(NO_LINKS, reason="no pipes with names there")
def test_a_pipe_is_not_waited_for(desk: Desks, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert "plain file" in reasons(added(desk(), tmp_path / "a.md"))[0]
    (one,) = added(desk(), tmp_path)
    assert isinstance(one, Skipped)
    assert one.is_expected


def test_a_file_that_is_too_large_is_left_alone(desk: Desks, tmp_path: Path, root: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(100 << 20)
    assert reasons(added(desk(), tmp_path / "a.md")) == [
        "it is larger than 64 MB; split it into smaller files, if you can"
    ]
    assert reasons(added(desk(), Piped(bytes(LARGEST + 1), "stdin"))) == ["it is larger than 64 MB"]
    assert files(root) == []


HOSTILE = (
    "\x1b]0;mine\x07", "..", "a" * 300, "../../etc/passwd", "CON", "-rf", "$(touch x)", "\u202egnp", "日本" * 40, "[/]",
)  # fmt: skip


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_leads_out_of_the_library(desk: Desks, tmp_path: Path, root: Path, title: str) -> None:
    (tmp_path / "p.html").write_bytes(page(title))
    (tmp_path / "a.md").write_text(f"---\ntitle: '{title}'\nsource: '{title}'\n---\n\nWords.", encoding="utf-8")
    before = set(files(tmp_path))
    took(desk(), tmp_path / "p.html", tmp_path / "a.md")
    new = set(files(tmp_path)) - before - set(files(tmp_path / "home"))
    assert len(new) == 2
    for path in new:
        name = str(path.relative_to(root))
        assert name.isprintable()
        assert not name.startswith("-")


@pytest.mark.skipif(NO_LINKS, reason="names are not bytes there")
def test_any_name_of_a_file_will_do(desk: Desks, tmp_path: Path, root: Path) -> None:
    folder = tmp_path / "named"
    folder.mkdir()
    names = (b"\xff\xfe.md", b"a\nb.md", b"\x1b[31m.html", b"-x.txt", b"$(x).md", "日本.md".encode())
    for number, name in enumerate(names):
        raw = page(f"Number {number}") if name.endswith(b"html") else b"Text number %d." % number
        (folder / os.fsdecode(name)).write_bytes(raw)
    assert len(took(desk(), folder)) == len(names)
    assert all(str(path.relative_to(root)).isprintable() for path in files(root))


# Folders


def test_a_folder_gives_all_articles_below_it(desk: Desks, tmp_path: Path, root: Path) -> None:
    folder = tmp_path / "clippings"
    for name in (
        "a.md",
        "below/b.TXT",
        "below/deep/c.html",
        ".hidden.md",
        ".git/d.md",
        "e.pdf",
        "f",
        "c_files/ad.html",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(page() if name.endswith("html") else f"Text of {name}.".encode())
    (folder / "c.html").write_bytes(page("Another"))
    events = added(desk(), folder)
    assert len([each for each in events if isinstance(each, Ingested)]) == 4
    (left,) = (each for each in events if isinstance(each, Skipped))
    assert left.is_expected
    assert "1 .pdf" in left.reason
    assert "1 without an ending" in left.reason
    assert "1 belonging to saved pages" in left.reason
    assert len(files(root)) == 4


@pytest.mark.skipif(NO_LINKS, reason="links need a permission there")
def test_links_in_a_folder_are_not_followed(desk: Desks, tmp_path: Path, root: Path) -> None:
    (tmp_path / "secret.md").write_text("Not for anybody.")
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "a.md").symlink_to(tmp_path / "secret.md")
    (folder / "round").symlink_to(folder)
    (folder / "up").symlink_to(tmp_path)
    (folder / "nowhere.md").symlink_to(folder / "absent")
    (left,) = added(desk(), folder)
    assert isinstance(left, Skipped)
    assert left.reason == "4 by a link"
    assert files(root) == []


@pytest.mark.skipif(NO_LINKS or os.geteuid() == 0, reason="everything is permitted")
def test_a_closed_folder_is_said(desk: Desks, tmp_path: Path) -> None:
    (tmp_path / "clippings" / "closed").mkdir(parents=True)
    (tmp_path / "clippings" / "closed").chmod(0)
    assert reasons(added(desk(), tmp_path / "clippings")) == ["Permission denied"]


def test_the_library_is_not_added_to_itself(
    desk: Desks, tmp_path: Path, root: Path, write: Callable[..., Path]
) -> None:
    write("a.html", "<p>Words.")
    write("below/b.md", "Words.")
    (one,) = added(desk(), tmp_path)
    assert isinstance(one, Skipped)
    assert "1 in the library already" in one.reason
    for folder in (root, root / "below"):
        assert reasons(added(desk(), folder)) == [IN_LIBRARY]
    assert len(files(root)) == 2


def test_a_cancelled_run_has_everything_on_disk_that_it_reported(desk: Desks, tmp_path: Path, root: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.md").write_text(f"Text {number}.")
    seen: list[Event] = []
    for event in add_run(desk(), NOW, is_cancelled=lambda: len(seen) >= 2, batch_size=2).add([str(tmp_path)]):
        seen.append(event)
    assert [type(each) for each in seen] == [Ingested, Ingested, Progress]
    assert len(files(root)) == 2
    assert list(add_run(desk(), NOW, is_cancelled=lambda: True).add([str(tmp_path / "1.md")])) == []


class RefusesOne(Disk):
    """A disk on which one file cannot be written."""

    def replace(self, path: Path, by_name: Path) -> None:
        if "words-of-b" in by_name.name:
            raise OSError(errno.EIO, "Input/output error")
        super().replace(path, by_name)


def test_a_full_disk_stops_it(desk: Desks, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nsource: Post\n---\n\nWords.")
    one = desk()
    run = AddRun(ingest_on(one, NOW, disk=FaultyDisk(1, for_ever=True, error=errno.ENOSPC)), one.marks)
    with pytest.raises(DiskError):
        list(run.add([str(tmp_path / "a.md")]))


def test_a_file_that_cannot_be_written_is_named_and_the_others_are_added(desk: Desks, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.md").write_text(f"---\nsource: Post\n---\n\nWords of {name}.")
    one = desk()
    run = AddRun(ingest_on(one, NOW, disk=RefusesOne()), one.marks)
    events = [event for event in run.add([str(folder)]) if isinstance(event, Ingested | Skipped)]
    assert [getattr(event, "outcome", "failed") for event in events] == ["added", "failed", "added"]
    assert {path.stem.split("-")[-2] for path in (one.library.root / "post").iterdir()} == {"a", "c"}


# What comes by a pipe


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        (b"# Tides\n\nHigh water at noon.", "Tides"),
        (b"High water at noon.", "High water at noon."),
        (page(), "The last ferry"),
        (b"<!-- saved -->\n" + page(), "The last ferry"),
        (b"\xef\xbb\xbf" + page(), "The last ferry"),
        (page().decode().encode("utf-16"), "The last ferry"),
    ],
)
def test_what_is_piped_is_a_page_or_a_text(desk: Desks, raw: bytes, title: str) -> None:
    (one,) = [
        each for each in add_run(desk(), NOW, sandbox=SANDBOX).add_text(raw, "stdin") if isinstance(each, Ingested)
    ]
    assert one.title == title


@pytest.mark.parametrize("raw", [b"", b" \n", BYTES_OF_PDF, b"\x89PNG\r\n\x1a\n\0\0\0", feed()])
def test_what_is_piped_may_be_neither(desk: Desks, root: Path, raw: bytes) -> None:
    assert len(reasons(added(desk(), Piped(raw, "stdin")))) == 1
    assert files(root) == []


def test_addresses_may_be_piped_but_none_of_this_network(desk: Desks, site: Sites) -> None:
    there = site({"/a": whole("200 OK", page("One"), HTML), "/b": whole("200 OK", page("Two"), HTML)})
    text = f"{there.url('/a')}\n{there.url('/b')}\n".encode()
    refused = reasons(added(desk(), Piped(text, "stdin")))
    assert len(refused) == 2
    assert all("--private" in each for each in refused)
    assert there.server.calls == 0
    assert [each.title for each in took(desk(), Piped(text, "stdin"), may_be_private=True)] == ["One", "Two"]


# Addresses


def test_the_article_of_a_page_is_taken_with_its_address(desk: Desks, site: Sites, root: Path) -> None:
    at = site({"/ferry?utm_source=x": whole("200 OK", page(), HTML)}).url("/ferry?utm_source=x")
    (one,) = took(desk(), at)
    text = (root / one.path).read_text(encoding="utf-8")
    assert f"url: {at}" in text
    assert "petition" in text
    assert SENTENCES[:40] in text


def test_a_text_at_an_address_is_taken_as_it_is(desk: Desks, site: Sites, root: Path) -> None:
    there = site({
        "/README.md": whole("200 OK", b"# Tides\n\nAt noon.", "Content-Type: text/plain"),
        "/a.txt": whole("200 OK", b"At noon.", "Content-Type: text/plain"),
        "/": whole("200 OK", b"By night.", "Content-Type: text/markdown"),
        "/page.txt": whole("200 OK", page(), "Content-Type: text/plain"),
    })  # fmt: skip
    found = took(desk(), *(there.url(path) for path in there.pages))
    assert ["." + each.path.rpartition(".")[2] for each in found] == [".md", ".txt", ".md", ".md"]
    assert (root / found[0].path).read_bytes() == b"# Tides\n\nAt noon."
    assert found[3].title == "The last ferry"


@pytest.mark.parametrize(
    ("says", "why"),
    [
        (whole("404 Not Found", b"gone"), "nothing at this address any more (HTTP 404)"),
        (whole("410 Gone", b""), "gone for good"),
        (whole("401 Unauthorized", b""), "password"),
        (whole("418 I'm a teapot", b""), "the server refuses (HTTP 418)"),
        (whole("502 Bad Gateway", b""), "the server has a fault"),
        (whole("200 OK", b"", HTML), "no text"),
        (whole("200 OK", BYTES_OF_PDF, "Content-Type: application/pdf"), "but application/pdf"),
        (whole("200 OK", BYTES_OF_PDF), "but an unknown type"),
        (whole("200 OK", b"\xff\xd8\xff\xe0 picture", "Content-Type: image/jpeg"), "but image/jpeg"),
        (whole("200 OK", b"{}", "Content-Type: application/json"), "feed"),
        (whole("200 OK", b"<opml><body/></opml>", "Content-Type: text/xml"), "OPML"),
        (whole("302 Found", b"", "Location: http://10.0.0.1/"), "--private"),
        (whole("302 Found", b"", "Location: http://localhost:1/"), "--private"),
        (whole("302 Found", b"", "Location: file:///etc/passwd"), "does not go"),
        (lambda line: line.close(), "broke off"),
    ],
)
def test_an_answer_without_an_article_is_explained_in_a_sentence(
    desk: Desks, site: Sites, root: Path, says: object, why: str
) -> None:
    (event,) = added(desk(), site(says).url())
    assert isinstance(event, Skipped)
    assert why in event.reason
    assert event.reason.isprintable()
    assert files(root) == []


def test_a_server_that_does_not_answer_is_explained_in_a_sentence(desk: Desks) -> None:
    assert len(reasons(added(desk(), f"http://127.0.0.1:{refused_port()}/", "http:///", "https://[/"))) == 3


@pytest.mark.parametrize("type_", ["application/rss+xml", "text/xml", "text/html", "text/plain", "application/x-odd"])
def test_a_feed_is_found_and_not_taken(desk: Desks, site: Sites, root: Path, type_: str) -> None:
    at = site(whole("200 OK", feed("Harbour [/] Post"), f"Content-Type: {type_}")).url()
    assert added(desk(), at) == [FoundFeeds(at, ((at, "Harbour [/] Post"),), is_feed=True)]
    assert feeds_named_at(at, may_be_private=True) == FoundFeeds(at, ((at, "Harbour [/] Post"),), is_feed=True)
    assert files(root) == []


def test_the_feeds_of_a_page_are_found_beside_its_article(desk: Desks, site: Sites) -> None:
    head = "<link rel=alternate type=application/rss+xml href=/feed title=News>"
    there = site(whole("200 OK", page(head=head), HTML))
    one, found = added(desk(), there.url())
    assert isinstance(one, Ingested)
    assert found == FoundFeeds(there.url(), ((there.url("/feed"), "News"),))
    assert feeds_named_at(there.url(), may_be_private=True) == found


def test_a_server_that_drips_is_left_when_the_reader_wants(desk: Desks, site: Sites) -> None:
    is_asked = False

    def drip(line: socket.socket) -> None:
        nonlocal is_asked
        is_asked = True
        line.recv(1)

    adding = add_run(desk(), NOW, is_cancelled=lambda: is_asked)
    assert list(adding.add([site(drip).url()])) == []


@pytest.mark.parametrize("sort", ["newest", "oldest", "source"])
def test_the_chapters_of_a_book_stand_in_reading_order(desk: Desks, tmp_path: Path, root: Path, sort: Any) -> None:
    names = ["Spring", "Rain", "A Calm", "Wind", "Night"]
    (tmp_path / "b.epub").write_bytes(book(*names))
    (tmp_path / "other.epub").write_bytes(book(*(f"Other {name}" for name in names)))
    here = desk()
    found = took(here, tmp_path / "b.epub", tmp_path / "other.epub")
    list(here.index.reconcile())
    shown = here.articles.headlines(here.articles.listing("", sort).rows)
    assert [each.title for each in shown] == [*names, *(f"Other {name}" for name in names)], "each book is one block"
    text = (root / found[2].path).read_text(encoding="utf-8")
    assert "\nbook: Ferries\nchapter: 3\n" in text


def test_a_book_that_comes_later_is_a_block_of_its_own_and_its_unknown_date_is_none(
    desk: Desks, tmp_path: Path
) -> None:
    here = desk()
    for name, day in (("One", "0101-01-01T00:00:00+00:00"), ("Two", "1970-01-01")):
        now = NOW + timedelta(seconds=name == "Two")
        pages = {f"{at}.xhtml": f"<h1>{name} {at}</h1><p>Text of {name} {at}.</p>" for at in (2, 1)}
        metadata = f"<dc:title>{name}</dc:title><dc:date>{day}</dc:date>"
        (tmp_path / f"{name}.epub").write_bytes(book_of(pages, metadata=metadata))
        list(add_run(here, now).add([str(tmp_path / f"{name}.epub")]))
    list(here.index.reconcile())
    shown = here.articles.headlines(here.articles.listing().rows)
    assert [each.title for each in shown] == ["Two 2", "Two 1", "One 2", "One 1"]
    assert {each.published for each in shown} == {NOW, NOW + timedelta(seconds=1)}


def test_the_pictures_of_a_book_are_files_that_its_chapters_point_to(desk: Desks, tmp_path: Path, root: Path) -> None:
    raw = book_of({"a.xhtml": '<p>Text <img src="map.png" alt="A map"/></p>'}, files={"OPS/map.png": PNG})
    (tmp_path / "b.epub").write_bytes(raw)
    (one,) = took(desk(), tmp_path / "b.epub")
    (picture,) = (root / ".images").rglob("*.png")
    assert picture.read_bytes() == PNG
    path = (root / one.path).read_text(encoding="utf-8").partition("![A map](")[2].partition(")")[0]
    assert ((root / one.path).parent / path).resolve() == picture.resolve()
