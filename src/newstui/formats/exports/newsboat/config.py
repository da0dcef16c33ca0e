"""newsboat's `config`: notes on settings that newstui also has. Commands are named, never run; no password is shown."""

from __future__ import annotations

import re
from collections import Counter

from newstui.domain.articles.incoming import Export, Refused
from newstui.domain.settings import MAX_TEXT_WIDTH, MIN_TEXT_WIDTH

FORMAT = "newsboat config"
_COMMAND = re.compile(r"[a-z][a-z0-9-]*")
_PROGRAMS = """
    macro exec bookmark-cmd browser player html-renderer notify-program pager podlist-program run-on-startup
    external-url-viewer
"""
"""Settings that name a program."""
_RULES = {
    "ignore-article": "newstui keeps every article; hide some with a saved search that says what you want",
    "include": "newstui does not follow it: import that file too",
    "reset-unread-on-update": "an article that changes stays read in newstui, and newstui says that it changed",
}
_OTHERS = """
    always-display-description always-download article-sort-order articlelist-format articlelist-title-format
    auto-reload bind bind-key bookmark-autopilot bookmark-interactive cache-file cleanup-on-quit color confirm-exit
    confirm-delete-all-articles confirm-mark-all-feeds-read confirm-mark-feed-read cookie-cache datetime-format
    define-filter delete-played-files delete-read-articles-on-quit dialogs-title-format display-article-progress
    download-filename-format download-full-page download-path download-retries download-timeout error-log
    feed-sort-order feedhq-login feedbin-login feedlist-format feedlist-title-format filebrowser-title-format
    freshrss-login freshrss-url goto-first-unread goto-next-feed help-title-format highlight highlight-article
    highlight-feed history-limit ignore-mode inoreader-login itemview-title-format keep-articles-days
    mark-as-read-on-hover max-browser-tabs max-download-speed max-downloads max-items miniflux-login miniflux-url
    newsblur-login notify-always notify-beep notify-format notify-screen notify-xterm ocnews-login ocnews-url
    oldreader-login openbrowser-and-mark-jumps-to-next-unread opml-url prepopulate-query-feeds proxy proxy-auth
    proxy-type refresh-on-startup reload-only-visible-feeds reload-threads reload-time restrict-filename save-path
    scrolloff search-highlight-colors searchresult-title-format selectfilter-title-format selecttag-format
    selecttag-title-format show-keymap-hint show-read-articles show-read-feeds show-title-bar ssl-verifyhost
    ssl-verifypeer suppress-first-reload swap-title-and-hints text-width toggleitemread-jumps-to-next-unread
    ttrss-login ttrss-mode ttrss-url unbind-key urls-source urlview-title-format use-proxy user-agent wrap-scroll
"""
_RUNS = frozenset(_PROGRAMS.split())
_KNOWN = _RUNS | _RULES.keys() | frozenset(_OTHERS.split())


def is_config(text: str) -> bool:
    """Returns True where every line looks like a setting and most of them are newsboat's."""
    commands = [words[0] for words in _lines(text)]
    are_settings = all(map(_COMMAND.fullmatch, commands))
    return are_settings and sum(command in _KNOWN for command in commands) * 2 > len(commands)


def read_config(text: str) -> Export:
    lines = _lines(text)
    settings = {words[0]: words[1].strip('"') for words in lines if len(words) > 1}
    programs = Counter(words[0] for words in lines if words[0] in _RUNS or words[0].endswith("-passwordeval"))
    backticks = sum("`" in " ".join(words) for words in lines if words[0] not in programs)
    refused = [
        Refused(_times(name, count), "it runs a program, and newstui runs none") for name, count in programs.items()
    ]
    if backticks:
        refused.append(Refused(_times("a setting with a command in it", backticks), "newstui runs no commands"))
    rules = Counter(words[0] for words in lines if words[0] in _RULES)
    refused += [Refused(_times(name, count), _RULES[name]) for name, count in rules.items()]
    return Export(FORMAT, refused=tuple(refused), notes=tuple(_notes(settings, lines)))


def _lines(text: str) -> list[list[str]]:
    lines = (line.split() for line in text.split("\n"))
    return [words for words in lines if words and not words[0].startswith("#")]


def _times(name: str, count: int) -> str:
    return name if count == 1 else f"{name} ({count} times)"


def _notes(settings: dict[str, str], lines: list[list[str]]) -> list[str]:
    notes = []
    width = settings.get("text-width", "")
    if width.isdecimal() and width.isascii() and MIN_TEXT_WIDTH <= int(width[:6]) <= MAX_TEXT_WIDTH:
        notes.append(f"For newsboat's text-width set text_width = {int(width)} in config.toml.")
    if settings.get("refresh-on-startup") in ("yes", "true"):
        notes.append("newsboat fetched feeds when it started; for that set sync_on_start = true in config.toml.")
    if settings.get("auto-reload") in ("yes", "true"):
        every = settings.get("reload-time", "60")
        minutes = every if every.isdecimal() else "60"
        notes.append(f"newsboat fetched feeds every {minutes} minutes; for that set sync_every in config.toml.")
    source = settings.get("urls-source", "local")
    if source != "local" and _COMMAND.fullmatch(source):
        notes.append(f"newsboat took its feeds from {source}: export them there as OPML, and import that file.")
    keys = sum(words[0] in ("bind", "bind-key") for words in lines)
    if keys:
        notes.append(f"newsboat had keys of your own ({keys}); newstui's are set under [keys] in config.toml.")
    return notes
