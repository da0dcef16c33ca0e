"""Opening an address: only http, https and mailto leave newstui, and no browser takes the screen of the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App

from newstui.ui.terminal.open_url import open_address
from tests.services.browsers import asked, forget_browsers, put_browser
from tests.terminal.payloads import BAD_ADDRESSES, ESCAPES, GOOD_ADDRESSES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system with no display and no browser; the folder that is its PATH."""
    forget_browsers(tmp_path, monkeypatch)
    return tmp_path


@pytest.mark.parametrize("address", [*BAD_ADDRESSES, *ESCAPES.values()])
def test_no_other_address_leaves_newstui(system: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("BROWSER", str(put_browser(system)))
    assert not open_address(App[object](), address)


@pytest.mark.parametrize("address", GOOD_ADDRESSES)
def test_an_address_reaches_the_browser(system: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("BROWSER", str(put_browser(system)))
    assert open_address(App[object](), address)
    assert asked(system) == [address.encode()]


@pytest.mark.parametrize("name", ["www-browser", "lynx", "w3m"])
def test_a_browser_for_the_terminal_never_runs_inside_the_interface(
    system: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("BROWSER", str(put_browser(system, name)))

    class Headless(App[object]):
        async def on_mount(self) -> None:
            self.exit(open_address(self, "https://example.org/"))

    assert Headless().run(headless=True) is False  # it cannot be suspended, so nothing was started
