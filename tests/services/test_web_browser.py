"""The reader's web browser: it gets addresses of three schemes, byte for byte, without a shell."""

from __future__ import annotations

import os
import sys
import webbrowser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.services.web_browser import find_browser, is_address
from tests.services.browsers import asked, forget_browsers, put_browser
from tests.terminal.payloads import BAD_ADDRESSES, ESCAPES, GOOD_ADDRESSES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system with no display and no browser; the folder that is its PATH."""
    forget_browsers(tmp_path, monkeypatch)
    return tmp_path


def open_address(address: str) -> bool:
    """Opens an address; False where there is no browser, or it does not start."""
    browser = find_browser()
    return browser is not None and browser.open(address)


@pytest.mark.parametrize("address", [*BAD_ADDRESSES, *ESCAPES.values()])
def test_no_other_address_is_one_for_a_browser(address: str) -> None:
    assert not is_address(address)


@pytest.mark.parametrize("address", GOOD_ADDRESSES)
def test_a_browser_gets_the_address_byte_for_byte(system: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("BROWSER", str(put_browser(system)))
    assert open_address(address)
    assert asked(system) == [address.encode()]


def test_a_command_with_a_place_for_the_address_gets_it_there(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", f"{put_browser(system)} --new 'a tab' %s --last")
    assert open_address("https://example.org/$(id);x")
    assert asked(system) == [b"--new", b"a tab", b"https://example.org/$(id);x", b"--last"]


def test_a_command_in_the_background_is_no_shell_either(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", f"{put_browser(system)} %s &")
    assert open_address("https://example.org/&x")
    assert asked(system) == [b"https://example.org/&x"]


def test_a_browser_with_windows_of_its_own_is_found_on_a_display(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    put_browser(system, "xdg-open")
    assert open_address("https://example.org/")
    assert asked(system) == [b"https://example.org/"]


@pytest.mark.skipif(sys.platform == "darwin", reason="there is always a display")
def test_a_browser_that_python_knows_is_started_by_python(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    put_browser(system, "firefox")
    reader = os.open(system / "asked", os.O_RDONLY | os.O_NONBLOCK)
    open_address("https://example.org/")
    assert os.read(reader, 1000).split(b"\0")[-2] == b"https://example.org/"
    os.close(reader)


def test_without_display_and_browser_nothing_opens(system: Path) -> None:
    assert not open_address("https://example.org/")
    webbrowser.register("firefox", None, webbrowser.GenericBrowser(str(put_browser(system))))
    assert not open_address("https://example.org/")


def test_a_browser_that_is_not_there_opens_nothing(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", str(system / "nowhere"))
    assert not open_address("https://example.org/")


@pytest.mark.parametrize("name", ["www-browser", "lynx", "w3m"])
def test_a_browser_for_the_terminal_is_known_as_one(system: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("BROWSER", str(put_browser(system, name)))
    browser = find_browser()
    assert browser is not None
    assert browser.runs_in_terminal


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_an_address_begins_with_its_scheme_and_is_one_word(text: str) -> None:
    if is_address(text):
        assert text.lower().startswith(("http://", "https://", "mailto:"))
        assert text.split() == [text]
    assert not is_address(f"-{text}")
    assert not is_address(f"https://{text}\x1b")
    assert not is_address(f"https://{text} ")
