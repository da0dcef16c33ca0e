"""The settings in config.toml. Each has a default that most people never change."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Literal, get_args

from newstui.domain.errors import SettingsError, UsageError
from newstui.domain.search.folding import Folding
from newstui.domain.search.sort import SORTS, Sort

PictureSetting = Literal["off", "request", "on"]
PictureKind = Literal["auto", "kitty", "sixel", "iterm2", "blocks"]
MarkRead = Literal["open", "dwell", "end", "manual"]
MIN_TEXT_WIDTH, MAX_TEXT_WIDTH = 30, 120
MOST_SENTENCES = 20
DWELL_SECONDS = 3.0
"""An article that is open so long counts as read, with `mark_read = "dwell"`."""
PRESET = "preset"
"""The entry of `keys` that names the set of keys to start from."""


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """The language model for summaries. None is asked unless it is named here."""

    model: str = ""
    """Its name on the server."""
    url: str = ""
    """The server's base address, as in http://localhost:11434/v1."""
    key_env: str = ""
    """The environment variable that holds the key, where the server needs one."""

    @property
    def is_named(self) -> bool:
        return bool(self.model and self.url)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, as config.toml names them."""

    library: str = ""
    """The folder of articles; empty: newstui's own."""
    theme: str = "auto"
    """`auto` is light on a light terminal, else dark. There are `newstui-dark`, `newstui-light`, `newstui-contrast`,
    `terminal` for the terminal's own colours, and the themes of Textual."""
    mark_read: MarkRead = "dwell"
    """The moment an opened article becomes read: at once, after 3 seconds or at its end, at its end, only by hand."""
    text_width: int = 76
    """The greatest width of the text column, in cells."""
    summary_sentences: int = 4
    sort: Sort = "newest"
    sync_on_start: bool = False
    """True to fetch the feeds when the browser opens. newstui never uses the network unless asked."""
    sync_every: int = 0
    """Minutes between two fetches while the browser is open; 0: only when asked."""
    pictures: PictureSetting = "request"
    """The pictures that are drawn in the text: never, when the reader asks for those of an article, always."""
    picture_kind: PictureKind = "auto"
    """The way in which the terminal draws them: as it says itself, by one of three protocols, or in half blocks."""
    mouse: bool = True
    """False leaves the mouse to the terminal: its own selection and links work without Shift."""
    discard: str = ""
    """A query: articles that match it after a fetch are discarded. Empty: articles are kept for ever."""
    stories: Folding = "newest"
    """The article that stands for a story in lists: the newest or the fullest; `copies` folds copies of one text only,
    `off` nothing."""
    stories_off: list[str] = field(default_factory=list)
    """Queries of sections in which nothing is folded."""
    summary: ModelSettings = ModelSettings()
    keys: dict[str, str] = field(default_factory=dict)
    """Binding id → keys, separated by commas; PRESET → the name of the set of keys that these change."""


def settings_from(table: dict[str, Any]) -> Settings:
    """Returns the settings of a parsed config.toml. Raises SettingsError that names all mistakes."""
    known = {setting.name for setting in fields(Settings)}
    right: dict[str, Any] = {}
    wrong: list[UsageError] = []
    for name, value in table.items():
        try:
            if name not in known:
                raise UsageError(f"there is no setting {name!r}", hint=f"the settings are: {', '.join(sorted(known))}")
            right[name] = _checked(name, value)
        except UsageError as error:
            wrong.append(error)
    if not wrong:
        return Settings(**right)
    hints = filter(None, dict.fromkeys(error.hint for error in wrong))
    raise SettingsError("; ".join(map(str, wrong)), hint="; ".join(hints), right=Settings(**right))


def _checked(name: str, value: Any) -> Any:
    allowed = {
        "mark_read": get_args(MarkRead),
        "sort": SORTS[:-1],
        "stories": get_args(Folding),
        "pictures": get_args(PictureSetting),
        "picture_kind": get_args(PictureKind),
    }
    if name in allowed and value not in allowed[name]:
        raise UsageError(f"{name} = {value!r} is not one of: {', '.join(allowed[name])}")
    if name == "text_width":
        return _whole_number(name, value, MIN_TEXT_WIDTH, MAX_TEXT_WIDTH)
    if name == "summary_sentences":
        return _whole_number(name, value, 1, MOST_SENTENCES)
    if name == "sync_every":
        return _whole_number(name, value, 0, 7 * 24 * 60)
    if name in ("sync_on_start", "mouse"):
        if not isinstance(value, bool):
            raise UsageError(f"{name} must be true or false, not {value!r}")
        return value
    if name == "stories_off":
        if not isinstance(value, list) or not all(isinstance(query, str) for query in value):
            raise UsageError('stories_off takes a list of queries, as in ["tag:weather"]')
        return value
    if name == "keys":
        if not isinstance(value, dict) or not all(
            isinstance(keys, str) and keys.isprintable() for keys in value.values()
        ):
            raise UsageError('[keys] takes lines like: bookmark = "b,*"')
        return value
    if name == "summary":
        return _model(value)
    if not isinstance(value, str):
        raise UsageError(f"{name} takes a text in quotation marks, not {value!r}")
    return value


def _model(value: Any) -> ModelSettings:
    known = [setting.name for setting in fields(ModelSettings)]
    is_valid = isinstance(value, dict) and all(key in known and isinstance(text, str) for key, text in value.items())
    if not is_valid:
        raise UsageError(f"[summary] takes texts named {', '.join(known)}", hint='for instance: model = "llama3.2"')
    model = ModelSettings(**value)
    if bool(model.model) != bool(model.url):
        raise UsageError("[summary] needs both model and url", hint='for instance: url = "http://localhost:11434/v1"')
    from newstui.domain.summaries.summary import OWN_SOURCES  # few readers name a model

    if model.model in OWN_SOURCES:
        raise UsageError(f"[summary] model = {model.model!r} is a name that newstui uses itself")
    return model


def _whole_number(name: str, value: Any, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise UsageError(f"{name} takes a whole number from {least} to {most}, not {value!r}")
    return value
