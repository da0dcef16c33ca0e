"""The tree of sections: folders and feeds, names as most articles write them, numbers that add up."""

from __future__ import annotations

from newstui.domain.search.section_tree import Entry, FeedRow, entries, next_with_unread, visible
from newstui.domain.search.tally import NameTally, Tally

SEA, HILLS, TOWN = (f"https://e.org/{name}" for name in ("sea", "hills", "town"))
FEEDS = [
    FeedRow(SEA, SEA, "Sea", "News/Water"),
    FeedRow(HILLS, HILLS, "hills", "News", "⚠", "no answer"),
    FeedRow(TOWN + "/new", TOWN, "Town", is_hidden=True),
]
TALLIES = [
    Tally((SEA,), "Wire", "en-GB", 3, 2),
    Tally((SEA, HILLS), "wire", "en", 1, 1),
    Tally((TOWN,), "Town", "de", 5, 5),
    Tally((), "Files", "", 2, 0),
]
TREE = entries(
    FEEDS, TALLIES, [NameTally("salt", "Salt", 2, 1)], {"is:bookmarked": (4, 1)}, [("Herring", "herring")]
)  # fmt: skip


def shown(tree: list[Entry]) -> list[tuple[str, int, int]]:
    """Returns (label, depth, unread) of each entry."""
    return [(entry.label, len(entry.inside), entry.unread) for entry in tree]


def test_the_tree_has_sections_searches_feeds_in_folders_tags_sources_and_languages() -> None:
    assert shown(TREE) == [
        ("Front page", 0, 3), ("Unread", 0, 8), ("Bookmarks", 0, 1), ("Continue", 0, 0), ("Ten minutes", 0, 0),
        ("Today", 0, 0),
        ("This week", 0, 0), ("Notes and highlights", 0, 0), ("History", 0, 0), ("Discarded", 0, 0),
        ("Searches", 0, 0), ("Herring", 1, 0),
        ("Feeds", 0, 8), ("News", 1, 3), ("Water", 2, 3), ("Sea", 3, 3), ("hills", 2, 1), ("Town", 1, 5),
        ("Tags", 0, 0), ("Salt", 1, 1),
        ("Sources", 0, 0), ("Files", 1, 0), ("Wire", 1, 3),
        ("Languages", 0, 0), ("de", 1, 5), ("en", 1, 3),
    ]  # fmt: skip
    assert len({entry.id for entry in TREE}) == len(TREE)


def test_an_article_of_two_feeds_counts_once_in_their_folder_and_hidden_feeds_not_on_the_front_page() -> None:
    numbers = {entry.label: entry.numbers for entry in TREE}
    assert numbers["News"] == (4, 3)
    assert numbers["Front page"] == (6, 3)
    assert numbers["Unread"] == (8, 8)


def test_a_name_is_written_as_most_articles_have_it_and_one_without_articles_is_left_out() -> None:
    more = [*TALLIES, Tally((), "wire", "", 9, 0), Tally((), "Files", "", -2, 0)]
    labels = [entry.label for entry in entries(FEEDS, more, (), {}, ()) if entry.kind == "source"]
    assert labels == ["wire"]


def test_what_is_closed_is_not_to_be_seen() -> None:
    [folder] = [entry for entry in TREE if entry.label == "News"]
    labels = [entry.label for entry in visible(TREE, {folder.id, "group Tags", "group Sources", "group Languages"})]
    assert labels[11:] == ["Herring", "Feeds", "News", "Town", "Tags", "Sources", "Languages"]


def test_sections_without_unread_articles_may_be_left_out_but_the_one_under_the_cursor_stays() -> None:
    [files] = [entry for entry in TREE if entry.label == "Files"]
    labels = [entry.label for entry in visible(TREE, (), only_unread=True)]
    assert "Files" not in labels
    assert "Herring" not in labels
    assert {"Bookmarks", "Today", "Sources", "Wire"} <= set(labels)
    assert files in visible(TREE, (), only_unread=True, keep=files.id)


def test_typed_letters_find_names_in_what_is_closed_too() -> None:
    assert [entry.label for entry in visible(TREE, {"group Feeds"}, typed="TÓW")] == ["Town"]


def test_after_a_section_comes_the_next_of_its_kind_with_unread_articles_and_after_the_last_the_first() -> None:
    def after(label: str) -> str | None:
        [entry] = [entry for entry in TREE if entry.label == label]
        found = next_with_unread(TREE, entry.id)
        return found and found.label

    assert [after("Sea"), after("hills"), after("Town")] == ["hills", "Town", "Sea"]
    assert [after("Files"), after("News"), after("Herring"), after("Unread")] == ["Wire", "Water", None, None]
    assert next_with_unread(TREE, "ferries") is None
