"""The commands of the palette: every key that works here, by what it does, and then those without a key."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from newstui.domain.errors import NewstuiError
from newstui.ui.errors import toast
from newstui.ui.keys.bindings import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.app import App
    from textual.screen import Screen


def system_commands(
    app: App[None], screen: Screen[object], own: Path | None, go_on_to: Callable[..., None]
) -> Iterator[SystemCommand]:
    """Yields what can be done on a screen.

    own: the reader's own library, where another one is shown. go_on_to: opens another library, with a notice.
    """
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        is_offered = active.enabled and binding.id and binding.description and not binding.system
        if is_offered and binding.description not in seen and not binding.action.endswith("command_palette"):
            seen.add(binding.description)
            key = app.get_key_display(binding)

            def run(action: str = binding.action, node: object = active.node) -> None:
                app.call_later(app.run_action, action, node)

            yield SystemCommand(binding.description, f"key {key}", run)
    if hasattr(screen, "action_go_to"):
        from newstui.ui.screens.browse.actions.lists import GO

        for key, label in GO.items():
            keys = f"keys {key_of(app, 'go')} {key}"
            yield SystemCommand(f"Go to: {label}", keys, partial(app.run_action, f"screen.go_to({key!r})"))
    if own is None:
        yield SystemCommand("Sample articles", "with the tour of the keys", partial(_go_to_samples, app, go_on_to))
    else:
        yield SystemCommand("Your own library", "in place of what is shown", partial(go_on_to, own))
    if hasattr(screen, "action_accounts"):
        accounts = partial(app.run_action, "screen.accounts")
        yield SystemCommand("Accounts on servers", "FreshRSS, Miniflux, wallabag …", accounts)
    yield SystemCommand("Theme", "colours of the screen", app.action_change_theme)
    yield SystemCommand("Save a screenshot", "an SVG file in the current folder", app.deliver_screenshot)
    if _is_brought_back():
        yield SystemCommand("Suspend", "back to the shell; fg brings newstui back", app.action_suspend_process)


def _is_brought_back() -> bool:
    """Returns True where a shell can go on with a suspended newstui: it has each program in a group of its own."""
    return sys.platform != "win32" and os.getpgrp() != os.getsid(0)


def _go_to_samples(app: App[None], go_on_to: Callable[..., None]) -> None:
    from newstui.services.which_library import samples

    try:
        go_on_to(samples(), "These are the sample articles; the first one is the tour.")
    except NewstuiError as error:
        toast(app, str(error), error.hint)
