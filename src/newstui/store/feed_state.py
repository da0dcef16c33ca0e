"""The state of each feed between two fetches, a file each. If it is lost, the feed is fetched whole once more."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from newstui.domain.digest import blake2b
from newstui.domain.text.clean import one_line
from newstui.store.atomic import make_folder, write_atomically
from newstui.store.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


MOST_SEEN = 10_000
"""The number of entries remembered beyond those a feed has now: otherwise each fetch would cost more every year."""


class Seen(NamedTuple):
    """An entry that a feed had."""

    id: str
    """The id of its article."""
    digest: str
    """A digest of all of it."""
    likeness: str = ""
    """A digest of what stays when only its guid or the notation of its address is another; empty: not known."""
    published: str = ""
    """The moment that it gives for itself; empty where it gives none."""


@dataclass(frozen=True, slots=True)
class FeedState:
    """The state of one feed."""

    title: str = ""
    """Its own name for itself."""
    site: str = ""
    etag: str = ""
    last_modified: str = ""
    digest: str = ""
    """A digest of the last body: some servers never say that nothing changed."""
    checked: datetime | None = None
    """The time of the last fetch, aware."""
    not_before: datetime | None = None
    """The earliest time at which its server allows the next fetch, aware."""
    error: str = ""
    """The error of the last fetch in words; empty where there was none."""
    failures: int = 0
    """Failed fetches in a row."""
    seen: dict[str, Seen] = field(default_factory=dict)
    """Key of each entry → what it was. An article whose owner removed it does not come back."""
    has_changing_guids: bool = False
    """True where the entries that came again last had other guids each."""
    pictures: tuple[str, ...] = ()
    """The ids of the articles whose pictures are still to be fetched."""

    def with_seen(self, seen: dict[str, Seen], present: Collection[str], most: int = MOST_SEEN) -> FeedState:
        """Returns the state with these entries, in order of age, without the oldest that are not `present` in the feed.

        most: the number of entries to keep, unless more are present.
        """
        past = [entry for entry in seen if entry not in present]
        for entry in past[: max(0, len(seen) - most)]:
            del seen[entry]
        return replace(self, seen=seen)


def read_state(folder: Path, feed: str) -> FeedState:
    """Returns the state of a feed by its first address; an empty one where the file is missing or makes no sense."""
    try:
        table = json.loads(read_plain(folder / _name(feed)))
    except (OSError, ValueError, RecursionError):
        return FeedState()
    return _state(table) if isinstance(table, dict) else FeedState()


def state_written(folder: Path, feed: str) -> int:
    """Returns when the state of a feed was last written, in ns since 1970; 0 where there is none."""
    try:
        return (folder / _name(feed)).stat().st_mtime_ns
    except OSError:
        return 0


def states_written(folder: Path) -> int:
    """Returns when the state of any feed was last written, in ns since 1970; 0 where there is none."""
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0


def write_state(folder: Path, feed: str, state: FeedState) -> None:
    """Saves the state of a feed by its first address. Raises StorageError."""
    table = {
        "feed": feed, "title": state.title, "site": state.site, "etag": state.etag,
        "last_modified": state.last_modified, "digest": state.digest, "checked": _written(state.checked),
        "not_before": _written(state.not_before), "error": state.error, "failures": state.failures, "seen": state.seen,
        "pictures": state.pictures, "has_changing_guids": state.has_changing_guids,
    }  # fmt: skip
    make_folder(folder)
    write_atomically(folder / _name(feed), json.dumps(table).encode())


def _name(feed: str) -> str:
    return f"{blake2b(feed.encode('utf-8', 'surrogatepass'), digest_size=10).hexdigest()}.json"


def _state(table: dict[str, Any]) -> FeedState:
    def text(name: str) -> str:
        value = table.get(name)
        return one_line(value) if isinstance(value, str) else ""

    failures, seen, pictures = table.get("failures"), table.get("seen"), table.get("pictures")
    return FeedState(
        title=text("title"), site=text("site"), etag=text("etag"), last_modified=text("last_modified"),
        digest=text("digest"), checked=_moment(table.get("checked")), not_before=_moment(table.get("not_before")),
        error=text("error"), failures=failures if type(failures) is int and failures >= 0 else 0,
        seen={
            entry: Seen(*texts)
            for entry, texts in (seen.items() if isinstance(seen, dict) else ())
            if isinstance(texts, list) and 2 <= len(texts) <= 4 and all(isinstance(text, str) for text in texts)
        },
        pictures=tuple(id_ for id_ in pictures if isinstance(id_, str)) if isinstance(pictures, list) else (),
        has_changing_guids=table.get("has_changing_guids") is True,
    )  # fmt: skip


def _written(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(value: object) -> datetime | None:
    if isinstance(value, str):
        with suppress(ValueError):
            moment = datetime.fromisoformat(value)
            return moment if moment.tzinfo else None
    return None
