"""Article files: pages are parsed apart, and give the same article."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import StorageError
from newstui.sandbox.client import Sandbox
from newstui.services.core.article_reader import beginning_of, read_article
from newstui.store.library.library import Library
from tests import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = """<html lang="en"><head><title>The lock</title><meta name="author" content="Ada">
<link rel="canonical" href="https://a.example/lock"></head>
<body><nav>Home</nav><article><h1>The lock</h1><p>A heron, a <a href="/keeper">keeper</a>.</p></article></body>"""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "src")]))
        with Sandbox(worker="tests.sandbox.odd_parsers", most=1) as opened:
            yield opened


@pytest.mark.parametrize("name", ["a.html", os.fsdecode(b"\xe9/\xff.HTM")])
def test_a_page_that_is_parsed_apart_is_the_same_article(root: Path, sandbox: Sandbox, name: str) -> None:
    path = root / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(PAGE, encoding="utf-8")
    file = Library(root).status(name)
    assert file is not None
    article = read_article(Library(root), file, lambda: sandbox)
    assert article == read_article(Library(root), file)
    assert (article.title, article.author, article.path) == ("The lock", "Ada", name)


def test_a_page_that_ends_the_parser_is_an_error_that_names_it(root: Path, sandbox: Sandbox) -> None:
    (root / "empty.html").touch()
    file = Library(root).status("empty.html")
    assert file is not None
    with pytest.raises(StorageError, match=r"empty\.html cannot be read: it crashes"):
        read_article(Library(root), file, lambda: sandbox)


def test_a_text_needs_no_process(root: Path) -> None:
    (root / "a.md").write_text("# Rain", encoding="utf-8")
    file = Library(root).status("a.md")
    assert file is not None

    def none() -> Sandbox:
        raise AssertionError

    assert read_article(Library(root), file, none).title == "Rain"


def test_the_beginning_of_a_large_text_is_what_its_first_part_says(root: Path) -> None:
    text = "# Rain\n\nÜ " + "ä" * 100_000
    for name, raw in (("a.md", text.encode()), ("b.md", text.encode("latin-1")), ("c.html", PAGE.encode())):
        (root / name).write_bytes(raw)
    beginning, *others = (
        beginning_of(Library(root), file) for file in map(Library(root).status, ["a.md", "b.md", "c.html"]) if file
    )
    assert others == [None, None]
    assert beginning is not None
    assert (beginning.title, set(beginning.body[2:])) == ("Rain", {"ä"})
