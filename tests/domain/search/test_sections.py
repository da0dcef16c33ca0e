"""Sections have names that lists show and queries that find what the names promise."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newstui.domain.feed import SavedSearch
from newstui.domain.search.parser import parse
from newstui.domain.search.query import Field
from newstui.domain.search.sections import (
    KINDS,
    STANDARD,
    counted_sections,
    field_query,
    name_asked_for,
    search_sections,
    title_of,
)

NOW = datetime(2024, 5, 15, tzinfo=UTC)
ODD_NAMES = ["Wire", "Field Notes", 'The "Big" Story', '"odd"', "back\\slash", "50%*", "(in brackets)", "OR", "-x"]


def test_the_query_of_every_standard_section_can_be_parsed_and_no_two_share_a_key() -> None:
    for section in STANDARD:
        parse(section.query, NOW)
    keys = [section.key for section in STANDARD if section.key]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("field", ["source", "tag", "feed", "folder", "lang"])
@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_with_any_characters_is_asked_for_and_shown_as_it_is(field: str, name: str) -> None:
    query = field_query(field, name)
    assert parse(query, NOW) == Field(field, name, exact=field not in ("tag", "lang"))
    assert name_asked_for(query, field) == name
    assert title_of(query) == f"{KINDS[field]}: {name}"


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "Front page"),
        ("is:unread", "Unread"),
        ("on:today", "Today"),
        ("after:7d", "This week"),
        ("folder:=Tech/Linux", "Folder: Tech/Linux"),
        ('source:"Field Notes"', "Source: Field Notes"),
        ("source:fi*", "Search: source:fi*"),
        ("source:wire is:unread", "Search: source:wire is:unread"),
        ('source:"never closed', 'Search: source:"never closed'),
        ("river flood", "Search: river flood"),
    ],
)
def test_a_list_has_the_name_of_its_section_or_shows_its_query(query: str, title: str) -> None:
    assert title_of(query) == title


def test_saved_searches_and_counted_names_are_sections() -> None:
    [search] = search_sections([SavedSearch("Rails", "title:trains")])
    assert (search.query, search.label, search.note) == ("title:trains", "Rails", "title:trains")
    [tag] = counted_sections("tag", [("sea", 1200)])
    assert (tag.query, tag.label, tag.note) == ("tag:sea", "tag sea", "1,200")
