"""Input and work that come too late: for a screen that has closed, or for a widget that was taken off the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._context import active_message_pump
from textual.await_complete import AwaitComplete
from textual.errors import NoWidget
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerFailed, active_worker

if TYPE_CHECKING:
    from typing import Any

    from textual.app import App
    from textual.events import MouseEvent
    from textual.screen import ScreenResultType


def close_once(screen: Screen[ScreenResultType]) -> None:
    """Has a screen ignore all but the first `dismiss`.

    Textual closes whatever is in front: a second click on a choice, faster than the first is worked off, would close
    the screen below too, or end the app where there is none.
    """
    close = screen.dismiss

    def close_in_front(result: ScreenResultType | None = None) -> AwaitComplete:
        return close(result) if screen.app.screen_stack[-1:] == [screen] else AwaitComplete()

    screen.dismiss = close_in_front  # type: ignore[method-assign]


def is_too_late(event: MouseEvent, screen: Screen[Any]) -> bool:
    """Returns True where the mouse is on a widget that was taken off the screen and is still to be seen there."""
    try:
        widget, _ = screen.get_widget_at(int(event.x), int(event.y))
    except NoWidget:
        return False
    return not widget.is_attached


def failed_too_late(error: Exception, app: App[Any]) -> bool:
    """Returns True where a closed screen or a removed widget failed: its reader neither sees nor misses it."""
    is_of_worker = isinstance(error, WorkerFailed)
    node = active_worker.get().node if is_of_worker else active_message_pump.get(None)
    if not isinstance(node, Widget):
        return False
    screen = next((each for each in node.ancestors_with_self if isinstance(each, Screen)), None)
    return screen not in app.screen_stack or not node.is_attached
