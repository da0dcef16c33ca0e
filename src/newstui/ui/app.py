"""The app: it owns the desk, the work behind it and signals. Screens own what is seen."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.command import CommandPalette
from textual.events import Key, MouseEvent, Paste
from textual.screen import Screen
from textual.theme import ThemeProvider
from textual.worker import WorkerCancelled

from newstui.domain.errors import NewstuiError, StorageError
from newstui.domain.marks.origin import WINDOW
from newstui.domain.settings import DWELL_SECONDS
from newstui.services.desk import Desk
from newstui.services.search.listing_loader import FIRST_HITS
from newstui.services.tasks.queue import TaskQueue
from newstui.services.tasks.upkeep import Upkeep
from newstui.ui.errors import toast
from newstui.ui.keys.bindings import APP, key_name
from newstui.ui.keys.in_turn import KeysInTurn
from newstui.ui.screens.browse.screen import BrowserScreen
from newstui.ui.screens.late_input import close_once, failed_too_late, is_too_late
from newstui.ui.themed_app import ThemedApp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextvars import Context
    from pathlib import Path

    from rich.console import RenderableType
    from textual.app import SystemCommand
    from textual.binding import Binding, BindingType
    from textual.driver import Driver
    from textual.events import Event

    from newstui.domain.marks.change import Change
    from newstui.domain.settings import Settings
    from newstui.services.tasks.results import TaskResult
    from newstui.services.which_library import Paths
    from newstui.ui.keys.typed_ahead import TypedAhead

_LOADED_SECONDS = 1.0
"""After so long what reads and sets articles is loaded too."""


class NewstuiApp(ThemedApp):
    """Opens on one library."""

    TITLE = "newstui"
    BINDINGS: ClassVar[list[BindingType]] = [*APP]
    _why_unsaved = "the disk refuses to be written"

    def __init__(
        self,
        paths: Paths,
        library: Path,
        settings: Settings,
        *,
        intake: Path | None = None,
        notice: str = "",
        on_ready: Callable[[], None] = lambda: None,
        driver_class: type[Driver] | None = None,
        typed_ahead: TypedAhead | None = None,
        first_hits: int = FIRST_HITS,
        dwell_seconds: float = DWELL_SECONDS,
    ) -> None:
        """Opens a library.

        `intake`: where new articles go, if that is another one; `notice`: a sentence for the reader; `on_ready`: called
        when the screen is there, and soon again; `typed_ahead`: of KeysInTurn; the others: of BrowserScreen.
        """
        super().__init__(driver_class)
        self.desk = Desk(paths, library, label=WINDOW, on_saved=self._changes_saved, on_unsaved=self._changes_unsaved)
        self.settings, self.intake = settings, intake or library
        """`intake` is the library that new articles go to."""
        self.unsaved = ""
        """Why the last changes could not be written; empty where they are."""
        self.reopen: Path | None = None
        """Another library to open as soon as the app has ended: the reader's own or the samples."""
        self.reopen_notice = ""
        self.keys_in_turn = KeysInTurn(self, typed_ahead)
        self._notice, self._on_ready = notice, on_ready
        self._browser: BrowserScreen | None = None
        self._textual_context: Context | None = None
        """The context variables that Textual's timers and workers look for, whichever thread starts them."""
        self._upkeep = self._make_upkeep()
        self._tasks = self._make_tasks()
        self._make_browser = partial(BrowserScreen, first_hits=first_hits, dwell_seconds=dwell_seconds)
        session = self.desk.session()
        self.choose_theme(session.theme, settings.theme, was_light=session.is_light)

    def _make_upkeep(self) -> Upkeep:
        return Upkeep(
            self.desk,
            on_activity=lambda text: self._in_app(lambda screen: screen.browser.show_activity(text)),
            on_library_changed=lambda: self._in_app(BrowserScreen.library_changed),
            on_marks_changed=lambda: self._in_app(lambda screen: screen.marking.changed()),
            on_error=self._show_error,
            is_task_indexing=self._is_task_indexing,
        )

    def _make_tasks(self) -> TaskQueue:
        return TaskQueue(
            self.desk,
            self.intake,
            is_ready=self._upkeep.settled.wait,
            on_activity=lambda activity: self._in_app(lambda screen: screen.intake.show_task(activity)),
            on_end=self._task_ended,
            on_error=self._show_error,
            discard=self.settings.discard,
        )

    def get_default_screen(self) -> Screen[None]:
        self._browser = self._make_browser(self.desk, self.settings, self._tasks)
        return self._browser

    def on_mount(self) -> None:
        self._textual_context = copy_context()
        if self.settings.keys:
            from newstui.ui.keys.validate import usable_keys  # most readers change no keys

            self.set_keymap(usable_keys(self.settings.keys)[0])
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self._end_on_signals()
        self.call_after_refresh(self._start_work)
        if self.settings.sync_every:
            self.set_interval(self.settings.sync_every * 60, self._sync)

    def _start_work(self) -> None:
        """Starts the work that the first paint does not wait for."""
        self._on_ready()
        self.set_timer(_LOADED_SECONDS, self._on_ready)
        self._upkeep.start()
        if self.settings.sync_on_start:
            self._sync()
        if self._notice and self._browser is not None:
            self._browser.notice(self._notice)
        from newstui.ui.keys.validate import mistakes  # the first paint does not wait for it

        for mistake in mistakes(self.settings):
            self._show_error(f"config.toml: {mistake.sentence}", mistake.hint)

    def _sync(self) -> None:
        """Fetches the feeds because the settings ask for it: newstui never uses the network by itself."""
        if self._browser is not None:
            self._tasks.sync(is_quiet=True)

    def _is_task_indexing(self) -> bool:
        """Returns True while the process of a task brings what it fetches into the catalogue."""
        return self._tasks.is_busy and self.intake == self.desk.library.root and self.desk.index.is_shared

    async def settled(self) -> None:
        """Returns when the catalogue is in line with disk and the list shows it: for tests and pictures."""
        await asyncio.to_thread(self._upkeep.settled.wait, 60)
        for worker in list(self.workers):
            with suppress(WorkerCancelled):  # a newer one took its place
                await worker.wait()

    # The end

    def _end_on_signals(self) -> None:
        from newstui.ui.terminal.signals import end_on_signals

        end_on_signals(lambda number: self.exit(return_code=128 + number), self._put_right)

    def _put_right(self) -> None:
        """Puts marks on disk and the terminal as it was, in a thread: the event loop is stuck."""
        self.desk.flush()
        if self._driver is not None:
            self._driver.stop_application_mode()
            self._driver.close()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Ends the app. Every way out leads through here: where the reader is goes to disk first."""
        if self._browser is not None and not self._exit:
            try:
                self._browser.article.leave()
            except NewstuiError as error:
                self.unsaved = str(error)
        super().exit(result, return_code, message)

    async def on_unmount(self) -> None:
        self._tasks.close()
        self._upkeep.stop()
        if not self.desk.close():
            self.unsaved = self._why_unsaved  # marks count more than the place in the article

    # Reports from other threads

    def _in_app(self, act: Callable[[BrowserScreen], object]) -> None:
        """Has the app's own thread act on the browser screen, unless the app has ended."""
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop is closed
                self._loop.call_soon_threadsafe(self._act, act, context=self._textual_context)

    def _act(self, act: Callable[[BrowserScreen], object]) -> None:
        """Acts, unless the screen is gone: a report may arrive after it."""
        if self._browser is not None and self._browser.is_running and not self._exit:
            act(self._browser)

    def _task_ended(self, result: TaskResult) -> None:
        self._in_app(lambda screen: screen.intake.show_result(result))
        if self.intake == self.desk.library.root:
            self._upkeep.look_now()
        elif not result.feeds:  # else the question comes first, and its answer leads here again
            self._in_app(lambda screen: screen.browser.when_free(partial(self._open_intake, result.message)))

    def _open_intake(self, message: str) -> None:
        """Opens the reader's own library in place of the samples, once there is something in it."""
        with suppress(OSError):
            if any(self.intake.iterdir()):
                self.reopen, self.reopen_notice = self.intake, f"This is your own library now. {message}".strip()
                self.exit()

    def go_on_to(self, library: Path, notice: str = "") -> None:
        """Opens another library in place of this one as the reader asks: what is typed from now on is for that one."""
        self.keys_in_turn.keep()
        self.reopen, self.reopen_notice = library, notice
        self.exit()

    def _changes_saved(self, changes: Sequence[Change]) -> None:
        self._in_app(lambda screen: screen.changes_saved(changes))

    def _changes_unsaved(self, error: StorageError) -> None:
        self._why_unsaved = str(error)
        self._show_error(f"not saved yet: {error}", error.hint)

    def _show_error(self, message: str, hint: str) -> None:
        self._in_app(lambda screen: toast(self, message, hint))

    # Input and screens

    async def on_event(self, event: Event) -> None:
        if self.screen_stack:
            if isinstance(event, MouseEvent) and is_too_late(event, self.screen):
                return
            if isinstance(event, (Key, Paste)) and not event.is_forwarded and self.keys_in_turn.holds(event):
                return
        await super().on_event(event)

    def _handle_exception(self, error: Exception) -> None:
        """Ends the app with a report of a bug, except where the reader cannot see what fails any more."""
        if not failed_too_late(error, self):
            super()._handle_exception(error)

    def push_screen(self, screen: Any, *arguments: Any, **more: Any) -> Any:
        if isinstance(screen, Screen):
            close_once(screen)
            self.read_styles_of_what_opens()
        return super().push_screen(screen, *arguments, **more)

    # The command palette

    def action_command_palette(self) -> None:
        from newstui.ui.screens.panels.palette import Palette

        if not any(isinstance(screen, CommandPalette) for screen in self.screen_stack):
            self.push_screen(Palette(id="--command-palette"))

    def search_themes(self) -> None:
        from newstui.ui.screens.panels.palette import Palette

        self.push_screen(Palette(providers=[ThemeProvider], placeholder="Search for themes…"))

    def get_key_display(self, binding: Binding) -> str:
        return binding.key_display or ("⏎" if binding.key == "enter" else key_name(binding.key))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        from newstui.ui.system_commands import system_commands

        own = None if self.desk.library.root == self.intake else self.intake
        return system_commands(self, screen, own, self.go_on_to)
