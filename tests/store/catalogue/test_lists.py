"""Lists answer every query, in every order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from newstui.domain.search.parser import parse
from newstui.domain.search.query import EVERYTHING
from newstui.domain.search.sort import SORTS
from newstui.store.catalogue import lists
from newstui.store.catalogue.query_sql import order
from tests.store.catalogue.filling import NOW, article_of, change_of, ids_of, put, rows_of

if TYPE_CHECKING:
    import pytest

    from newstui.domain.marks.fields import Value
    from newstui.domain.search.sort import Sort
    from newstui.store.catalogue.catalogue import Catalogue


def test_every_state_can_be_asked_for(catalogue: Catalogue) -> None:
    fields: dict[str, Value] = {"read": True, "bookmarked": True, "started": 0.5, "noted": "n", "discarded": True}
    names = {"started": "position", "noted": "note"}
    for state in (*fields, "plain"):
        put(catalogue, f"{state}.md", article_of(state))
    catalogue.marks.apply(
        [change_of(at, names.get(state, state), to, state) for at, (state, to) in enumerate(fields.items(), 1)]
    )
    for state in fields:
        assert ids_of(catalogue, f"is:{state}") == {state}
        assert ids_of(catalogue, f"-is:{state}") == {*fields, "plain"} - {state} - (
            {"discarded"} if state != "discarded" else set()
        )
    assert ids_of(catalogue) == {*fields, "plain"} - {"discarded"}
    assert ids_of(catalogue, "is:unread") == {"bookmarked", "started", "noted", "plain"}
    assert catalogue.lists.unread_count() == 4
    assert catalogue.lists.count() == 6


def test_every_sort_puts_articles_in_its_order(catalogue: Catalogue) -> None:
    made = [("a", "über", "wire", 1, 30), ("b", "Apfel", "Zeit", 2, 10), ("c", "zebra", "Field", 3, 20)]
    for id_, title, source, day, words in made:
        article = article_of(id_, title, "word " * day, source=source, published=NOW + timedelta(days=day), words=words)
        put(catalogue, f"{id_}.md", article)
    orders = {
        "newest": "cba",
        "oldest": "abc",
        "title": "bca",
        "source": "cab",
        "shortest": "bca",
        "longest": "acb",
        "rank": "cba",
    }
    for sort in SORTS:
        rows, _ = catalogue.lists.rows(EVERYTHING, sort)
        assert "".join(catalogue.lists.ids(rows)) == orders[sort]
    assert len(catalogue.lists.rows(EVERYTHING, "newest", limit=2)[0]) == 2


def test_of_very_many_matches_the_newest_are_ranked(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    for day, title in enumerate(("Bison", "Fog", "Bison again", "Rain"), 1):
        put(catalogue, f"{day}.md", article_of(str(day), title=title, body="A bison.", published=NOW - timedelta(day)))
    monkeypatch.setattr(lists, "_MOST_RANKED", 3)
    rows, published = catalogue.lists.rows(parse("bison", NOW), "rank")
    assert catalogue.lists.ids(rows) == ["1", "3", "2", "4"]
    assert list(published) == [int((NOW - timedelta(int(day))).timestamp()) for day in "1324"]
    assert catalogue.lists.rows(parse("bison", NOW), "rank", 2)[0] == rows[:2]


def test_rank_puts_matches_in_titles_first(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a", "Other", "bison and much else besides", published=NOW + timedelta(days=1)))
    put(catalogue, "b.md", article_of("b", "Bison", "nothing else"))
    rows, _ = catalogue.lists.rows(parse("bison", NOW), "rank")
    assert catalogue.lists.ids(rows) == ["b", "a"]


def test_a_row_that_matches_no_longer_can_stay_in_the_list(catalogue: Catalogue) -> None:
    for number in range(3):
        put(catalogue, f"{number}.md", article_of(str(number), published=NOW + timedelta(days=number)))
    all_rows = rows_of(catalogue)
    catalogue.marks.apply([change_of(1, "read", True, "1")])
    assert list(catalogue.lists.rows(parse("is:unread", NOW), "oldest", also=[all_rows[1]])[0]) == all_rows


def test_a_headline_has_the_time_zone_in_which_it_was_published(catalogue: Catalogue) -> None:
    published = datetime(2024, 1, 2, 3, 4, tzinfo=timezone(timedelta(hours=-9, minutes=-30)))
    put(catalogue, "a.md", article_of(published=published))
    [row] = rows_of(catalogue)
    [headline] = catalogue.lists.headlines([row, 999])
    assert headline.published == published
    assert headline.published.utcoffset() == published.utcoffset()
    assert (headline.id, headline.title, headline.read, headline.position) == ("a", "A title", False, 0.0)
    assert [each.article.id for each in catalogue.lists.listed([row, 999])] == ["a"]


def test_unread_rows_keep_their_order(catalogue: Catalogue) -> None:
    for number in range(4):
        put(catalogue, f"{number}.md", article_of(str(number)))
    rows = rows_of(catalogue)
    catalogue.marks.apply([change_of(1, "read", True, "1", "2")])
    assert catalogue.lists.unread_among(rows[::-1]) == [rows[3], rows[0]]


def test_ids_are_found_by_their_start(catalogue: Catalogue) -> None:
    for id_ in ("abc", "abd", "a%c"):
        put(catalogue, f"{id_}.md", article_of(id_))
    assert catalogue.lists.ids_starting_with("ab") == ["abc", "abd"]
    assert catalogue.lists.ids_starting_with("a%") == ["a%c"]
    assert catalogue.lists.row_of("nobody") is None
    assert catalogue.lists.find("nobody") is None
    assert catalogue.files.id_at("nowhere.md") is None


def test_sources_and_tags_are_counted_with_the_readers_tags(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a", tags=("x", "y"), source="One"))
    put(catalogue, "b.md", article_of("b", tags=("y",), source="One"))
    put(catalogue, "c.md", article_of("c", tags=(), source="Two"))
    catalogue.marks.apply([change_of(1, "tag:z", True, "c"), change_of(2, "tag:x", False, "a")])
    assert catalogue.lists.counts_by("source") == [("One", 2), ("Two", 1)]
    assert catalogue.lists.counts_by("tag") == [("y", 2), ("z", 1)]
    assert catalogue.marks.holding_tag(["a", "b", "nobody"], "x") == {"a"}


def test_articles_of_one_time_stand_as_they_came(catalogue: Catalogue) -> None:
    before = NOW - timedelta(microseconds=9)
    made: list[tuple[str, datetime, int, str | None]]
    made = [("x1", before, 1, None), ("x2", before, 2, None), ("y1", NOW, 1, None), ("y2", NOW, 2, None)]
    made += [("b1", NOW, 3, "Bay"), ("b2", NOW, 4, "Bay"), ("c1", NOW, 5, "Cape"), ("c2", NOW, 6, "Cape")]
    for at, (id_, first_seen, place, book) in enumerate(sorted(made, key=lambda each: each[0][::-1])):
        put(catalogue, f"{at}.md", article_of(id_, first_seen=first_seen, place=place, book=book))
    put(catalogue, "own-b.md", article_of("a"))
    put(catalogue, "own-a.md", article_of("z"))

    def order(sort: Sort) -> str:
        return " ".join(catalogue.lists.ids(catalogue.lists.rows(EVERYTHING, sort)[0]))

    assert order("newest") == "y1 y2 b1 b2 c1 c2 x1 x2 z a"
    assert order("oldest") == "z a x2 x1 y2 y1 b1 b2 c1 c2", "a feed begins with its newest, a book with its first"
    assert order("source") == order("newest")


def test_the_lists_by_date_follow_the_index(catalogue: Catalogue) -> None:
    for sort in ("newest", "oldest"):
        sql = f"EXPLAIN QUERY PLAN SELECT row, published FROM article WHERE discarded = 0 ORDER BY {order(sort)}"
        assert "COVERING INDEX article_by_date" in str(catalogue.connection.read(sql))


def test_a_list_knows_which_dates_were_in_the_future(catalogue: Catalogue) -> None:
    ahead = datetime(2124, 5, 1, tzinfo=UTC)
    put(catalogue, "a.md", article_of("a", stated=ahead))
    put(catalogue, "b.md", article_of("b"))
    rows, _ = catalogue.lists.rows(EVERYTHING, "title")
    marked = {each.article.id: each.article.stated for each in catalogue.lists.listed(rows)}
    assert marked == {"a": ahead, "b": None}
    assert {each.id: each.is_first_seen for each in catalogue.lists.headlines(rows)} == {"a": True, "b": False}


def test_the_newest_with_the_words_in_their_titles_come_first_of_all(catalogue: Catalogue) -> None:
    for day, title in enumerate(("River low", "A mill", "The river Bank", "Banks of rivers"), start=1):
        put(catalogue, f"{day}.md", article_of(str(day), title, "river bank", published=NOW.replace(day=day)))
    put(catalogue, "5.md", article_of("5", "River, gone", published=NOW))
    catalogue.marks.apply([change_of(1, "discarded", True, "5")])

    def ids(query: str, most: int = 9, among: int = 9) -> list[str]:
        return catalogue.lists.ids(catalogue.lists.rows_by_title(parse(query, NOW), most, among))

    assert ids("river*") == ["4", "3", "1"]
    assert (ids("river bank"), ids("river OR mill"), ids("title:bank* river*")) == (["3"], ["3", "2", "1"], ["4", "3"])
    assert (ids("river*", most=2), ids("river*", among=1)) == (["4", "3"], ["4"])
    assert (ids("river* before:2024-05-03", among=2), ids("river* before:2024-05-03", among=1)) == (["1"], [])


def test_numbered_files_of_one_time_stand_in_the_order_of_their_numbers(catalogue: Catalogue) -> None:
    names = [
        "a/chapter 1",
        "a/chapter 2",
        "a/chapter 10",
        "a/chapter 10 part 9",
        "a/chapter 007000000",
        "a/chapter 20240501103000",
        "a/chapter 100000000000000000000",
        "a/preface",
        "b/chapter 1",
        "b/chapter 3",
    ]
    for at, name in enumerate(sorted(names, reverse=True)):
        put(catalogue, f"{name}.md", article_of(f"id{at}", title=name))
    for sort in ("newest", "oldest"):
        rows = catalogue.lists.rows(EVERYTHING, sort)[0]
        assert [row.title for row in catalogue.lists.headlines(rows)] == names
