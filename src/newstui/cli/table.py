"""The table of commands: their names, what each does, and the module of each.

Help, completions and the man page are made from it.
"""

from __future__ import annotations

COMMANDS = {
    "open": "opens the browser, on the library, a folder, a file or an article",
    "read": "reads in plain lines, one article at a time, for screen readers and simple terminals",
    "list": "headlines that match a query",
    "search": "headlines, the best matches first, with the words around the match",
    "show": "one article",
    "related": "other articles on the same matter as one",
    "summary": "the summary of an article, a file, or any text",
    "digest": "the news on one page, a sentence or two per article",
    "mark": "changes marks; returns when they are on disk",
    "add": "adds files, folders, addresses or text to the library",
    "import": "imports from another reader: the format is recognised",
    "export": "writes articles with their marks to a folder or a file",
    "feeds": "lists the feeds that you subscribe to, and changes them",
    "rules": "rules that mark, tag, hide or discard what comes in, until they expire",
    "sync": "fetches the feeds for offline reading",
    "accounts": "servers that you read with too: FreshRSS, Miniflux and others",
    "undo": "takes back the last changes",
    "history": "lists the changes, the latest first",
    "doctor": "checks settings, library, journal and catalogue",
    "config": "shows the settings, or writes a first file of them",
    "help": "a command's options, or a page of the manual: keys, queries, settings …",
    "completions": "completion of the command line for bash, zsh and fish",
    "debug extract": "the article of a saved page as JSON, for evaluation",
    "debug summarise": "summaries of JSON Lines, for evaluation",
    "debug parse-feed": "what newstui reads in a feed, as JSON, for evaluation",
}
"""Name → description. `module_of` gives its module; without a name the command is `open`."""
COMMON = (
    ("--library", "FOLDER", "the folder of articles (or NEWSTUI_LIBRARY)"),
    ("--color", "auto|always|never", "colours; auto: at a terminal, unless NO_COLOR is set"),
    ("--quiet", "", "no progress and no notes"),
)
"""(option, its value, description) of each option that every command takes, also before its name."""
OTHER_WORDS = {
    "bookmark": "mark", "tag": "mark", "note": "mark", "cat": "show", "view": "show", "print": "show",
    "find": "search", "grep": "search", "fetch": "sync", "update": "sync", "refresh": "sync", "reload": "sync",
    "pull": "sync", "subscribe": "feeds add", "unsubscribe": "feeds remove", "settings": "config", "man": "help",
    "keys": "help keys", "check": "doctor", "repair": "doctor --repair", "log": "history", "revert": "undo",
    "summarise": "summary", "summarize": "summary", "version": "--version", "completion": "completions",
}  # fmt: skip
"""A word that somebody may try → the command that does it."""


def module_of(name: str) -> str:
    """Returns the module of a command; `import_` because Python keeps the word `import` for itself."""
    return f"newstui.cli.commands.{name.replace(' ', '.').replace('-', '_')}{'_' * (name == 'import')}"


def is_group(word: str) -> bool:
    """Returns True for the first word of commands of two words."""
    return any(name.startswith(f"{word} ") for name in COMMANDS)


def suggestion(word: str) -> str:
    """Returns the command that was meant by a word that is not one; empty where none is near."""
    from newstui.cli.words import nearest

    names = dict.fromkeys(name.split()[0] for name in COMMANDS)
    return OTHER_WORDS.get(word.lower(), "") or nearest(word, names)
