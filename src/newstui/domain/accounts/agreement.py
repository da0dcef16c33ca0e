"""The way in which this library and a server come to agree about one field of one article. Nothing here asks or writes.

There is no list of marks to send. A mark is unsent while the reader's last change of the field is newer than what both
sides agreed on; so a kill at any point, or sending twice, changes nothing. Two rules keep marks from jumping back: a
change that came from the server is never sent there again, and a change that the reader made after the server was
asked waits for the next round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newstui.domain.marks.change import Stamp

Step = Literal["agree", "hear", "send", "wait"]
"""Both sides are the same · the server's value counts here · ours counts there · the next round decides."""

_FEW_STARS, _SHARE_OF_STARS = 5, 0.1
"""Stars that may vanish at once without a question: so many, or this share of them."""


class Local(NamedTuple):
    """A field as it is here."""

    value: bool = False
    stamp: Stamp | None = None
    """The change that says so; None where the field was never changed."""
    is_heard: bool = False
    """True where that change came from the same account."""


class Agreed(NamedTuple):
    """A value that both sides had."""

    value: bool
    stamp: Stamp | None
    """The change that said so here at that time."""
    at: int
    """The time of the agreement, µs since 1970."""


UNTOUCHED = Local()
NEVER_SET = Agreed(False, None, 0)
"""The agreement about a field that was set on neither side when both met."""


def is_unsent(local: Local, agreed: Agreed | None) -> bool:
    """Returns True where the reader changed the field here since both sides agreed."""
    if local.stamp is None or local.is_heard:
        return False
    return agreed is None or agreed.stamp is None or local.stamp > agreed.stamp


def meet(field: str, local: Local, agreed: Agreed | None, remote: bool, asked: int) -> tuple[Step, bool]:
    """Returns (what is to be done, the value that counts).

    agreed: None at the first meeting: stars and labels of both sides are kept, and `read` is the reader's own word,
    else theirs. asked: when the server was asked, µs since 1970.
    """
    if agreed is None and field != "read":
        wanted = local.value or remote
    else:
        wanted = local.value if is_unsent(local, agreed) else remote
    if local.value == remote:
        return "agree", wanted
    if wanted == local.value:
        return "send", wanted
    return ("wait" if local.stamp is not None and local.stamp.at >= asked else "hear"), wanted


def heard_at(local: Local, agreed: Agreed | None, *, before: int, asked: int) -> int:
    """Returns the time that the server's value gets here, µs since 1970: the earliest at which it can have changed.

    So whatever the reader did on another machine since then counts there and here, even if that is not known yet.
    before: when a round last ended.
    """
    if agreed is None:
        return asked
    return max(before, agreed.at, local.stamp.at if local.stamp else 0) + 1


def agreed_on(field: str, fields: Mapping[str, Agreed] | None) -> Agreed | None:
    """Returns what was agreed about a field of an article; None where both sides have not met about the article.

    fields: what was agreed about it, if they have met.
    """
    return fields.get(field, NEVER_SET) if fields else None


def shown(agreed: Agreed | None, sent: Agreed | None, *, remote: bool) -> Agreed | None:
    """Returns what was agreed, or what was sent since, where the server shows it: a kill may have come between."""
    if sent is not None and sent.value == remote and (agreed is None or sent.at > agreed.at):
        return sent
    return agreed


def newest(agreements: Sequence[Agreed]) -> Agreed:
    """Returns the latest of what several machines agreed on with the server."""
    return max(agreements, key=lambda each: each.at)


def is_restored(known: Sequence[str], listed: Sequence[str]) -> bool:
    """Returns True where a server has lost its latest articles: somebody put it back to a backup.

    known: the ids of which this machine knows; listed: all that are there now.
    """
    return bool(known) and bool(listed) and max(map(_number, listed)) < max(map(_number, known))


def loses_many_stars(vanishing: int, stars: int) -> bool:
    """Returns True where so many bookmarks would go at once that the reader has to be asked."""
    return vanishing > max(_FEW_STARS, _SHARE_OF_STARS * stars)


def merged(machines: Sequence[Mapping[str, Mapping[str, Agreed]]]) -> dict[str, dict[str, Agreed]]:
    """Returns article → field → what was agreed last, over all machines."""
    together: dict[str, dict[str, Agreed]] = {}
    for machine in machines:
        for article, fields in machine.items():
            known = together.setdefault(article, {})
            for field, agreed in fields.items():
                known[field] = newest((agreed, known[field])) if field in known else agreed
    return together


def _number(id_: str) -> int:
    return int(id_) if id_.isdecimal() and len(id_) < 30 else 0
