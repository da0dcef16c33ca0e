"""Jobs that wait for other machines, side by side. One rule: no host gets more than its share; no job stops another.

Each job has a thread of its own; the caller, who takes the results, starts them. So what has come but was not taken
counts as running: results never pile up.
"""

from __future__ import annotations

import queue
import threading
from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from newstui.net.deadline import MOMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

J = TypeVar("J")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Ended(Generic[J, R]):
    """A job and what came of it: what the work gave, or what it raised."""

    job: J
    result: R | Exception


def side_by_side(
    jobs: Iterable[J],
    work: Callable[[J], R],
    host: Callable[[J], str],
    *,
    is_cancelled: Callable[[], bool],
    most: int = 12,
    most_a_host: int = 2,
) -> Iterator[Ended[J, R]]:
    """What comes of the jobs, as it comes. Begins them in their order, as far as each one's host allows.

    work: called in a thread. Let it look at `is_cancelled` too: once that is true nothing more is given or begun, and
    work that still runs is left to itself.
    """
    waiting: dict[str, deque[J]] = {}
    for job in jobs:
        waiting.setdefault(host(job), deque()).append(job)
    running: Counter[str] = Counter()
    come: queue.SimpleQueue[tuple[str, Ended[J, R]]] = queue.SimpleQueue()

    def run(job: J, at: str) -> None:
        come.put((at, _ended(job, work)))

    while (waiting or running.total()) and not is_cancelled():
        for job, at in _startable(waiting, running, most, most_a_host):
            threading.Thread(target=run, args=(job, at), name=f"fetch {at}", daemon=True).start()
        try:
            at, ended = come.get(timeout=MOMENT)
        except queue.Empty:
            continue
        yield ended
        running[at] -= 1
        if not running[at]:
            del running[at]


def _startable(
    waiting: dict[str, deque[J]], running: Counter[str], most: int, most_a_host: int
) -> Iterator[tuple[J, str]]:
    """Takes the next jobs from those that wait, and counts them as running."""
    for host in list(waiting):
        while running.total() < most and running[host] < most_a_host and host in waiting:
            job = waiting[host].popleft()
            if not waiting[host]:
                del waiting[host]
            running[host] += 1
            yield job, host
        if running.total() >= most:
            return


def _ended(job: J, work: Callable[[J], R]) -> Ended[J, R]:
    try:
        return Ended(job, work(job))
    except Exception as error:  # noqa: BLE001  (not handled here but carried over to whoever takes the results)
        return Ended(job, error)
