"""Pictures come along where their feed is to have them: as files of the library, within bounds, or not at all."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from newstui.services.events import Skipped
from newstui.services.feeds.images import LARGEST, MOST
from newstui.store.feed_state import read_state
from tests.services.news_server import WORDS, Item, Says, page_of
from tests.services.runs import sync

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.feeds.news import News

PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 10


def with_picture(news: News, *paths: str, alt: str = "The quay") -> Item:
    pictures = "".join(f'<p><img src="{news.web.url(path)}" alt="{alt}"></p>' for path in paths)
    return Item("The last ferry", pictures + WORDS * 10, guid="ferry", link="https://coast.example/ferry")


def kept(news: News) -> list[Path]:
    return sorted(news.root.glob(".images/*/*"))


def test_pictures_are_files_that_the_article_points_to(news: News) -> None:
    feed = news.subscribe("/feed", with_picture(news, "/a.png", "/b.jpg"), has_images=True)
    news.web.at |= {"/a.png": Says(PNG), "/b.jpg": Says(b"\xff\xd8\xff" * 9)}
    news.sync()
    (id_,) = news.ids()
    first, second, addresses = kept(news)
    assert (first.name, first.read_bytes(), second.name) == ("1.png", PNG, "2.jpg")
    assert addresses.read_text() == f"1.png {news.web.url('/a.png')}\n2.jpg {news.web.url('/b.jpg')}\n"
    body = news.desk.articles.read(id_).body
    assert body.startswith(f"![The quay](../.images/{id_}/1.png)")
    assert (news.file().parent / f"../.images/{id_}/1.png").read_bytes() == PNG
    assert news.desk.articles.read(id_).updated is None
    assert read_state(news.desk.paths.feeds, feed.url).pictures == ()
    assert not news.revisions()
    news.sync()
    assert news.web.paths().count("/a.png") == 1


def test_pictures_stay_on_the_web_unless_they_are_wanted(news: News) -> None:
    news.subscribe("/feed", with_picture(news, "/a.png"))
    news.web.at["/a.png"] = Says(PNG)
    news.sync()
    assert news.web.paths() == ["/feed"]
    assert news.web.url("/a.png") in news.file().read_text()


@pytest.mark.parametrize("says", [
    Says(status=404), Says(b"<svg onload='x'/>"), Says(b""), Says(PNG + bytes(LARGEST)), Says(b"<html>Log in</html>"),
])  # fmt: skip
def test_what_is_no_picture_or_too_large_stays_where_it_is(news: News, says: Says) -> None:
    feed = news.subscribe("/feed", with_picture(news, "/a.png", "/b.png"), has_images=True)
    news.web.at |= {"/a.png": says, "/b.png": Says(PNG)}
    assert news.sync().failed == 0
    text = news.file().read_text()
    assert news.web.url("/a.png") in text
    assert "/1.png)" in text
    assert [path.name for path in kept(news)] == ["1.png", "addresses.txt"]
    assert read_state(news.desk.paths.feeds, feed.url).pictures == ()


def test_no_article_has_more_pictures_than_so_many(news: News) -> None:
    paths = [f"/{number}.png" for number in range(MOST + 3)]
    news.subscribe("/feed", with_picture(news, *paths), has_images=True)
    news.web.at |= {path: Says(PNG) for path in paths}
    news.sync()
    assert len(kept(news)) == MOST + 1


def test_pictures_of_a_stub_are_those_of_its_page(news: News) -> None:
    picture = f'<img src="{news.web.url("/a.png")}" alt="The quay"> '
    item = Item("The last ferry", "Read more", guid="ferry", link=news.web.url("/ferry"))
    news.subscribe("/feed", item, has_images=True)
    news.web.at |= {"/ferry": Says(status=500), "/a.png": Says(PNG)}
    news.sync()
    assert not kept(news)
    news.web.at["/ferry"] = page_of("The last ferry", WORDS * 4, picture + WORDS * 4, *[WORDS * 4] * 4)
    assert news.sync().pages == 1
    assert [path.name for path in kept(news)] == ["1.png", "addresses.txt"]


def test_pictures_of_an_interrupted_run_come_with_the_next(news: News) -> None:
    news.subscribe("/feed", with_picture(news, "/a.png"), has_images=True)
    news.web.at["/a.png"] = Says(PNG)
    over = threading.Event()
    for _ in sync(news.desk, now=datetime.now(UTC), is_cancelled=over.is_set):
        over.set()
    assert not kept(news)
    news.sync()
    assert len(kept(news)) == 2


def test_an_article_whose_publisher_changes_it_gets_its_pictures_again(news: News) -> None:
    item = with_picture(news, "/a.png")
    news.subscribe("/feed", item, has_images=True)
    news.web.at["/a.png"] = Says(PNG)
    news.sync()
    news.put(replace(item, text=item.text + "One more sentence."))
    assert news.sync().changed == 1
    assert "/1.png)" in news.file().read_text()
    assert len(news.revisions()) == 1


def test_pictures_of_a_busy_server_come_later(news: News) -> None:
    news.subscribe("/feed", with_picture(news, "/a.png"), has_images=True)
    news.web.at["/a.png"] = Says(status=429)
    news.sync()
    assert news.web.url("/a.png") in news.file().read_text()
    news.web.at["/a.png"] = Says(PNG)
    news.sync()
    assert "/1.png)" in news.file().read_text()


def test_a_file_that_its_owner_edited_gets_no_pictures(news: News) -> None:
    feed = news.subscribe("/feed", with_picture(news, "/a.png"), has_images=True)
    news.web.at["/a.png"] = Says(status=429)
    news.sync()
    news.file().write_text(mine := news.file().read_text() + "Mine.")
    news.web.at["/a.png"] = Says(PNG)
    news.sync()
    assert news.file().read_text() == mine
    assert read_state(news.desk.paths.feeds, feed.url).pictures == ()


def test_a_link_in_place_of_the_folder_of_pictures_is_not_followed(news: News, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (news.root / ".images").symlink_to(tmp_path / "outside")
    news.subscribe("/feed", with_picture(news, "/a.png"), has_images=True)
    news.web.at["/a.png"] = Says(PNG)
    (skipped,) = [event for event in news.events() if isinstance(event, Skipped)]
    assert "leads out of the library" in skipped.reason
    assert not list((tmp_path / "outside").iterdir())
