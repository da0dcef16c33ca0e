"""Failures of a sync, by server: a server that is away is one line, however many of its pages were asked for."""

from __future__ import annotations

from typing import NamedTuple

from newstui.domain.urls import server_of, without_login
from newstui.services.events import Event, FeedChecked, Skipped


class _Failure(NamedTuple):
    name: str
    """The title of a feed, the address of a page, the name of anything else."""
    reason: str
    kind: str
    """`feed` or `page`; empty for anything else."""


class Failures:
    """Collects what failed, in order of the first failure of each server."""

    def __init__(self) -> None:
        self._by_server: dict[str, list[_Failure]] = {}

    def __bool__(self) -> bool:
        return bool(self._by_server)

    def add(self, event: Event) -> None:
        """Counts an event, if it is a failure."""
        if isinstance(event, FeedChecked) and event.error:
            self._put(server_of(event.feed), _Failure(event.title, event.error, "feed"))
        elif isinstance(event, Skipped) and not event.is_expected:
            server = server_of(event.path)
            self._put(server, _Failure(event.path, event.reason, "page" if server else ""))

    def lines(self, *, is_verbose: bool = False) -> list[str]:
        """Returns a sentence for each server, with the number and an example; all failures where `is_verbose`."""
        lines = []
        for server, failures in self._by_server.items():
            if is_verbose or len(failures) == 1:
                lines += [_sentence(failure) for failure in failures]
            else:
                lines.append(f"{server}: {_numbers(failures)}, for instance {_sentence(failures[0])}")
        return lines

    def _put(self, server: str, failure: _Failure) -> None:
        self._by_server.setdefault(server or failure.name, []).append(failure)


def _sentence(failure: _Failure) -> str:
    is_named = failure.reason.startswith(failure.name)
    return without_login(failure.reason if is_named else f"{failure.name}: {failure.reason}")


def _numbers(failures: list[_Failure]) -> str:
    """Returns, for instance, `2 feeds and 1 page could not be fetched`."""
    counts = {kind: sum(failure.kind == kind for failure in failures) for kind in ("feed", "page")}
    parts = [f"{number:,} {kind}{'s' * (number != 1)}" for kind, number in counts.items() if number]
    return f"{' and '.join(parts)} could not be fetched" if parts else f"{len(failures)} failures"
