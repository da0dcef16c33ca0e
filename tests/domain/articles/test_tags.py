"""Tags and folders are clean, whoever wrote them."""

from __future__ import annotations

from newstui.domain.articles.tags import completions, folder_names, unique_tags, without_hash


def test_each_tag_is_clean_and_stands_once() -> None:
    assert unique_tags([" sea ", "", "long\nread", "sea"]) == ("sea", "long read")


def test_a_hash_before_a_tag_does_not_belong_to_it() -> None:
    assert [without_hash(tag) for tag in ("#sea", "## sea", "# #sea", "# #", "c#")] == ["sea", "sea", "sea", "", "c#"]


def test_a_folder_path_is_its_names() -> None:
    assert folder_names(" News / World//") == ["News", "World"]
    assert folder_names("/") == []


def test_the_tags_that_a_word_completes_to_come_in_the_order_of_how_well() -> None:
    assert completions("sea", ["oversea", "season", "Séa", "food", "sea"]) == ["Séa", "sea", "season", "oversea"]
    assert completions("", ["b", "a"]) == ["b", "a"]
