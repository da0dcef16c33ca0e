"""The app: it owns the desk, the upkeep behind it, themes, signals and the last gate. What is seen is the screen's."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.worker import WorkerCancelled

from newstui.domain.errors import NewstuiError, StorageError
from newstui.services.desk import Desk
from newstui.services.search.listing_loader import FIRST_HITS
from newstui.services.tasks.queue import TaskQueue
from newstui.services.tasks.upkeep import Upkeep
from newstui.ui.errors import toast
from newstui.ui.keys.bindings import key_name
from newstui.ui.keys.validate import mistakes, usable_keys
from newstui.ui.screens.browse.article_controller import DWELL_SECONDS
from newstui.ui.screens.browse.screen import BrowserScreen
from newstui.ui.terminal.output_filter import NoColourFilter, OutputFilter
from newstui.ui.themes import OWN, variables_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextvars import Context

    from rich.console import RenderableType
    from textual.binding import BindingType
    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.screen import Screen
    from textual.theme import Theme

    from newstui.domain.marks.change import Change
    from newstui.domain.settings import Settings
    from newstui.services.tasks.results import TaskResult
    from newstui.store.paths import Paths

_STYLES = Path(__file__).parent / "styles"


class NewstuiApp(App[None]):
    """Opens on one library."""

    TITLE = "newstui"
    CSS_PATH: ClassVar[list[str | Path]] = [_STYLES / "browser.tcss", _STYLES / "roles.tcss"]  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="quit-anywhere"),
        Binding("ctrl+p", "command_palette", "All commands", show=False, priority=True, id="commands-anywhere"),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]

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
        first_hits: int = FIRST_HITS,
        dwell_seconds: float = DWELL_SECONDS,
    ) -> None:
        """Opens a library.

        `intake`: the library that new articles go to, if it is another one; `notice`: a sentence for the reader;
        `on_ready` is called once the screen is there; `first_hits` and `dwell_seconds`: as BrowserScreen takes them.
        """
        super().__init__(driver_class=driver_class)
        self.no_color = bool(os.environ.get("NO_COLOR"))  # Textual's own takes an empty one for one that is set
        self._output_filter = OutputFilter()
        self._no_colour_filter = NoColourFilter()
        self.desk = Desk(paths, library, on_saved=self._told, on_unsaved=self._failed)
        self.settings = settings
        self.unsaved = ""
        """Why the last changes could not be written, for whoever started the app."""
        self._intake = intake or library
        self.reopen: Path | None = None
        """Another library that whoever started the app is to open now, and say `told`."""
        self.told = ""
        self._notice = notice
        self._first_hits, self._dwell_seconds = first_hits, dwell_seconds
        self._on_ready = on_ready
        self._browser: BrowserScreen | None = None
        self._within: Context | None = None
        """What Textual's timers and workers look for, wherever they are begun from."""
        self._upkeep = Upkeep(
            self.desk,
            on_activity=lambda what: self._in_app(lambda screen: screen.browser.show_activity(what)),
            on_library_changed=lambda: self._in_app(BrowserScreen.library_changed),
            on_marks_changed=lambda: self._in_app(lambda screen: screen.marking.changed()),
            on_error=self._complain,
            is_task_indexing=self._is_task_indexing,
        )
        self._tasks = TaskQueue(
            self.desk,
            self._intake,
            is_ready=self._upkeep.settled.wait,
            on_activity=lambda what: self._in_app(lambda screen: screen.intake.show_task(what)),
            on_end=self._task_ended,
            on_error=self._complain,
            discard=settings.discard,
        )
        for theme in OWN:
            self.register_theme(theme)
        self.theme = self._known_theme(self.desk.session().theme) or self._known_theme(settings.theme) or OWN[0].name

    def _known_theme(self, name: str | None) -> str | None:
        return name if name in self.available_themes else None

    def get_default_screen(self) -> Screen[None]:
        self._browser = BrowserScreen(
            self.desk, self.settings, self._tasks, first_hits=self._first_hits, dwell_seconds=self._dwell_seconds
        )
        return self._browser

    def get_line_filters(self) -> Sequence[LineFilter]:
        # Without colours Textual's own filters have nothing to do: they would turn dim into a colour.
        return (
            [self._no_colour_filter, self._output_filter]
            if self.no_color
            else [*super().get_line_filters(), self._output_filter]
        )

    def get_theme_variable_defaults(self) -> dict[str, str]:
        theme: Theme = self.current_theme
        return variables_of(theme)

    def on_mount(self) -> None:
        self._within = copy_context()
        if self.settings.keys:
            self.set_keymap(usable_keys(self.settings.keys)[0])
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            loop.add_signal_handler(number, self._end, number)
        self.call_after_refresh(self._start_work)
        if self.settings.sync_every:
            self.set_interval(self.settings.sync_every * 60, self._sync)

    def _start_work(self) -> None:
        """What the first paint does not wait for."""
        self._on_ready()
        self._upkeep.start()
        if self.settings.sync_on_start:
            self._sync()
        if self._notice and self._browser is not None:
            self._browser.notice(self._notice)
        for wrong in mistakes(self.settings):
            self._complain(f"config.toml: {wrong.sentence}", wrong.hint)

    def _is_task_indexing(self) -> bool:
        """What comes in now is brought into the catalogue by the process that fetches it."""
        return self._tasks.is_busy and self._intake == self.desk.library.root and self.desk.index.is_shared

    def _task_ended(self, result: TaskResult) -> None:
        self._in_app(lambda screen: screen.intake.show_result(result))
        if self._intake == self.desk.library.root:
            self._upkeep.look_now()
        elif not result.feeds:  # else the question comes first, and its answer brings us here again
            self._in_app(lambda screen: screen.intake.when_free(partial(self._open_intake, result.message)))

    def _open_intake(self, told: str) -> None:
        """The samples were read until now: the reader's own library is opened once there is something in it."""
        with suppress(OSError):
            if any(self._intake.iterdir()):
                self.reopen, self.told = self._intake, told
                self.exit()

    async def settled(self) -> None:
        """Returns when the catalogue is in line with disk and the list shows it: for tests and pictures."""
        await asyncio.to_thread(self._upkeep.settled.wait, 60)
        for worker in list(self.workers):
            with suppress(WorkerCancelled):  # a newer one took its place
                await worker.wait()

    def _sync(self) -> None:
        """Only where the settings ask for it: newstui is never on the network by itself."""
        if self._browser is not None:
            self._tasks.sync(is_quiet=True)

    # Ending

    def _end(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Every way out leads through here: where the reader is goes to disk first."""
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
            self.unsaved = self.unsaved or "the disk refuses to be written"

    # What other threads say

    def _in_app(self, act: Callable[[BrowserScreen], object]) -> None:
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop is closed: nobody hears it any more
                self._loop.call_soon_threadsafe(self._act, act, context=self._within)

    def _act(self, act: Callable[[BrowserScreen], object]) -> None:
        """What was said may be heard only after the screen is gone."""
        if self._browser is not None and self._browser.is_running and not self._exit:
            act(self._browser)

    def _told(self, changes: Sequence[Change]) -> None:
        self._in_app(lambda screen: screen.changes_saved(changes))

    def _failed(self, error: StorageError) -> None:
        self._complain(f"not saved yet: {error}", error.hint)

    def _complain(self, message: str, hint: str) -> None:
        self._in_app(lambda screen: toast(self, message, hint))

    # The command palette

    def get_key_display(self, binding: Binding) -> str:
        return binding.key_display or key_name(binding.key)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every key that works here, by what it does; then what has no key."""
        seen: set[str] = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            is_offered = active.enabled and binding.description and not binding.system
            if is_offered and binding.description not in seen and not binding.action.endswith("command_palette"):
                seen.add(binding.description)
                key = self.get_key_display(binding)

                def run(action: str = binding.action, node: object = active.node) -> None:
                    self.call_later(self.run_action, action, node)

                yield SystemCommand(binding.description, f"key {key}", run)
        yield SystemCommand("Theme", "colours of the screen", self.action_change_theme)
        yield SystemCommand("Save a screenshot", "an SVG file in the current folder", self.deliver_screenshot)
        yield SystemCommand("Suspend", "back to the shell; fg brings newstui back", self.action_suspend_process)
