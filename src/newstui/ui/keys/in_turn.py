"""Keys in turn: what is typed faster than newstui answers waits, so that each key goes where the one before it led.

Textual hands a key to the widget that has the focus when it comes. A key that is typed right after one that opens a
panel would go to the list below, and act there.
"""

from __future__ import annotations

import asyncio
from collections import deque
from itertools import count
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from textual.app import App
    from textual.events import Event
    from textual.message_pump import MessagePump

_ROUNDS = 80
"""Looks at what is still to be answered before a key is handed on all the same."""
_PROMPT_ROUNDS = 40
"""Looks without a pause; those after them wait a little, for what comes with the next frame."""
_PAUSE_SECONDS = 0.002


class KeysInTurn:
    """Holds keys back until those before them are answered."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[Event] = deque()
        self._handed_on: Event | None = None
        self._is_at_work = False

    def holds(self, event: Event) -> bool:
        """Returns True for a key or a pasted text that came too early: it comes again in its turn."""
        if event is self._handed_on:
            self._handed_on = None
            return False
        if not self._is_at_work and self._is_answered():
            return False
        self._waiting.append(event)
        if not self._is_at_work:
            self._is_at_work = True
            self._app.run_worker(self._hand_on(), group="keys")
        return True

    async def _hand_on(self) -> None:
        try:
            while self._waiting:
                for number in count():
                    await asyncio.sleep(0 if number < _PROMPT_ROUNDS else _PAUSE_SECONDS)
                    if self._is_answered() or (
                        number > _ROUNDS and self._app.screen.is_mounted and not self._is_awaited
                    ):
                        break
                self._handed_on = self._waiting.popleft()
                self._app.post_message(self._handed_on)
        finally:
            self._is_at_work = False

    @property
    def _is_awaited(self) -> bool:
        """True while a thread works on the answer to the last key."""
        return getattr(self._app.screen, "answer_due", 0.0) > monotonic()

    def _is_answered(self) -> bool:
        """Returns True where nothing is under way that may open a screen or move the focus."""
        screen = self._app.screen
        if not screen.is_mounted or screen._callbacks or self._is_awaited:
            return False
        return all(pump._message_queue.empty() and not pump._next_callbacks for pump in self._pumps())

    def _pumps(self) -> Iterator[MessagePump]:
        """Gives everything that an answer to a key leads through."""
        yield from self._app.screen_stack
        yield self._app
        node: MessagePump | None = self._app.focused
        while node is not None and node is not self._app.screen:
            yield node
            node = node._parent
