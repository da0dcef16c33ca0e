"""Keys in turn: what is typed faster than newstui answers waits, so that each key goes where the one before it led.

Textual hands a key to the widget that has the focus when it comes. A key that is typed right after one that opens a
panel would go to the list below, and act there; one right after a key whose answer a thread looks for would act on
what is shown before that. Work that the next key depends on is named by `keys_wait_for`.
"""

from __future__ import annotations

import asyncio
from collections import deque
from itertools import count
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.events import Key, Paste
from textual.widgets import Input

from newstui.ui.keys.typed_ahead import TypedAhead
from newstui.ui.memory import Tidying

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import App
    from textual.dom import DOMNode
    from textual.events import Event
    from textual.message_pump import MessagePump
    from textual.worker import Worker

_ROUNDS = 80
"""Looks at what is still to be answered before a key is handed on all the same."""
_PROMPT_ROUNDS = 40
"""Looks without a pause; those after them wait a little, for what comes with the next frame."""
_PAUSE_SECONDS = 0.002
_LEAVING = {"escape", "ctrl+q", "ctrl+c"}
"""Keys by which a reader leaves what takes too long."""
_PATIENCE_SECONDS = 0.5
"""With a key that leaves, no key waits longer than this for a thread; those before it are dropped then."""
_EDITING = {key for binding in Input.BINDINGS for key in str(getattr(binding, "key", "")).split(",")} - {"enter"}


class _Awaited(NamedTuple):
    """Work in a thread that answers a key."""

    worker: Worker[Any]
    is_answered: Callable[[], bool]
    """Returns True once the answer is shown, although the work goes on."""
    is_enough: Callable[[Key], bool]
    """Returns True for a key whose reader sees all that it needs before the whole answer is there."""
    concerns: Callable[[Key | Paste], bool]
    """Returns True for a key that depends on the answer."""

    @property
    def is_over(self) -> bool:
        """True where nothing more is waited for. Textual calls a worker running that was cancelled before it began."""
        return self.worker.is_finished or self.worker.is_cancelled or self.is_answered()


def keys_wait_for(
    app: App[Any],
    worker: Worker[Any],
    *,
    is_answered: Callable[[], bool] = lambda: False,
    is_enough: Callable[[Key], bool] = lambda key: False,
    concerns: Callable[[Key | Paste], bool] = lambda event: True,
) -> None:
    """Has the keys that follow wait for what a worker does.

    is_answered: returns True once they need not wait although the worker goes on.
    is_enough: returns True for a key that goes on at once with what is shown. A key that came before that was shown
    waits for the whole answer: its reader cannot have meant a part.
    concerns: returns False for a key that never needs to wait.
    """
    if isinstance(keys := getattr(app, "keys_in_turn", None), KeysInTurn):
        keys.wait_for(_Awaited(worker, is_answered, is_enough, concerns))


def answer_in_thread(
    node: DOMNode,
    work: Callable[[], object],
    *,
    group: str,
    exclusive: bool = True,
    is_enough: Callable[[Key], bool] = lambda key: False,
) -> None:
    """Runs the work that answers a key in a thread; the keys that follow wait for it, as `keys_wait_for` says.

    exclusive: ends work of the same group that goes on.
    """
    worker = node.run_worker(work, thread=True, exclusive=exclusive, group=group, exit_on_error=False)
    keys_wait_for(node.app, worker, is_enough=is_enough)


class KeysInTurn:
    """Holds keys back until those before them are answered."""

    def __init__(self, app: App[Any], typed_ahead: TypedAhead | None = None) -> None:
        """`typed_ahead` is shared with the app that opens after this one, and gives what was typed before it."""
        self._app = app
        self.typed_ahead = typed_ahead or TypedAhead()
        self._waiting: deque[Key | Paste] = deque()
        self._handed_on: Event | None = None
        self._is_at_work = False
        self._awaited: list[_Awaited] = []
        self._tidying = Tidying()

    def wait_for(self, awaited: _Awaited) -> None:
        """Has keys wait, as `keys_wait_for` says."""
        self._awaited = [each for each in self._awaited if not each.is_over]
        self._awaited.append(awaited)

    def holds(self, event: Key | Paste) -> bool:
        """Returns True for a key or a pasted text that came too early: it comes again in its turn."""
        self._tidying.key_came()
        if self.typed_ahead.is_kept:
            self.typed_ahead.add(event)
            return True
        if event is self._handed_on:
            self._handed_on = None
            return False
        if not self._is_at_work and self._is_answered(event, is_of_now=True):
            return False
        self._waiting.append(event)
        if not self._is_at_work:
            self._is_at_work = True
            # Not `self._hand_on()`: a program that ends now would say that nobody waited for it.
            self._app.run_worker(self._hand_on, group="keys")  # type: ignore[arg-type]  # Textual's types say too little
        return True

    def keep(self) -> None:
        """Keeps the keys that wait, and all that come, for the next app."""
        self.typed_ahead.keep(self._waiting)
        self._waiting.clear()

    async def _hand_on(self) -> None:
        try:
            while self._waiting:
                patient_until = monotonic() + _PATIENCE_SECONDS
                for number in count():
                    await asyncio.sleep(0 if number < _PROMPT_ROUNDS else _PAUSE_SECONDS)
                    if not self._waiting:  # they are for the next app
                        return
                    if monotonic() > patient_until and any(map(_is_leaving, self._waiting)):
                        self._give_up()
                    event = self._waiting[0]
                    if self._is_answered(event) or (
                        number > _ROUNDS and self._app.screen.is_mounted and not self._is_awaited(event)
                    ):
                        break
                self._handed_on = self._waiting.popleft()
                self._app.post_message(self._handed_on)
        finally:
            self._is_at_work = False

    def _give_up(self) -> None:
        """Drops the keys before one that leaves, where they wait for a thread."""
        if self._is_awaited(self._waiting[0]):
            for each in self._awaited:
                each.worker.cancel()
            while not _is_leaving(self._waiting[0]):
                self._waiting.popleft()

    def _is_awaited(self, event: Key | Paste, *, is_of_now: bool = False) -> bool:
        """Returns True where a thread works on the answer to a key before this one. What is typed does not wait.

        is_of_now: True for a key that comes this moment, whose reader sees what is shown.
        """
        if not self._awaited:
            return False
        is_of_field = isinstance(event, Paste) or event.is_printable or event.key in _EDITING
        if is_of_field and isinstance(self._app.focused, Input):
            return False
        seeing = event if is_of_now and isinstance(event, Key) else None
        return any(
            not (each.is_over or (seeing and each.is_enough(seeing))) and each.concerns(event) for each in self._awaited
        )

    def _is_answered(self, event: Key | Paste, *, is_of_now: bool = False) -> bool:
        """Returns True where nothing is under way that may open a screen, move the focus, or show another list."""
        screen = self._app.screen
        if not screen.is_mounted or screen._callbacks or self._is_awaited(event, is_of_now=is_of_now):
            return False
        return all(pump._message_queue.empty() and not pump._next_callbacks for pump in self._pumps())

    def _pumps(self) -> Iterator[MessagePump]:
        """Gives everything that an answer to a key leads through, as the list below a field that has the keys."""
        yield from self._app.screen_stack
        yield self._app
        yield from self._app.screen.walk_children()


def _is_leaving(event: Key | Paste) -> bool:
    return isinstance(event, Key) and event.key in _LEAVING
