"""Runs jobs that wait for servers, several at once. No host gets more than its share, and no job stops another.

Each job has a thread of its own, started while the caller takes results. A result that was not taken counts as
running, so results never pile up.
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
class Finished(Generic[J, R]):
    """A job with its result, or with the error that it raised."""

    job: J
    result: R | Exception


def run_per_host(
    jobs: Iterable[J],
    work: Callable[[J], R],
    host: Callable[[J], str],
    *,
    is_cancelled: Callable[[], bool],
    most: int = 12,
    most_a_host: int = 2,
) -> Iterator[Finished[J, R]]:
    """Yields finished jobs as they finish. Starts them in their order, as far as their hosts allow.

    work: called in a thread. It should check `is_cancelled` too: once that is true nothing more is yielded or started,
    and work that still runs is left alone.
    most, most_a_host: jobs at once, in all and for each host.
    """
    waiting: dict[str, deque[J]] = {}
    for job in jobs:
        waiting.setdefault(host(job), deque()).append(job)
    running: Counter[str] = Counter()
    finished: queue.SimpleQueue[tuple[str, Finished[J, R]]] = queue.SimpleQueue()

    def run(job: J, at: str) -> None:
        finished.put((at, _finished(job, work)))

    while (waiting or running.total()) and not is_cancelled():
        for job, at in _startable(waiting, running, most, most_a_host):
            threading.Thread(target=run, args=(job, at), name=f"fetch {at}", daemon=True).start()
        try:
            at, job_result = finished.get(timeout=MOMENT)
        except queue.Empty:
            continue
        yield job_result
        running[at] -= 1
        if not running[at]:
            del running[at]


def _startable(
    waiting: dict[str, deque[J]], running: Counter[str], most: int, most_a_host: int
) -> Iterator[tuple[J, str]]:
    """Yields the next jobs that may start, and counts them as running."""
    for host in list(waiting):
        while running.total() < most and running[host] < most_a_host and host in waiting:
            job = waiting[host].popleft()
            if not waiting[host]:
                del waiting[host]
            running[host] += 1
            yield job, host
        if running.total() >= most:
            return


def _finished(job: J, work: Callable[[J], R]) -> Finished[J, R]:
    try:
        return Finished(job, work(job))
    except Exception as error:  # noqa: BLE001  (not handled here but carried over to the caller)
        return Finished(job, error)
