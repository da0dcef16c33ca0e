"""Bookmarks of Pinboard."""

from __future__ import annotations

from newstui.domain.articles.incoming import Export, Incoming, Refused
from tests.formats.exports.samples import AT, read, read_json


def test_bookmarks_with_tags_notes_and_read_state() -> None:
    export = read_json(
        [
            {"href": "https://e.org/1", "description": "One", "extended": "Why\nnot?", "time": "2023-11-14T22:13:20Z",
             "toread": "yes", "tags": "sea boats sea"},
            {"href": "https://e.org/2", "description": False, "extended": "", "time": "never", "toread": "no",
             "tags": ""},
            {"href": "https://e.org/3", "tags": ["odd"]},
            ["no bookmark"],
        ]
    )  # fmt: skip
    assert export == Export(
        "Pinboard JSON",
        (
            Incoming("One", url="https://e.org/1", saved=AT, read=False, tagged=("sea", "boats"), note="Why\nnot?"),
            Incoming("https://e.org/2", url="https://e.org/2", read=True),
            Incoming("https://e.org/3", url="https://e.org/3"),
        ),
        refused=(Refused("entry 4", "it is not a JSON object"),),
    )


def test_the_xml_names_only_what_is_to_read() -> None:
    posts = '<?xml version="1.0"?><posts><post href="https://e.org/1" description="One" tag="sea boats"{}/>{}</posts>'
    another = '<post href="https://e.org/2" description="Two" toread="yes"/>'
    one = Incoming("One", url="https://e.org/1", read=True, tagged=("sea", "boats"))
    assert read(posts.format("", another)).articles == (one, Incoming("Two", url="https://e.org/2", read=False))
    (of_delicious,) = read(posts.format("", "")).articles
    assert of_delicious.read is None
