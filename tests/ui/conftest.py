"""Fixtures for the tests of the interface: one time zone, nothing of the machine's own settings, a small newspaper."""

from __future__ import annotations

import time
import webbrowser
from typing import TYPE_CHECKING

import pytest
from textual.css.stylesheet import Stylesheet

from tests.ui.newsagent import Newsagent
from tests.ui.paper import write_paper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.css.model import RuleSet


@pytest.fixture(scope="session", autouse=True)
def style_sheets() -> Iterator[None]:
    """Parses each style sheet once, not for every app: Textual takes a quarter of a start for them."""
    read = Stylesheet._parse_rules
    known: dict[tuple[object, ...], list[RuleSet]] = {}

    def rules(sheet: Stylesheet, *what: object, **how: object) -> list[RuleSet]:
        key = (what, *how.items(), *sheet._variables.items())
        if key not in known:
            known[key] = read(sheet, *what, **how)  # type: ignore[arg-type]
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", rules)
        yield


@pytest.fixture(autouse=True)
def machine() -> Iterator[None]:
    """Makes every machine the same: UTC, colours, no browser."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        for name in ("NO_COLOR", "COLORFGBG", "BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "COLORTERM", "FORCE_COLOR"):
            patch.delenv(name, raising=False)
        patch.setattr(webbrowser, "_tryorder", [])
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def paper(root: Path) -> Path:
    """The library of ten articles."""
    return write_paper(root)


@pytest.fixture
def agent() -> Iterator[Newsagent]:
    """Feeds and pages to fetch."""
    opened = Newsagent()
    yield opened
    opened.close()
