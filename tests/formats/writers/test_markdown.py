"""Articles as Markdown files: what is written is read again, to the letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.articles.article import Article
from newstui.domain.feed import Feed
from newstui.domain.marks.fields import Mark
from newstui.domain.marks.marked_article import MarkedArticle
from newstui.domain.text.clean import clean
from newstui.formats.feeds.opml import write_opml
from newstui.formats.writers.markdown import markdown_file, read_markdown_file
from newstui.formats.writers.record import json_line

DAY = datetime(2024, 5, 1, 6, 30, tzinfo=UTC)
FERRY = Article(id="f1", title="The last ferry", source="Post", published=DAY, body="It left.", words=2, tags=("a, b",))
MARK = Mark(read=True, bookmarked=True, position=0.25, note="> It left.\n\nWhen?", tagged=frozenset(("x, y", "sea")))


def test_an_article_is_read_with_its_marks() -> None:
    article = replace(FERRY, tags=("a, b", "sea", "x, y"))
    read = read_markdown_file(markdown_file(MarkedArticle(article, MARK, DAY)), "x.md", DAY)
    assert read is not None
    assert (read.id, read.title, read.source, read.published, read.body) == ("f1", FERRY.title, "Post", DAY, "It left.")
    assert (read.tags, read.tagged, read.note) == (("a, b",), ("sea", "x, y"), MARK.note)
    assert (read.read, read.bookmarked, read.discarded, read.position) == (True, True, None, 0.25)


@pytest.mark.parametrize("body", ["", "## Note\n\nmine", "---\na: b\n---", "<!-- note 1234 -->"])
def test_a_text_with_a_note_in_it_stays_a_text(body: str) -> None:
    for mark in (Mark(), MARK):
        read = read_markdown_file(markdown_file(MarkedArticle(replace(FERRY, body=body), mark, DAY)), "x.md", DAY)
        assert read is not None
        assert (read.body, read.note) == (body, mark.note)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_and_note_are_read_as_they_were(body: str, note: str) -> None:
    body, note = clean(body).strip("\n"), clean(note).strip("\n")
    raw = markdown_file(MarkedArticle(replace(FERRY, body=body), Mark(note=note), DAY))
    read = read_markdown_file(raw, "x.md", DAY)
    assert read is not None
    assert (read.body.strip(), read.note.strip()) == (body.strip(), note.strip())


def test_a_file_of_somebody_else_is_not_ours() -> None:
    assert read_markdown_file(b"---\ntitle: A\nread: true\n---\n\nB", "x.md", DAY) is None


def test_no_file_holds_the_key_or_the_password_of_a_feed() -> None:
    others = ("https://b.example/f?key=s3cret", "https://me:s3cret@c.example/f")
    article = replace(FERRY, feed="https://me:s3cret@a.example/f?token=s3cret", also_feeds=others)
    assert b"s3cret" not in markdown_file(MarkedArticle(article, MARK, DAY))
    assert b"s3cret" not in json_line(MarkedArticle(article, MARK, DAY))
    assert b"s3cret" not in write_opml([Feed(address) for address in (article.feed or "", *others)], "x", DAY)
