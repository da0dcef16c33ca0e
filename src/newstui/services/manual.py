"""The manual: the pages of `docs` that a reader needs, packed with newstui, so that no hint leads to a checkout."""

from __future__ import annotations

import re
from typing import NamedTuple

from newstui.domain.errors import NewstuiError, StorageError
from newstui.store.paths import manual_folder


class Topic(NamedTuple):
    """One page of the manual, or a section of it."""

    file: str
    about: str
    section: str = ""


TOPICS = {
    "keys": Topic("keys.md", "the keys of the browser, and how to change them"),
    "commands": Topic("commands.md", "every command and option, and the JSON fields"),
    "queries": Topic("commands.md", "the query language of lists and searches", "Queries"),
    "settings": Topic("settings.md", "config.toml"),
    "files": Topic("article-files.md", "how a file says its title, source and date"),
    "subscriptions": Topic("feeds.md", "feeds: adding, folders, full texts, pictures"),
    "network": Topic("fetching.md", "what is fetched, when, and what is refused"),
    "accounts": Topic("sync.md", "syncing with FreshRSS, Miniflux and others"),
    "moving-in": Topic("moving-in.md", "how to get your articles out of another reader"),
    "summaries": Topic("summaries.md", "how summaries are made"),
}
"""Name → page."""
_BY_FILE = {topic.file: name for name, topic in TOPICS.items() if not topic.section}
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^)\s#]*)(#[^)\s]*)?\)")


def page(name: str) -> str:
    """Returns a page of the manual as Markdown; links between pages name the command that prints them.

    Raises NewstuiError where newstui came without it.
    """
    topic = TOPICS[name]
    folder = manual_folder()
    try:
        text = (folder / topic.file).read_text(encoding="utf-8") if folder else ""
    except OSError as error:
        raise StorageError(f"the manual cannot be read: {error.strerror}", hint="install newstui again") from error
    if topic.section:
        parts = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
        text = dict(zip(parts[1::2], parts[2::2], strict=True)).get(topic.section, "")
        text = text and f"# {topic.section}\n{text}"
    if not text:
        raise NewstuiError("the manual was not installed with newstui", hint="install newstui again")
    return _LINK.sub(_named, text)


def _named(link: re.Match[str]) -> str:
    """Returns a link within the manual as the command that prints its page; other links stay as they are."""
    words, target, section = link[1], link[2], link[3] or ""
    if "://" in target:
        return link[0]
    topic = "queries" if section == "#queries" else _BY_FILE.get(target)
    return f"{words} (`newstui help {topic}`)" if topic else words
