"""Errors on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App


def toast(app: App[None], message: str, hint: str) -> None:
    """Shows what is wrong, and what to do; from any thread."""
    app.notify(f"{message}\n{hint}" if hint else message, severity="warning", timeout=8, markup=False)
