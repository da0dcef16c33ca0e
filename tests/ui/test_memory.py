"""Garbage is collected between keys, and memory of large blocks goes back to the system."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newstui.ui.memory import Tidying, is_untidy, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_READ_IN_COPIES = """
from newstui.ui.memory import settle
def megabytes():
    return int(open("/proc/self/status").read().partition("VmRSS:")[2].split()[0]) / 1024
settle()
before, first = megabytes(), bytes(30_000_000)
del first
copies = [b"x" * 4_000_000 for _ in range(10)]
kept = copies[-1]
del copies
print(megabytes() - before)
"""


class _Cycle:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def unsettled() -> Iterator[None]:
    """As Python starts, whatever a test did before this one."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


@pytest.fixture
def settled(unsettled: None) -> None:
    gc.unfreeze()  # the tests themselves keep what they made out of it, too
    gc.disable()
    settle()


def _collect_younger(times: int) -> None:
    for _ in range(times):
        gc.collect(1)


@pytest.mark.usefixtures("unsettled")
def test_nothing_is_collected_before_the_screen_is_there() -> None:
    _collect_younger(30)
    assert not is_untidy()


@pytest.mark.usefixtures("settled")
def test_objects_made_at_the_start_are_never_searched_for_garbage_and_later_ones_seldom() -> None:
    assert gc.isenabled()
    assert gc.get_threshold()[0] > 700
    assert gc.get_freeze_count() > 10_000


@pytest.mark.usefixtures("settled")
def test_old_garbage_is_collected_once_no_key_comes() -> None:
    times = [10.0]
    planned: list[tuple[float, Callable[[], None]]] = []
    tidying = Tidying(lambda: times[0], lambda seconds, call: planned.append((seconds, call)))
    gc.collect()
    tidying.key_came()
    assert planned == []  # nothing is old yet
    garbage = weakref.ref(cycle := _Cycle())
    _collect_younger(2)
    del cycle
    tidying.key_came()
    tidying.key_came()
    ((seconds, tidy),) = planned
    times[0] += seconds / 2
    tidying.key_came()
    times[0] += seconds / 2
    tidy()
    assert garbage() is not None  # a key came meanwhile
    times[0] += planned[-1][0]
    planned[-1][1]()
    assert garbage() is None
    assert not is_untidy()
    assert len(planned) == 2


@pytest.mark.skipif(not Path("/lib/x86_64-linux-gnu/libc.so.6").exists(), reason="only GNU's C library keeps them")
def test_of_a_text_that_is_read_in_copies_one_stays() -> None:
    run = subprocess.run([sys.executable, "-c", _READ_IN_COPIES], capture_output=True, text=True, check=True)
    assert float(run.stdout) < 8
