"""The tree of sections: what the sidebar shows, each entry with its articles and how many of them are unread."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from newstui.domain.search.sections import STANDARD, field_query
from newstui.domain.search.tally import NameTally
from newstui.domain.text.fold import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from newstui.domain.search.tally import Tally

Kind = Literal["section", "history", "group", "search", "rule", "folder", "feed", "tag", "source", "lang"]
Numbers = tuple[int, int]
"""(articles, unread ones)."""
_GROUPS: dict[Kind, str] = {
    "search": "Searches", "feed": "Feeds", "tag": "Tags", "source": "Sources", "lang": "Languages",
}  # fmt: skip
key_of = lru_cache(maxsize=10_000)(folded)
query_of = lru_cache(maxsize=10_000)(field_query)


class Entry(NamedTuple):
    """One line of the sidebar."""

    id: str
    """Its query; of a group and of the history, which have none, a name that no query is."""
    kind: Kind
    label: str
    numbers: Numbers | None = None
    """None where they are not counted yet, and for most groups."""
    inside: tuple[str, ...] = ()
    """The ids of the group and the folders around it."""
    sign: str = ""
    """Shows that something is odd about a feed: ⚠ it fails, ○ it is off, × hidden, ∅ it is not read, ◌ nothing came."""
    about: str = ""
    """The same in words."""
    feed: str = ""
    """The address of a feed."""

    @property
    def unread(self) -> int:
        return self.numbers[1] if self.numbers else 0


_HISTORY = Entry("view History", "history", "History")


class FeedRow(NamedTuple):
    """A feed as the sidebar shows it."""

    url: str
    first_address: str
    label: str
    folder: str = ""
    sign: str = ""
    about: str = ""
    is_hidden: bool = False


def entries(
    feeds: Sequence[FeedRow],
    tallies: Iterable[Tally],
    tags: Iterable[NameTally],
    numbers: Mapping[str, Numbers],
    searches: Sequence[tuple[str, str]],
) -> list[Entry]:
    """Returns the whole tree, from top to bottom.

    numbers: query → its numbers, for sections that no tally counts. searches: (name, query).
    """
    tree = FeedTree(feeds)
    sources: list[NameTally] = []
    on_front_page: set[str] = set()
    languages: list[NameTally] = []
    for tally in tallies:
        sources.append(NameTally(key_of(tally.source), tally.source, tally.total, tally.unread))
        if tree.count(tally):
            on_front_page.add(sources[-1].folded)
        if lang := language_of(tally.lang):
            languages.append(NameTally(key_of(lang), lang, tally.total, tally.unread))
    known = {**numbers, **tree.numbers}
    standard = [Entry(s.query, "section", s.title, known.get(s.query)) for s in STANDARD if s.title]
    standard.insert(-1, _HISTORY)
    saved = [Entry(query, "search", name, numbers.get(query)) for name, query in searches]
    return [
        *standard,
        *_group("search", saved),
        *_group("feed", list(tree.lines()), tree.numbers.get(group_id("feed"))),
        *_group("tag", list(_named("tag", tags))),
        *_group("source", list(_named("source", (each for each in sources if each.folded in on_front_page)))),
        *_group("lang", list(_named("lang", languages))),
    ]


def visible(
    tree: Sequence[Entry],
    closed: Collection[str],
    *,
    only_unread: bool = False,
    typed: str = "",
    keep: str | None = None,
) -> list[Entry]:
    """Returns the entries that are to be seen.

    only_unread: those without an unread article are left out, except standard sections, groups and `keep`, the one
    under the cursor. typed: only those whose names hold this, wherever they are.
    """
    if wanted := folded(typed):
        return [entry for entry in tree if entry.kind != "group" and wanted in key_of(entry.label)]
    return [
        entry
        for entry in tree
        if not any(around in closed for around in entry.inside)
        and (not only_unread or entry.kind in ("section", "history", "group") or entry.unread or entry.id == keep)
    ]


def next_with_unread(tree: Sequence[Entry], query: str) -> Entry | None:
    """Returns the entry of the same kind after that of a query that has unread articles; after the last, the first."""
    places = [index for index, entry in enumerate(tree) if entry.id == query]
    if not places or tree[places[0]].kind == "section":
        return None
    start, kind = places[0], tree[places[0]].kind
    around = (*tree[start + 1 :], *tree[:start])
    return next((entry for entry in around if entry.kind == kind and entry.unread), None)


def language_of(lang: str) -> str:
    """Returns the language of a tag such as `en-GB`."""
    return lang.partition("-")[0]


def group_id(kind: Kind) -> str:
    """Returns the id of the group of a kind."""
    return f"group {_GROUPS[kind]}"


def _group(kind: Kind, within: list[Entry], numbers: Numbers | None = None) -> Iterator[Entry]:
    """Gives the line of a group and all that is in it; nothing where nothing is in it."""
    if within:
        group = group_id(kind)
        yield Entry(group, "group", _GROUPS[kind], numbers)
        for entry in within:
            yield entry._replace(inside=(group, *entry.inside))


def _named(kind: Kind, tallies: Iterable[NameTally]) -> Iterator[Entry]:
    """Gives an entry for each name, which is written as most articles have it."""
    forms: dict[str, dict[str, Numbers]] = {}
    for key, name, total, unread in tallies:
        known = forms.setdefault(key, {})
        was = known.get(name, (0, 0))
        known[name] = (was[0] + total, was[1] + unread)
    for _, names in sorted(forms.items()):
        total, unread = (sum(column) for column in zip(*names.values(), strict=True))
        if total > 0:
            name = max(names, key=lambda name: names[name])
            yield Entry(query_of(kind, name), kind, name, (total, unread))


class FeedTree:
    """The feeds in their folders, and what is counted of them."""

    def __init__(self, feeds: Sequence[FeedRow]) -> None:
        self.numbers: dict[str, Numbers] = dict.fromkeys(("", "is:unread", group_id("feed")), (0, 0))
        self._feeds = sorted(feeds, key=lambda feed: (key_of(feed.label), feed.url))
        self._hidden = {feed.first_address for feed in feeds if feed.is_hidden}
        self._counted: dict[str, tuple[str, ...]] = {}
        """Address → the ids of the entries in which its articles are."""
        for feed in feeds:
            own = (query_of("feed", feed.url), *_folders(feed.folder), group_id("feed"))
            self._counted[feed.first_address] = tuple(dict.fromkeys((*self._counted.get(feed.first_address, ()), *own)))
            self.numbers.update(dict.fromkeys(own, (0, 0)))

    def is_shown(self, feeds: Sequence[str]) -> bool:
        """Returns True where articles of these feeds are on the front page."""
        return not self._hidden or not feeds or not self._hidden.issuperset(feeds)

    def entries_of(self, feeds: Sequence[str]) -> Collection[str]:
        """Returns the ids of the feeds, folders and groups in which articles of these feeds are."""
        if len(feeds) == 1:  # almost always
            return self._counted.get(feeds[0], ())
        return {entry for feed in feeds for entry in self._counted.get(feed, ())}

    def count(self, tally: Tally) -> bool:
        """Counts articles; returns True where they are on the front page."""
        feeds, _, _, total, unread = tally
        is_shown = self.is_shown(feeds)
        self._add("is:unread", unread, unread)
        if is_shown:
            self._add("", total, unread)
        for entry in self.entries_of(feeds):
            self._add(entry, total, unread)
        return is_shown

    def _add(self, entry: str, total: int, unread: int) -> None:
        was = self.numbers[entry]
        self.numbers[entry] = (was[0] + total, was[1] + unread)

    def lines(self, folder: str = "", inside: tuple[str, ...] = ()) -> Iterator[Entry]:
        """Gives the folders in a folder, each with what is in it, and then its feeds."""
        start = f"{folder}/" if folder else ""
        below = {feed.folder[len(start) :].split("/")[0] for feed in self._feeds if feed.folder.startswith(start)}
        for name in sorted(below - {""}, key=key_of):
            query = query_of("folder", start + name)
            yield Entry(query, "folder", name, self.numbers[query], inside)
            yield from self.lines(start + name, (*inside, query))
        for feed in self._feeds:
            if feed.folder == folder:
                query = query_of("feed", feed.url)
                yield Entry(query, "feed", feed.label, self.numbers[query], inside, feed.sign, feed.about, feed.url)


def _folders(folder: str) -> tuple[str, ...]:
    """Returns the ids of a folder and of those around it."""
    names = folder.split("/") if folder else []
    return tuple(query_of("folder", "/".join(names[: end + 1])) for end in range(len(names)))
