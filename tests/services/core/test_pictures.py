"""Pictures of articles: those that are saved beside them, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from newstui.domain.articles.article import Article
from newstui.domain.picture import LEAD, PictureRoom
from newstui.sandbox.client import Sandbox
from newstui.services.core.pictures import Pictures, picture_file
from tests.pictures import png

if TYPE_CHECKING:
    from pathlib import Path

RED = png(2, 2, "ff0000")
ROOM = PictureRoom(40, 20, "#000000")


def article(image: str | None = None) -> Article:
    return Article(
        id="one", title="Title", source="Wire", published=datetime(2024, 6, 6, tzinfo=UTC), body="", words=0,
        path="wire/one.md", image=image,
    )  # fmt: skip


def test_saved_pictures_are_shown_and_the_lead_image_first(tmp_path: Path) -> None:
    pytest.importorskip("PIL")
    saved = tmp_path / ".images/one"
    saved.mkdir(parents=True)
    (saved / "1.png").write_bytes(RED)
    (saved / "2.png").write_bytes(png(2, 2, "00ff00"))
    (saved / "addresses.txt").write_text("1.png https://e.org/a.png\n2.png https://e.org/lead.png\n")
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire/broken.png").write_bytes(RED[:40])
    names = ["../.images/one/1.png", "broken.png", "gone.png", "https://e.org/b.png"]
    with Sandbox() as sandbox:
        pictures = Pictures(tmp_path, lambda: sandbox)
        shown = dict(pictures.of(article("https://e.org/lead.png"), names, ROOM, lambda: False))
        again = dict(pictures.of(article("https://e.org/a.png"), names, ROOM, lambda: False))
    assert {name: picture.palette[0] for name, picture in shown.items()} == {LEAD: "00ff00", names[0]: "ff0000"}
    assert [*again] == [names[0]]


def test_where_saved_pictures_came_from_is_known(tmp_path: Path) -> None:
    (tmp_path / ".images/one").mkdir(parents=True)
    pictures = Pictures(tmp_path, Sandbox)
    assert pictures.addresses(article(), ["../.images/one/1.png"]) == []
    (tmp_path / ".images/one/addresses.txt").write_text("1.png https://e.org/a.png\n2.png https://e.org/b.png\n")
    assert pictures.addresses(article(), ["../.images/one/1.png", "other.png"]) == ["https://e.org/a.png"]


def test_a_picture_is_looked_for_within_the_library_alone(tmp_path: Path) -> None:
    library = tmp_path / "library"
    (library / "wire").mkdir(parents=True)
    for path in (tmp_path / "out.png", library / "in.png"):
        path.write_bytes(RED)
    (library / "text.png").write_text("no picture")
    assert picture_file(library, "wire/one.md", "../in.png") == ("in.png", RED)
    outside = ("../../out.png", str(tmp_path / "out.png"), "../text.png", "gone.png", "a\0b.png")
    assert [picture_file(library, "wire/one.md", name) for name in outside] == [None] * 5
