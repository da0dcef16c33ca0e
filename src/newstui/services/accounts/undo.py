"""Takes back what the last sync brought from the servers of accounts. Articles stay; only marks change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.marks.origin import round_of

if TYPE_CHECKING:
    from newstui.domain.marks.change import Change
    from newstui.services.core.marks import Marks


def undo_sync(marks: Marks) -> list[Change]:
    """Returns the changes that take it back, which the next sync sends; empty where there is nothing to take back.

    A mark that was changed since stays as it is. Doing it again takes back the sync before.
    """
    history = marks.history()
    undone = {change.of for change in history if change.act == "undo"}
    heard = [(at, change) for change in history
             if change.stamp not in undone and (at := round_of(change.stamp.session)) is not None]  # fmt: skip
    last = max((at for at, _ in heard), default=0)
    return [reverse for at, change in heard if at == last and (reverse := marks.reverse(change)) is not None]
