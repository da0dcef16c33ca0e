"""Groups the articles that came: copies of one text, and stories. One rule: stopped anywhere, the next run goes on.

First every text is read and made numbers, then all are grouped in the order of their dates: so it does not matter in
which order files were found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, deque
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.domain.stories.cluster import DAYS_APART, Groups, tellers_of_its_story
from newstui.domain.stories.copies import MOST_CANDIDATES, copies_among
from newstui.domain.stories.features import Vocabulary, features_of, terms_of, unpacked
from newstui.domain.stories.window import Item, Window
from newstui.domain.summaries.extractive.terms import Rarity
from newstui.services.core.article_reader import read_article
from newstui.services.events import Progress
from newstui.services.summaries.extractive import own_weights
from newstui.store.library.library import File

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newstui.domain.stories.features import Features
    from newstui.sandbox.client import Sandbox
    from newstui.store.catalogue.catalogue import Catalogue
    from newstui.store.catalogue.stories import Pending
    from newstui.store.library.library import Library

_BATCH = 500
"""Articles in one transaction."""
_DAY = 86_400
_COUNTED_DAYS, _MOST_COUNTED = 60, 5_000
"""Articles before those that came whose terms tell what is rare."""


def group(library: Library, catalogue: Catalogue, sandbox: Callable[[], Sandbox]) -> Iterator[Progress]:
    """Groups every article that waits for it; a caller that stops iterating cancels it. Raises StorageError."""
    total = catalogue.stories.pending_count()
    if not total:
        return
    done = 0
    for number in _TextRun(library, catalogue, sandbox).run():
        done += number
        yield Progress(done, 2 * total)
    for number in _GroupRun(catalogue).run():
        done += number
        yield Progress(min(done, 2 * total), 2 * total)


class _TextRun:
    """Reads the texts of articles that wait, and keeps what they are about."""

    def __init__(self, library: Library, catalogue: Catalogue, sandbox: Callable[[], Sandbox]) -> None:
        self._library, self._catalogue, self._sandbox = library, catalogue, sandbox
        self._vocabularies: dict[str, Vocabulary] = {}

    def run(self) -> Iterator[int]:
        """Gives the numbers of articles that were read."""
        stories, last = self._catalogue.stories, 0
        while batch := stories.pending(last, _BATCH):
            last = batch[-1].row
            read = [(each, features) for each in batch if (features := self._features(each))]
            with self._catalogue.transaction():
                stories.put_text((each.row, each.published, features.packed()) for each, features in read)
                anchors = sorted((anchor, each.row) for each, features in read for anchor in features.anchors)
                stories.put_anchors(anchors)  # in the order of the table
            yield len(batch)

    def _features(self, pending: Pending) -> Features | None:
        if (known := self._catalogue.stories.features(pending.row)) is not None:
            return unpacked(known)
        try:
            article = read_article(self._library, File(pending.path, pending.size, pending.mtime_ns), self._sandbox)
        except NewstuiError:  # it is gone, and leaves the catalogue with the next look at the files
            return None
        lang = pending.lang.partition("-")[0]
        if lang not in self._vocabularies:
            self._vocabularies[lang] = Vocabulary(Rarity(lang, own_weights().rarity))
        return features_of(article.title, article.body, self._vocabularies[lang])


class _GroupRun:
    """Groups articles whose texts are known, in the order of their dates."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue, self._stories = catalogue, catalogue.stories
        self._window = Window()
        self._recent: deque[Item] = deque()
        """The articles of the window, by date."""
        self._groups = Groups(values[:3] for values in catalogue.stories.all())
        self._changed: dict[int, None] = {}

    def run(self) -> Iterator[int]:
        """Gives the numbers of articles that were grouped."""
        dates = self._stories.waiting_dates()
        if dates is not None:
            context, waiting = self._context(*dates), self._stories.waiting()
            for batch in self._batches(waiting):
                for _, _, packed in batch:
                    self._window.count(terms_of(packed))
            placed: list[int] = []
            for item in self._with_what_follows(waiting):
                self._move_to(item.at, context)
                self._place(item)
                placed.append(item.row)
                if len(placed) == _BATCH:
                    self._write(placed)
                    yield len(placed)
                    placed.clear()
            self._write(placed)
            yield len(placed)
        with self._catalogue.transaction():
            self._stories.forget_all_pending()
            self._catalogue.connection.begin_edition()

    def _batches(self, rows: Sequence[int]) -> Iterator[list[tuple[int, int, bytes]]]:
        for start in range(0, len(rows), _BATCH):
            yield self._stories.texts(rows[start : start + _BATCH])

    def _with_what_follows(self, waiting: Sequence[int]) -> Iterator[Item]:
        """Gives the articles that wait, each once those of the days after it are known to the window."""
        coming: deque[Item] = deque()
        for batch in self._batches(waiting):
            for values in batch:
                coming.append(_item(*values))
                self._window.expect(coming[-1])
                while coming[0].at < coming[-1].at - DAYS_APART * _DAY:
                    yield coming.popleft()
        yield from coming

    def _context(self, first: int, last: int) -> deque[Item]:
        """Returns the articles around those that wait, by date: among them are the others of their stories."""
        since, until = first - _COUNTED_DAYS * _DAY, last + DAYS_APART * _DAY
        context = deque(_item(*values) for values in self._stories.between(since, until, _MOST_COUNTED))
        for item in context:
            self._window.count(item.features.terms)
        return context

    def _move_to(self, at: int, context: deque[Item]) -> None:
        """Has the window hold the articles of the days around a time."""
        while context and context[0].at <= at + DAYS_APART * _DAY:
            item = context.popleft()
            if item.at >= at - DAYS_APART * _DAY:
                self._add(item)
        while self._recent and self._recent[0].at < at - DAYS_APART * _DAY:
            self._window.remove(self._recent.popleft().row)

    def _add(self, item: Item) -> None:
        self._window.add(item)
        if self._recent and self._recent[-1].at > item.at:
            self._recent.insert(bisect_left([each.at for each in self._recent], item.at), item)
        else:
            self._recent.append(item)

    def _place(self, item: Item) -> None:
        self._add(item)
        copies, template = copies_among(item.features, self._candidates(item))
        if copies:
            self._groups.join_copy(item.row, copies[0])
        elif tellers := tellers_of_its_story(item, self._window, self._groups, barred=template):
            self._groups.join(item.row, tellers[0])
            for other in tellers[1:]:
                self._changed.update(dict.fromkeys(self._groups.unite(item.row, other)))
        else:
            return
        story = self._groups.story_of[item.row]
        self._changed.update(dict.fromkeys((item.row, *self._groups.members[story][:2])))

    def _candidates(self, item: Item) -> Iterator[tuple[int, Features]]:
        """Gives the articles that share the rarest shingles."""
        found = self._stories.with_anchors(sorted(item.features.anchors))
        having = Counter([anchor for anchor, _ in found])
        shares: dict[int, float] = {}
        for anchor, row in found:
            shares[row] = shares.get(row, 0.0) + 1 / having[anchor]
        shares.pop(item.row, None)
        best = sorted(shares, key=lambda row: (-shares[row], row))[:MOST_CANDIDATES]
        for row in best:
            if row in self._window.items:
                yield row, self._window.items[row].features
            elif (packed := self._stories.features(row)) is not None:
                yield row, unpacked(packed)

    def _write(self, rows: Iterable[int]) -> None:
        story_of, copy_of = self._groups.story_of, self._groups.copy_of
        with self._catalogue.transaction():
            self._stories.put((row, story_of[row], copy_of[row]) for row in self._changed)
            self._stories.forget_pending(rows)
        self._changed.clear()


def _item(row: int, published: int, packed: bytes) -> Item:
    return Item(row, published, unpacked(packed))
