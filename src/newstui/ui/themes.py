"""The themes of newstui: light, dark, and the colours of the terminal."""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="newstui-dark",
    primary="#7aa2c9",
    secondary="#b59b7c",
    accent="#e0a458",
    warning="#e0a458",
    error="#d9706a",
    success="#8fb573",
    foreground="#d8d4cb",
    background="#16181b",
    surface="#1d2024",
    panel="#272b30",
    dark=True,
    variables={"quiet": "#8e9297", "faint": "#5c6167", "cursor": "#2d3a48", "lit": "#4a3d22", "found": "#6b5316"},
)
LIGHT = Theme(
    name="newstui-light",
    primary="#2b5c8a",
    secondary="#7a5c36",
    accent="#a8560c",
    warning="#a8560c",
    error="#a93a35",
    success="#4a7430",
    foreground="#26241f",
    background="#faf7f0",
    surface="#f2eee4",
    panel="#e7e1d3",
    dark=False,
    variables={"quiet": "#6a665c", "faint": "#a39d8e", "cursor": "#d6e2ee", "lit": "#f3e2b3", "found": "#f0cf70"},
)
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
OWN = (DARK, LIGHT, TERMINAL)


def variables_of(theme: Theme) -> dict[str, str]:
    """Returns our variables for a theme; those that it does not name come from our own dark or light one."""
    ours = (DARK if theme.dark else LIGHT).variables
    return {name: theme.variables.get(name, colour) for name, colour in ours.items()}
