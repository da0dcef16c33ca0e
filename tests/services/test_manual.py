"""The manual: every page is there, is packed into the wheel, and leads to others by a command."""

from __future__ import annotations

import re
import tomllib

import pytest

from newstui.services.manual import TOPICS, page
from tests import REPOSITORY


@pytest.mark.parametrize("name", TOPICS)
def test_every_page_is_there_and_no_link_of_it_needs_the_checkout(name: str) -> None:
    text = page(name)
    assert text.startswith("# ")
    assert not re.search(r"\]\((?!https?://)", text)


def test_a_link_within_the_manual_is_a_command() -> None:
    assert "moving in (`newstui help moving-in`)" in page("commands")
    assert "query (`newstui help queries`)" in page("commands")
    assert "K` `[` | previous" in page("keys"), "brackets that are no link stay"


def test_every_page_is_packed() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    packed = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for topic in TOPICS.values():
        assert packed[f"docs/{topic.file}"] == f"newstui/docs/{topic.file}"
