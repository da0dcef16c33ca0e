"""config.toml: read here, and written only by `newstui config --init` where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.errors import SettingsError, StorageError, UsageError
from newstui.domain.settings import Settings, settings_from
from newstui.store.atomic import make_folder, write_atomically
from newstui.store.plain_file import read_plain

if TYPE_CHECKING:
    from pathlib import Path

INITIAL = """\
# newstui's settings. A line that begins with # is off and shows the default.

# The folder of your articles; empty: newstui's own.
# library = ""

# auto (light on a light terminal, else dark), newstui-dark, newstui-light, newstui-contrast,
# terminal (the colours of your terminal), or a theme of the command palette.
# theme = "auto"

# When an opened article counts as read: "open", "dwell" (after 3 seconds or at its end), "end", "manual".
# mark_read = "dwell"

# The greatest width of the text column, 30 to 120.
# text_width = 76

# The number of sentences of a summary, 1 to 20.
# summary_sentences = 4

# newest, oldest, title, source, shortest, longest.
# sort = "newest"

# Fetch the feeds when the browser opens, and every so many minutes while it is open (0: never).
# sync_on_start = false
# sync_every = 0

# Saved pictures in the text: "off", "request" (a key shows those of an article), "on".
# pictures = "request"

# How your terminal draws them: auto (it is asked), kitty, sixel, iterm2, or blocks (coloured half blocks).
# picture_kind = "auto"

# false leaves the mouse to the terminal.
# mouse = true

# The article that stands for a story in lists: newest, fullest; copies folds copies of one text only, off nothing.
# stories = "newest"

# Queries of sections in which nothing is folded, for instance ["tag:weather"].
# stories_off = []

# After a fetch, discard articles that match a query, for instance "is:read before:6m -is:bookmarked". Empty keeps all.
# discard = ""

# A language model for summaries: any server with OpenAI's protocol (Ollama, llama.cpp, vLLM, hosted ones).
# Without model and url none is ever asked. key_env names the environment variable that holds a key.
# [summary]
# model = "llama3.2"
# url = "http://localhost:11434/v1"
# key_env = ""

# Keys: those of a program you know ("default", "newsboat", "vim", "emacs"), and your own keys
# for single bindings, by id. `newstui help keys` lists both.
# [keys]
# preset = "default"
# bookmark = "b,*"
"""


def read_settings(path: Path) -> Settings:
    """Returns the settings; all defaults where there is no file. Raises UsageError or StorageError, naming the file."""
    try:
        text = read_plain(path).decode("utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise StorageError(f"{path} cannot be read: {error.strerror}", hint="check that you may read it") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8", hint="save it as UTF-8") from error
    import tomllib  # loaded late: most people have no config.toml

    try:
        return settings_from(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not valid TOML: {error}", hint="fix that line, or disable it with #") from error
    except RecursionError as error:
        raise UsageError(f"{path} is nested too deeply", hint="no setting needs nesting") from error
    except SettingsError as error:
        hint = error.hint or "fix that line, or disable it with #"
        raise SettingsError(f"{path}: {error}", hint=hint, right=error.right) from error


def write_initial(path: Path) -> None:
    """Writes a config.toml in which every setting is explained and off. Raises StorageError where there is one."""
    if path.exists():
        raise StorageError(f"{path} exists already", hint="edit it; nothing was changed")
    make_folder(path.parent)
    write_atomically(path, INITIAL.encode())
