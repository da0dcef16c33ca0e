"""config.toml: read here; written only by `newstui config --init`, and only where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.errors import StorageError, UsageError
from newstui.domain.settings import Settings, settings_from
from newstui.store.atomic import make_folder, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

INITIAL = """\
# newstui: what you may set. A line that begins with # is off and shows the default.

# The folder of your articles; empty is newstui's own.
# library = ""

# newstui-dark, newstui-light, terminal (your terminal's own colours), or a theme of the command palette.
# theme = "newstui-dark"

# When an opened article becomes read: "open", "dwell" (after 3 seconds or at its end), "end", "manual".
# mark_read = "dwell"

# The widest that the text column gets, 30 to 120.
# text_width = 76

# How many sentences a summary has, 1 to 20.
# summary_sentences = 4

# newest, oldest, title, source, shortest, longest.
# sort = "newest"

# Fetch the feeds when the browser opens, and every so many minutes while it is open; 0 is never.
# sync_on_start = false
# sync_every = 0

# After a fetch, discard what matches a query, as "is:read before:6m -is:bookmarked". Empty keeps everything.
# discard = ""

# A language model for summaries: any server that speaks OpenAI's protocol (Ollama, llama.cpp, vLLM, hosted ones).
# Without these two lines none is ever asked. key_env names the environment variable that holds a key.
# [summary]
# model = "llama3.2"
# url = "http://localhost:11434/v1"
# key_env = ""

# Keys: those of a program you know ("default", "newsboat", "vim", "emacs"), and on top of them
# other keys for a binding, by its id. Both are in docs/keys.md.
# [keys]
# preset = "default"
# bookmark = "b,*"
"""


def read_settings(path: Path) -> Settings:
    """The settings, all defaults where there is no file. Raises UsageError, which names the file, or StorageError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
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
        raise UsageError(
            f"{path} is not valid TOML: {error}", hint="mend that line; # at its start turns it off"
        ) from error
    except RecursionError as error:
        raise UsageError(f"{path} is nested too deeply", hint="newstui's settings need no nesting") from error
    except UsageError as error:
        raise UsageError(
            f"{path}: {error}", hint=error.hint or "mend that line; # at its start turns it off"
        ) from error


def write_initial(path: Path) -> None:
    """Writes a config.toml in which every setting is explained and off. Raises StorageError where there is one."""
    if path.exists():
        raise StorageError(f"{path} is there already", hint="edit it; it was left as it is")
    make_folder(path.parent)
    write_atomically(path, INITIAL.encode())
