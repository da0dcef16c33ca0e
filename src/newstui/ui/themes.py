"""The themes of newstui: dark, light, of the most contrast, and the colours of the terminal."""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="newstui-dark",
    primary="#8db5dc",
    secondary="#c6ad8f",
    accent="#e8ae64",
    warning="#e8ae64",
    error="#eb958f",
    success="#9dc382",
    foreground="#d8d4cb",
    background="#16181b",
    surface="#1d2024",
    panel="#272b30",
    dark=True,
    variables={"quiet": "#a9adb2", "faint": "#7d8389", "cursor": "#2a3643", "lit": "#423617", "found": "#4f3d0c"},
)
LIGHT = Theme(
    name="newstui-light",
    primary="#2b5c8a",
    secondary="#6a4f2c",
    accent="#8a4508",
    warning="#8a4508",
    error="#96302b",
    success="#3a6122",
    foreground="#26241f",
    background="#faf7f0",
    surface="#f2eee4",
    panel="#e7e1d3",
    dark=False,
    variables={"quiet": "#59554c", "faint": "#7d7768", "cursor": "#d6e2ee", "lit": "#f3e2b3", "found": "#f0cf70"},
)
CONTRAST = Theme(
    name="newstui-contrast",
    primary="#6fc3ff",
    secondary="#ffd7a0",
    accent="#ffff00",
    warning="#ffff00",
    error="#ff9c96",
    success="#9cff9c",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    dark=True,
    variables={"quiet": "#d0d0d0", "faint": "#a8a8a8", "cursor": "#003a70", "lit": "#4a3d00", "found": "#574300"},
)
AUTO = "auto"
TERMINAL = replace(
    BUILTIN_THEMES["ansi-dark"],
    name="terminal",
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        "quiet": "ansi_default",
        "faint": "ansi_bright_black",
        "cursor": "ansi_blue",
        "lit": "ansi_bright_black",
        "found": "ansi_yellow",
    },
)
OWN = (DARK, LIGHT, CONTRAST, TERMINAL)


def auto_theme(*, is_light: bool) -> Theme:
    """Returns the theme that fits a terminal with a light or a dark background."""
    return replace(LIGHT if is_light else DARK, name=AUTO)


def variables_of(theme: Theme) -> dict[str, str]:
    """Returns our variables for a theme; those that it does not name come from our own dark or light one."""
    ours = (DARK if theme.dark else LIGHT).variables
    return {name: theme.variables.get(name, colour) for name, colour in ours.items()}
