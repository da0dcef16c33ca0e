"""Fixtures of all tests: an empty home, articles to write, desks to open."""

from __future__ import annotations

import gc
import signal
from compileall import compile_dir
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import newstui
from newstui.services.desk import Desk
from newstui.store.paths import user_paths
from tests.services.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.services.site import Says

# A property is true or false, however busy the machine is.
settings.register_profile("newstui", deadline=None)
settings.load_profile("newstui")


def pytest_configure(config: pytest.Config) -> None:
    """Compiles newstui once: many tests start it, and Python may be set to write no compiled files.

    A shell that runs the tests in the background lets them, and all that they start, ignore Ctrl+C: not here.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if not hasattr(config, "workerinput"):  # one process does it for all
        compile_dir(Path(newstui.__file__).parent, quiet=2)


def pytest_collection_finish() -> None:
    """Exempts the collected tests from garbage collection, which would search all of them during each test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home: no test can touch the data of the person who runs it."""
    folder = tmp_path / "home"
    monkeypatch.setenv("NEWSTUI_HOME", str(folder))
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty library."""
    folder = tmp_path / "library"
    folder.mkdir()
    return folder


@pytest.fixture
def write(root: Path) -> Callable[..., Path]:
    """Writes an article file; front matter by name, `_` for what a name cannot hold."""

    def written(name: str, body: str = "Some words about the matter.", **front: str) -> Path:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        head = "".join(f"{field}: {value}\n" for field, value in front.items())
        path.write_text(f"---\n{head}---\n\n{body}\n" if front else body, encoding="utf-8")
        return path

    return written


@pytest.fixture
def desk(root: Path) -> Iterator[Callable[..., Desk]]:
    """Opens a desk: a session of its own on the library and journal that all desks of a test share."""
    opened: list[Desk] = []

    def new() -> Desk:
        opened.append(Desk(user_paths(), root))
        return opened[-1]

    yield new
    for each in opened:
        each.close()


@pytest.fixture
def site() -> Iterator[Callable[..., Site]]:
    """Opens sites: what one says, or what each of its paths says."""
    with ExitStack() as stack:

        def opened(says: Says | dict[str, Says], certificate: Path | None = None) -> Site:
            made = Site(says if isinstance(says, dict) else {"/": says}, certificate)
            stack.callback(made.server.close)
            return made

        yield opened
