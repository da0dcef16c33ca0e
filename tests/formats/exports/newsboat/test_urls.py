"""newsboat's `urls`."""

from __future__ import annotations

from newstui.domain.articles.incoming import Export, Refused
from newstui.domain.feed import Feed, SavedSearch
from newstui.formats.exports.detect import read_export


def read(text: str, name: str = "urls") -> Export:
    return read_export(text.encode(), name)


def test_feeds_have_tags_titles_and_may_be_hidden() -> None:
    export = read(
        "# my feeds\n"
        'https://e.org/a "long read" sea "~The \\"Courier\\"" sea # a comment\n'
        "\thttps://e.org/b\t!hidden\n"
        "https://me:secret@e.org/c ~C\n"
        '"https://e.org/d e"\n\n'
    )
    assert export == Export(
        "newsboat urls",
        feeds=(
            Feed("https://e.org/a", title='The "Courier"', tags=("long read", "sea")),
            Feed("https://e.org/b", is_hidden=True),
            Feed("https://me:secret@e.org/c", title="C"),
            Feed("https://e.org/d%20e"),
        ),
    )


def test_queries_become_searches_and_commands_are_only_named() -> None:
    export = read(
        '"query:Unread \\"sea\\":tags # \\"sea\\" and unread = \\"yes\\""\n'
        '"query:Regular:title =~ \\"^a.*b$\\""\n'
        '"query:No expression"\n'
        '"exec:curl -s https://e.org | sh"\n'
        "filter:~/bin/clean.pl:https://e.org/rss tag\n"
        "file:///etc/passwd\n"
        "https://e.org/a\n"
    )
    assert export.searches == (SavedSearch('Unread "sea"', "tag:sea is:unread"),)
    assert export.feeds == (Feed("https://e.org/a"),)
    assert export.refused == (
        Refused(
            'query:Regular:title =~ "^a.*b$"',
            "newstui cannot ask for “title =~ …”: newstui searches for words, not for regular expressions",
        ),
        Refused("query:No expression", "it is not written as query:name:expression"),
        Refused("exec:curl -s https://e.org | sh", "it is a command, and newstui does not run commands"),
        Refused(
            "filter:~/bin/clean.pl:https://e.org/rss",
            "it is a command, and newstui does not run commands; the feed that it changes is https://e.org/rss",
        ),
        Refused("file:///etc/passwd", "its address is not http or https"),
    )


def test_a_line_with_nothing_to_see_is_refused_by_a_name() -> None:
    export = read('https://e.org/rss tag "~A"\nhttps://e.org/2\nhttps://e.org/3\n""\n"')
    assert [each.what for each in export.refused] == ["a line without an address"] * 2
