"""The doctor looks at the installation, and says what to do about each thing that is absent."""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING

import pytest

from newstui.services.index import installation
from newstui.services.index.installation import examine_installation

if TYPE_CHECKING:
    from newstui.services.index.findings import Finding


def finding(start: str, **environment: str) -> Finding:
    """Returns the one finding whose text starts so."""
    (found,) = [each for each in examine_installation(environment) if each.text.startswith(start)]
    return found


def test_what_is_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(BytesIO(), "utf-8"))
    findings = list(examine_installation({"TERM": "xterm"}))
    assert [each.text.split(":")[0] for each in findings] == ["Python", "packages", "search", "terminal", "locale"]
    assert not any(each.is_wrong or each.is_odd or each.hint for each in findings)


def test_a_missing_package_is_wrong_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "PACKAGES", ("no_such_package",))
    missing = finding("packages")
    assert missing.is_wrong
    assert "no_such_package" in missing.text
    assert missing.hint.startswith("Install newstui again")


def test_an_old_python_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "OLDEST_PYTHON", (9, 0))
    assert finding("Python").is_wrong


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no TERM")
@pytest.mark.parametrize("environment", [{}, {"TERM": "dumb"}])
def test_a_terminal_that_can_draw_nothing_is_odd(environment: dict[str, str]) -> None:
    assert finding("terminal", **environment).is_odd


def test_a_locale_without_most_letters_is_odd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(BytesIO(), "ascii"))
    assert finding("locale").is_odd
    assert "UTF-8" in finding("locale").hint
