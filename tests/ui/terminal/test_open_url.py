"""What leaves newstui for a browser: three schemes, byte for byte, without a shell."""

from __future__ import annotations

import os
import sys
import webbrowser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App

from newstui.services.web_browser import is_address
from newstui.ui.terminal.open_url import open_address
from tests.terminal.payloads import BAD_ADDRESSES, ESCAPES, GOOD_ADDRESSES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system with no display and no browser; the folder that is its PATH."""
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    monkeypatch.setattr(webbrowser, "_browsers", {})
    return tmp_path


def put_browser(folder: Path, name: str = "browser") -> Path:
    """A browser that writes what it was called with, each argument and a NUL, into the pipe `asked`."""
    script = folder / name
    script.write_text(f"#!/bin/sh\nprintf '%s\\0' \"$@\" > '{folder}/asked'\n")
    script.chmod(0o755)
    if not (folder / "asked").exists():
        os.mkfifo(folder / "asked")
    return script


def asked(folder: Path) -> list[bytes]:
    """The arguments that the browser got, once it was started."""
    return (folder / "asked").read_bytes().split(b"\0")[:-1]


@pytest.mark.parametrize("address", [*BAD_ADDRESSES, *ESCAPES.values()])
def test_no_other_address_leaves(system: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("BROWSER", str(put_browser(system)))
    assert not is_address(address)
    assert not open_address(App[object](), address)


@pytest.mark.parametrize("address", GOOD_ADDRESSES)
def test_a_browser_gets_the_address_byte_for_byte(system: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("BROWSER", str(put_browser(system)))
    assert open_address(App[object](), address)
    assert asked(system) == [address.encode()]


def test_a_command_with_a_place_for_the_address_gets_it_there(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", f"{put_browser(system)} --new 'a tab' %s --last")
    assert open_address(App[object](), "https://example.org/$(id);x")
    assert asked(system) == [b"--new", b"a tab", b"https://example.org/$(id);x", b"--last"]


def test_a_command_in_the_background_is_no_shell_either(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", f"{put_browser(system)} %s &")
    assert open_address(App[object](), "https://example.org/&x")
    assert asked(system) == [b"https://example.org/&x"]


def test_a_browser_with_windows_of_its_own_is_found_on_a_display(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    put_browser(system, "xdg-open")
    assert open_address(App[object](), "https://example.org/")
    assert asked(system) == [b"https://example.org/"]


@pytest.mark.skipif(sys.platform == "darwin", reason="there is always a display")
def test_a_browser_that_python_knows_is_started_by_python(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    put_browser(system, "firefox")
    reader = os.open(system / "asked", os.O_RDONLY | os.O_NONBLOCK)
    open_address(App[object](), "https://example.org/")
    assert os.read(reader, 1000).split(b"\0")[-2] == b"https://example.org/"
    os.close(reader)


def test_without_display_and_browser_nothing_opens(system: Path) -> None:
    assert not open_address(App[object](), "https://example.org/")
    webbrowser.register("firefox", None, webbrowser.GenericBrowser(str(put_browser(system))))
    assert not open_address(App[object](), "https://example.org/")


def test_a_browser_that_is_not_there_is_told(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", str(system / "nowhere"))
    assert not open_address(App[object](), "https://example.org/")


@pytest.mark.parametrize("name", ["www-browser", "lynx", "w3m"])
def test_a_browser_for_the_terminal_never_runs_inside_the_interface(
    system: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("BROWSER", str(put_browser(system, name)))

    class Headless(App[object]):
        async def on_mount(self) -> None:
            self.exit(open_address(self, "https://example.org/"))

    assert Headless().run(headless=True) is False  # it cannot be suspended, so nothing was started


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_what_is_an_address_begins_with_its_scheme_and_is_one_word(text: str) -> None:
    if is_address(text):
        assert text.lower().startswith(("http://", "https://", "mailto:"))
        assert text.split() == [text]
    assert not is_address(f"-{text}")
    assert not is_address(f"https://{text}\x1b")
    assert not is_address(f"https://{text} ")
