"""Jobs go side by side, no host gets more than its share, and what goes wrong with one is no matter to the others."""

from __future__ import annotations

import threading
from collections import Counter

import pytest

from newstui.domain.errors import NewstuiError
from newstui.net.pool import Finished, run_per_host


def nobody() -> bool:
    return False


def host_of(job: str) -> str:
    return job[0]


class Crowd:
    """Work that goes on until it is let go, and counts who is at it."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.lock = threading.Lock()
        self.at_it: Counter[str] = Counter()
        self.most = 0
        self.most_a_host = 0
        self.begun = threading.Semaphore(0)

    def work(self, job: str) -> str:
        with self.lock:
            self.at_it[job[0]] += 1
            self.most = max(self.most, self.at_it.total())
            self.most_a_host = max(self.most_a_host, *self.at_it.values())
        self.begun.release()
        assert self.go.wait(20)
        with self.lock:
            self.at_it[job[0]] -= 1
        return job.upper()


def test_every_job_ends_once_whatever_its_order() -> None:
    jobs = [f"{host}{i}" for i in range(20) for host in "abc"]
    ended = list(run_per_host(jobs, str.upper, host_of, is_cancelled=nobody))
    assert sorted(each.job for each in ended) == sorted(jobs)
    assert all(each.result == each.job.upper() for each in ended)


def test_no_more_run_than_may_and_no_host_has_more_than_its_share() -> None:
    crowd = Crowd()
    jobs = [f"{host}{i}" for host in "abcdefgh" for i in range(4)]
    ended: list[Finished[str, str]] = []
    taker = threading.Thread(
        target=lambda: ended.extend(run_per_host(jobs, crowd.work, host_of, is_cancelled=nobody, most=6))
    )
    taker.start()
    for _ in range(6):
        assert crowd.begun.acquire(timeout=20)
    assert dict(crowd.at_it) == {"a": 2, "b": 2, "c": 2}
    crowd.go.set()
    taker.join(20)
    assert len(ended) == len(jobs)
    assert (crowd.most, crowd.most_a_host) == (6, 2)


def test_what_comes_first_is_given_first() -> None:
    slow = threading.Event()

    def work(job: str) -> str:
        if job == "a":
            assert slow.wait(20)
        return job

    come = run_per_host("ab", work, host_of, is_cancelled=nobody)
    assert next(come).job == "b"
    slow.set()
    assert next(come).job == "a"
    assert list(come) == []


def test_what_is_not_taken_yet_counts_as_running() -> None:
    begun = []

    def work(job: str) -> None:
        begun.append(job)

    come = run_per_host([f"{i:02}" for i in range(40)], work, str, is_cancelled=nobody, most=3)
    next(come)
    next(come)
    assert len(begun) <= 4
    assert len(list(come)) == 38


@pytest.mark.parametrize("error", [NewstuiError("no"), ValueError("a bug")])
def test_a_failure_is_the_result_of_its_own_job_alone(error: Exception) -> None:
    def work(job: str) -> str:
        if job == "b":
            raise error
        return job

    ended = {each.job: each.result for each in run_per_host("abc", work, host_of, is_cancelled=nobody)}
    assert ended == {"a": "a", "b": error, "c": "c"}


def test_cancelled_nothing_more_is_given_or_begun() -> None:
    crowd, cancelled = Crowd(), threading.Event()
    come = run_per_host([f"a{i}" for i in range(9)], crowd.work, host_of, is_cancelled=cancelled.is_set)
    taken = threading.Thread(target=lambda: list(come))
    taken.start()
    assert crowd.begun.acquire(timeout=20)
    cancelled.set()
    taken.join(20)
    assert not taken.is_alive()
    assert crowd.at_it.total() <= 2
    crowd.go.set()


def test_without_jobs_there_is_nothing_to_wait_for() -> None:
    assert list(run_per_host([], str.upper, host_of, is_cancelled=nobody)) == []
