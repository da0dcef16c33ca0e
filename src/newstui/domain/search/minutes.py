"""`minutes:` of a query at a reader's pace: it becomes a comparison of words, so that it says what lists show."""

from __future__ import annotations

from newstui.domain.search.query import And, Measure, Node, replaced


def with_words(node: Node, pace: int) -> Node:
    """Returns the query with `words:` for each `minutes:`, as `minutes_to_read` counts them at a pace."""

    def in_words(term: Node) -> Node:
        return _in_words(term, pace) if isinstance(term, Measure) and term.name == "minutes" else term

    return replaced(node, in_words)


def _in_words(measure: Measure, pace: int) -> Node:
    least, end = _first_words(measure.number, pace), _first_words(measure.number + 1, pace)
    match measure.comparison:
        case "<":
            return Measure("words", "<", least)
        case "<=":
            return Measure("words", "<", end)
        case ">":
            return Measure("words", ">=", end)
        case ">=":
            return Measure("words", ">=", least)
        case _:
            return And((Measure("words", ">=", least), Measure("words", "<", end)))


def _first_words(minutes: int, pace: int) -> int:
    """Returns from how many words on a text takes so many minutes; none takes less than one."""
    return 0 if minutes <= 1 else minutes * pace - pace // 2
