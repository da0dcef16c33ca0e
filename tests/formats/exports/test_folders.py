"""Folders in folders, also in a circle."""

from __future__ import annotations

from newstui.domain.articles.incoming import Refused
from newstui.formats.exports.folders import names_by_id


def test_a_folder_has_the_names_of_those_around_it() -> None:
    folders = [{"id": 1, "name": "A"}, {"id": 2, "name": "B", "parentId": 1}, {"id": 3, "name": "C", "parentId": 9}]
    assert names_by_id([*folders, Refused("entry 4", "x")]) == {"1": ["A"], "2": ["A", "B"], "3": ["C"]}


def test_a_circle_ends() -> None:
    circle = [{"id": 1, "name": "A", "parentId": 2}, {"id": 2, "name": "B", "parentId": 1}]
    assert names_by_id(circle) == {"1": ["B", "A"], "2": ["A", "B"]}
