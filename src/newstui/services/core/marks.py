"""The reader's marks: what they are now, and how they change. A change is in memory at once, on disk a moment later."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from newstui.domain.errors import StorageError
from newstui.domain.marks.change import Change, Stamp, undoable
from newstui.domain.marks.fields import TAG, UNMARKED, Mark, Value, default_of, storable
from newstui.domain.marks.fold import Fields, mark_of
from newstui.domain.marks.origin import heard_session
from newstui.domain.text.clean import one_line
from newstui.services.core.layer import MANY, Layer
from newstui.services.core.row_values import values_of_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from newstui.services.core.catalogue_pool import CataloguePool
    from newstui.services.core.history import History
    from newstui.services.core.journal_writer import JournalWriter
    from newstui.services.core.overlay import Newer, Overlay
    from newstui.store.journal.journal import Journal


class Marks:
    """Reads and changes the fields of articles, feeds and saved searches."""

    def __init__(
        self, journal: Journal, pool: CataloguePool, overlay: Overlay, history: History, writer: JournalWriter
    ) -> None:
        self._journal, self._pool, self._overlay = journal, pool, overlay
        self._history, self._writer = history, writer

    def of(self, article: str) -> Mark:
        """Returns the reader's mark of an article, up to this instant."""
        fields = self._newest_fields(article)
        return mark_of(fields) if fields else UNMARKED

    def values(self, field: str) -> dict[str, Value]:
        """Returns the value of a field for every article, feed or search for which it was ever changed."""
        values, newer = self._overlay.around(
            lambda: self._pool.ask(lambda catalogue: catalogue.marks.all_values(field))
        )
        values.update(newer.all_of(field))
        return values

    @property
    def unwritten(self) -> int:
        """The number of marks in changes of very many articles are on their way to disk and catalogue."""
        return self._overlay.many

    def set(self, field: str, articles: Sequence[str], to: Value, title: str = "") -> Change | None:
        """Changes one field of these articles; None where nothing changes. ValueError: no such field or value."""
        field, to = storable(field, to)
        return self._set(field, dict.fromkeys(articles, to), title, is_own_act=True)

    def set_each(
        self, field: str, values: dict[str, Value], title: str = "", *, is_own_act: bool = True
    ) -> Change | None:
        """Changes one field to a value for each article, as one change; None where nothing changes.

        is_own_act: the reader did it, so undo takes it back. ValueError: no such field or value.
        """
        stored = {article: storable(field, value) for article, value in values.items()}
        field = next((name for name, _ in stored.values()), field)
        return self._set(field, {article: to for article, (_, to) in stored.items()}, title, is_own_act=is_own_act)

    def set_rows(self, field: str, rows: Sequence[int], to: Value, *, many: int = MANY) -> Change | None:
        """Changes one field of the articles of these rows, as one change; None where nothing changes.

        A change of more than `many` counts at once; its articles are looked up while it is written, so the change
        that is returned has none. ValueError: no such field or value.
        """
        field, to = storable(field, to)
        stamp = self._journal.stamp()
        if len(rows) <= many:
            values = values_of_rows(self._pool, self._overlay, rows, field, stamp)
            changed = [(article, was) for article, was in values if was != to]
            if not changed:
                return None
            articles, was = zip(*changed, strict=True)
            return self._record(Change(stamp, field, articles, _packed(was), (to,)))
        change = Change(stamp, field, (), (default_of(field),), (to,), f"{len(rows):,} articles")
        return self._record_layer(Layer(change, rows))

    def _set(self, field: str, values: dict[str, Value], title: str, *, is_own_act: bool) -> Change | None:
        """Records a change to values that are storable; None where nothing changes."""
        was = self._values(list(values), field)
        changed = [(article, old, to) for (article, to), old in zip(values.items(), was, strict=True) if old != to]
        if not changed:
            return None
        articles, old_values, new_values = zip(*changed, strict=True)
        return self._record(
            Change(
                self._journal.stamp(),
                field,
                articles,
                _packed(old_values),
                _packed(new_values),
                title if len(articles) == 1 else "",
                act="do" if is_own_act else "carry",
            )
        )

    def adopt(self, field: str, values: dict[str, Value], *, rule: str = "") -> list[str]:
        """Sets a field where the reader never changed it, and returns the ids of the articles that got a value.

        rule: the query of the reader's rule that asks for it. Undo takes back a rule, and nothing else that is
        adopted: marks from elsewhere are not an act of the reader. ValueError: no such field or value.
        """
        untouched = {article: storable(field, values[article])[1] for article in self.untouched(field, list(values))}
        if not untouched:
            return []
        stamp, articles, to = self._journal.stamp(), tuple(untouched), _packed(list(untouched.values()))
        if rule:
            number = "1 article that matches" if len(articles) == 1 else f"{len(articles):,} articles that match"
            # `was` is a value, not None: after an undo the field counts as changed by the reader.
            self._record(Change(stamp, field, articles, (default_of(field),), to, one_line(f"{number} {rule}")))
        else:
            self._record(Change(stamp, field, articles, (None,), to, act="carry"))
        self._overlay.forget_recent()  # a tag may have been there by the article's file
        return list(untouched)

    def untouched(self, field: str, articles: Sequence[str]) -> list[str]:
        """Returns those of these articles of which the reader never changed a field, nor took back a change of it."""
        stored, newer = self._overlay.around(
            lambda: self._pool.ask(lambda catalogue: catalogue.marks.values(articles, field))
        )
        return [
            article
            for article, known in zip(articles, stored, strict=True)
            if known is None and newer.of(article, field, self._row(article, newer, field)) is None
        ]

    def undo(self) -> Change | None:
        """Takes back the reader's last act, of whatever session; the change that does it, None where there is none."""
        last, _ = self.next_acts()
        return self._reverse(last) if last else None

    def redo(self) -> Change | None:
        """Brings back what `undo` took back last; None where there is nothing."""
        _, last = self.next_acts()
        return self._reverse(last) if last else None

    def next_acts(self) -> tuple[Change | None, Change | None]:
        """Returns (the change that `undo` would take back, the one that `redo` would bring back)."""
        done, undone = undoable(self.history())
        return done[-1] if done else None, undone[-1] if undone else None

    @property
    def session(self) -> str:
        """The name of this session, which the stamps of its changes have."""
        return self._journal.session

    def reverse(self, change: Change) -> Change | None:
        """Takes back any change, or an undo of one, wherever nothing was changed since.

        Returns the change that does it; None where all of it was changed since.
        """
        if not change.articles:
            return self._reverse(change)
        default, now = default_of(change.field), self._values(change.articles, change.field)
        stands = [
            value == (default if to is None else to) for (_, _, to), value in zip(change.each(), now, strict=True)
        ]
        same = list(compress(change.each(), stands))
        if not same:
            return None
        if len(same) < len(change.articles):
            articles, was, to = zip(*same, strict=True)
            change = change._replace(articles=articles, was=_packed(was), to=_packed(to))
        return self._record(change.reversed(self._journal.stamp()))

    def _reverse(self, change: Change) -> Change | None:
        """Takes back a change, or an undo; its articles need not be known yet."""
        reverse = change.reversed(self._journal.stamp())
        if change.articles:
            return self._record(reverse)
        if (layer := self._overlay.layer(change.stamp)) is not None:
            return self._record_layer(Layer(reverse, layer.rows, layer.source))
        known = next((known for known in self.history() if known.stamp == change.stamp), None)  # it was just written
        return self._record(known.reversed(reverse.stamp)) if known else None

    def history(self) -> Sequence[Change]:
        """Returns every change that the journal keeps and those on their way to it, the oldest first."""
        return self._history.changes()

    def fields(self, article: str) -> Fields:
        """Returns the winning changes of an article as the catalogue has them."""
        return self._pool.ask(lambda catalogue: catalogue.marks.fields(article))

    def winners(self) -> dict[str, Fields]:
        """Returns article → field → the winning change, of flags and tags, as far as they are on disk."""
        return self._pool.ask(lambda catalogue: catalogue.marks.winners())

    def now(self) -> int:
        """Returns the present time, µs since 1970, after every change that this session has read."""
        return self._journal.stamp().at

    def hear(self, account: str, field: str, values: dict[str, Value], at: int) -> dict[str, Stamp]:
        """Records that an account's server says so since `at`, µs since 1970. Undo leaves it alone.

        Returns the stamp for each article that is now as the server says. ValueError: no such field or value.
        """
        field = next(storable(field, value)[0] for value in values.values())
        stamp = Stamp(at, heard_session(self._journal.session, account), self._journal.stamp().sequence)
        was = self._values(list(values), field)
        changed = [(article, old, to) for (article, to), old in zip(values.items(), was, strict=True) if old != to]
        if not changed:
            return {}
        articles, old_values, new_values = zip(*changed, strict=True)
        self._record(Change(stamp, field, articles, _packed(old_values), _packed(new_values), act="carry"))
        return dict.fromkeys(articles, stamp)

    def carry(self, renamed: Sequence[tuple[str, str]]) -> None:
        """Gives the marks of each (old id, new id) to the new id. They are on disk on return. Raises StorageError."""
        changes: list[Change] = []
        for old, new in renamed:
            known = self._newest_fields(new)
            for field, (stamp, value) in self._newest_fields(old).items():
                if field not in known or known[field][0] < stamp:
                    changes.append(Change(self._journal.stamp(), field, (new,), (None,), (value,), act="carry"))
        for change in changes:
            self._record(change)
        if changes and not self._writer.flush():
            raise StorageError(
                "the marks of an edited article could not be written", hint="free some space on the disk"
            )

    def _newest_fields(self, article: str) -> Fields:
        fields, newer = self._overlay.around(lambda: self.fields(article))
        changed = {field for id_, field in newer.values if id_ == article}
        for field in changed | {layer.change.field for layer in newer.layers}:
            newest = newer.of(article, field, self._row(article, newer, field))
            if newest is not None and (field not in fields or fields[field][0] < newest[0]):
                fields[field] = newest
        return fields

    def _row(self, article: str, newer: Newer, field: str) -> int | None:
        """Returns the row of an article, where only rows tell whether it was changed."""
        if not newer.needs_rows(field):
            return None
        return self._pool.ask(lambda catalogue: catalogue.lists.row_of(article))

    def _values(self, articles: Sequence[str], field: str) -> list[Value]:
        (stored, tagged), newer = self._overlay.around(lambda: self._stored(articles, field))
        if newer.knows(field):
            stored = [
                changed[1] if (changed := newer.of(article, field, self._row(article, newer, field))) else value
                for article, value in zip(articles, stored, strict=True)
            ]
        if tagged:
            return [
                article in tagged if value is None else value for article, value in zip(articles, stored, strict=True)
            ]
        default = default_of(field)
        return [default if value is None else value for value in stored]

    def _stored(self, articles: Sequence[str], field: str) -> tuple[list[Value], Collection[str]]:
        """Returns (the catalogue's value for each article, those that hold the tag that the field names)."""
        stored = self._pool.ask(lambda catalogue: catalogue.marks.values(articles, field))
        if not field.startswith(TAG):
            return stored, ()
        return stored, self._pool.ask(lambda catalogue: catalogue.marks.holding_tag(articles, field[len(TAG) :]))

    def _record_layer(self, layer: Layer) -> Change:
        self._overlay.add_layer(layer)
        self._history.add(layer.change)
        self._writer.put(layer.change)
        return layer.change

    def _record(self, change: Change) -> Change:
        self._overlay.add(change)
        self._history.add(change)
        self._writer.put(change)
        return change


def _packed(values: Sequence[Value]) -> tuple[Value, ...]:
    """Returns one value where all are the same."""
    return tuple(values[:1] if len(set(values)) == 1 else values)
