"""What a person may set in config.toml. Every setting has a default that most never change."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Literal, get_args

from newstui.domain.errors import UsageError
from newstui.domain.query import SORTS, Sort

MarkRead = Literal["open", "dwell", "end", "manual"]
MIN_TEXT_WIDTH, MAX_TEXT_WIDTH = 30, 120
MOST_SENTENCES = 20


@dataclass(frozen=True, slots=True)
class Settings:
    library: str = ""
    """The folder of articles; empty is newstui's own."""
    theme: str = "newstui-dark"
    """A theme of Textual's, `newstui-dark`, `newstui-light`, or `terminal` for the terminal's own colours."""
    mark_read: MarkRead = "dwell"
    """When an opened article becomes read: at once, after 3 seconds or at its end, at its end, or only by hand."""
    text_width: int = 76
    """The widest that the text column gets, in cells."""
    summary_sentences: int = 4
    sort: Sort = "newest"
    keys: dict[str, str] = field(default_factory=dict)
    """Binding id → keys, separated by commas."""


def settings_from(table: dict[str, Any]) -> Settings:
    """The settings of a parsed config.toml. Raises UsageError that names the setting."""
    known = {each.name for each in fields(Settings)}
    for name in table:
        if name not in known:
            raise UsageError(f"there is no setting {name!r}", hint=f"the settings are: {', '.join(sorted(known))}")
    return Settings(**{name: _checked(name, value) for name, value in table.items()})


def _checked(name: str, value: Any) -> Any:
    allowed = {"mark_read": get_args(MarkRead), "sort": SORTS[:-1]}
    if name in allowed and value not in allowed[name]:
        raise UsageError(f"{name} = {value!r} is none of: {', '.join(allowed[name])}")
    if name == "text_width":
        return _whole_number(name, value, MIN_TEXT_WIDTH, MAX_TEXT_WIDTH)
    if name == "summary_sentences":
        return _whole_number(name, value, 1, MOST_SENTENCES)
    if name == "keys":
        if not isinstance(value, dict) or not all(isinstance(keys, str) for keys in value.values()):
            raise UsageError('[keys] takes lines like: bookmark = "b,*"')
        return value
    if not isinstance(value, str):
        raise UsageError(f"{name} takes a text in quotation marks, not {value!r}")
    return value


def _whole_number(name: str, value: Any, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise UsageError(f"{name} takes a whole number from {least} to {most}, not {value!r}")
    return value
