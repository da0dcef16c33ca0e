"""The table of Instapaper."""

from __future__ import annotations

from newstui.domain.articles.incoming import Export, Incoming
from newstui.formats.exports.fields import annotated
from tests.formats.exports.samples import AT, read


def test_folders_are_read_states_bookmarks_or_tags() -> None:
    export = read(
        "URL,Title,Selection,Folder,Timestamp,Tags\n"
        'https://e.org/1,One,"Said so.\n\nTwice.",Unread,1700000000,"[""sea"", ""long read""]"\n'
        "https://e.org/2,Two,,Archive,1700000000,[]\n"
        "https://e.org/3,Three,,Starred,,\n"
        'https://e.org/4,Four,,Recipes,0,"a,b"\n'
    )
    assert export == Export(
        "Instapaper CSV",
        (
            Incoming("One", url="https://e.org/1", saved=AT, read=False, tagged=("sea", "long read"),
                     **annotated("> Said so.\n>\n> Twice.")),
            Incoming("Two", url="https://e.org/2", saved=AT, read=True),
            Incoming("Three", url="https://e.org/3", bookmarked=True),
            Incoming("Four", url="https://e.org/4", tagged=("Recipes", "a", "b")),
        ),
    )  # fmt: skip


def test_a_passage_without_an_address_is_an_article_of_its_own() -> None:
    (article,) = read("URL,Title,Selection,Folder,Timestamp,Tags\n,A note,Buy bread.,Unread,1700000000,[]\n").articles
    assert article == Incoming(
        "A note", "> Buy bread.", saved=AT, feed="https://www.instapaper.com/", guid="1700000000 A note"
    )
