"""The reader's rules: kept as marks are, so that undo takes back a rule, and each thing that a rule did."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.errors import UsageError
from newstui.domain.rules import HIDE, Rule, checked, stored_rule
from newstui.domain.search.query import is_lasting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newstui.services.core.articles import Articles
    from newstui.services.core.marks import Marks

_FIELD = "rule"
_WEEKS = 4


class Preview(NamedTuple):
    """The doing of a rule, if it acted now."""

    number: int
    """Articles that it would change, or hide."""
    a_week: float
    """Matches a week, in the last four weeks."""


class Rules:
    """Keeps the rules and has them act."""

    def __init__(self, marks: Marks, articles: Articles, today: Callable[[], date] = date.today) -> None:
        self._marks, self._articles, self._today = marks, articles, today

    def all(self) -> list[Rule]:
        """Returns the rules by name: also those that are over, and those that only a later version can read."""
        values = sorted(self._marks.values(_FIELD).items())
        return [rule for name, value in values if value and (rule := stored_rule(name, value))]

    def is_over(self, rule: Rule) -> bool:
        """Returns True for a rule that acts no longer."""
        return rule.is_over(self._today())

    def fault(self, rule: Rule) -> str:
        """Returns why a rule cannot be read, so that it does nothing; empty for one that can."""
        try:
            self._check(rule)
        except UsageError as error:
            return str(error)
        return ""

    def _check(self, rule: Rule) -> None:
        """Raises UsageError, QueryError where a rule cannot be read, or is too long for what it is asked with."""
        if not is_lasting(self._articles.parsed(checked(rule).query, as_typed=True)):
            raise UsageError("a rule cannot ask for is:hidden or fits:", hint="they change with what else there is")
        for query in (rule.query_to_do, _lately(rule)):
            self._articles.parsed(query, as_typed=True)

    def put(self, rule: Rule) -> None:
        """Adds a rule or puts it in place of the one of its name. Raises UsageError, QueryError."""
        self._check(rule)
        self._marks.set(_FIELD, [rule.name], rule.value)

    def hide(self, query: str, until: date) -> Rule:
        """Hides what matches until a day, and returns the rule that does it: one that hides it for longer stays.

        A rule that has the query for its name, and does something else, stays too. Raises UsageError, QueryError.
        """
        named = {rule.name: rule for rule in self.all()}
        for rule in self.hiding():
            if rule.query == query and (rule.until is None or rule.until >= until):
                return rule
        other = named.get(query)
        is_free = other is None or (other.query, other.act) == (query, HIDE)
        rule = Rule(query if is_free else f"{HIDE} {query}", query, HIDE, until)
        self.put(rule)
        return rule

    def remove(self, name: str) -> None:
        """Removes a rule; what it did stays until it is undone. Raises UsageError where there is none."""
        self.named(name)
        self._marks.set(_FIELD, [name], "")

    def named(self, name: str) -> Rule:
        """Returns the rule of this name. Raises UsageError where there is none."""
        for rule in self.all():
            if rule.name == name:
                return rule
        raise UsageError(f"there is no rule {name!r}", hint="`newstui rules` lists them")

    def preview(self, rule: Rule) -> Preview:
        """Returns what a rule would do. Raises QueryError."""
        if mark := rule.mark:
            number = len(self._marks.untouched(mark[0], self._matching(rule)))
        else:
            number = self._articles.counts.of(rule.query_to_do)[0]
        lately = self._articles.counts.of(_lately(rule))[0]
        return Preview(number, lately / _WEEKS)

    def run_all(self) -> None:
        """Has each rule act."""
        for _ in self.run():
            pass

    def run(self) -> Iterator[tuple[Rule, int]]:
        """Has each rule act that is not over and can be read, and gives (rule, articles that it changed).

        An article whose mark the reader set by hand, or took back from a rule, is left as it is.
        """
        for rule in self.all():
            mark = rule.mark
            if mark is None or self.is_over(rule) or self.fault(rule):
                continue
            ids = self._matching(rule)
            changed = self._marks.adopt(mark[0], dict.fromkeys(ids, mark[1]), rule=rule.query) if ids else []
            yield rule, len(changed)

    def _matching(self, rule: Rule) -> list[str]:
        """Returns the articles for which the mark of a rule is not set, whoever took it off."""
        return self._articles.ids(self._articles.listing(rule.query_to_do).rows)

    def hiding(self) -> list[Rule]:
        """Returns the rules that hide something now."""
        return [rule for rule in self.all() if rule.act == HIDE and not self.is_over(rule)]


def _lately(rule: Rule) -> str:
    """Returns the query for what a rule matched in the last weeks."""
    return f"({rule.query}) after:{_WEEKS}w"
