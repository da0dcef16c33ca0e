"""Boilerplate of web sites around and inside a text that was copied from a page. Prose is never boilerplate.

Only a whole line that is a known label counts, and only where it stands by itself. Files are never rewritten: a line
that is left out of an article is still in its file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

_LONGEST_LABEL = 60
_LONGEST_TITLE = 200
_CHARACTERS_AT_ONCE = 65_536
_MOST_RELATED = 12
_A_PARAGRAPH = 110
"""A line so long was not wrapped by hand, so the line next to it is not part of its sentence."""

# On a line of its own each of these is boilerplate wherever it stands.
_LABELS = frozenset(
    label.strip()
    for label in """
    no time to read?|get a summary|get the summary|get summary|read the summary|short on time?|summarize this article
    share this article|share this story|share this post|share article|share on facebook|share on twitter|share on x
    share on linkedin|share on whatsapp|share via email|share this|email this article|print this article|copy link
    skip to content|skip to main content|skip to navigation|skip to main navigation|jump to content|toggle navigation
    advertisement|advertisements|advertising|sponsored content|story continues below|story continues below advertisement
    article continues below|article continues after advertisement|continue reading below|report this ad|remove ads
    sign up for our newsletter|sign up to our newsletter|subscribe to our newsletter|get our newsletter
    sign up for our newsletters|join our newsletter|subscribe now|subscribe today|sign up now|log in or subscribe
    accept cookies|accept all cookies|accept all|reject all cookies|reject all|cookie settings|manage cookies
    we use cookies|cookie policy|privacy settings|listen to this article|save this article|add to bookmarks
    save for later|back to top|enable notifications|allow notifications|download our app|open in app|follow us
    order reprints|request reprints|print article|print this page|text size|font size|send tips|buy reprints
    follow us on twitter|follow us on facebook|follow us on google news|follow us on instagram|click to share
    """.replace("\n", "|").split("|")
) - {""}
_NEIGHBOURS = frozenset(
    f"{which} {what}"
    for which in ("previous", "next", "prev", "older", "newer")
    for what in ("article", "post", "story", "articles", "posts", "stories")
)
_MORE = frozenset(
    f"{which} {what}"
    for which in ("related", "recommended", "more", "popular", "latest", "trending", "most read", "similar")
    for what in ("articles", "posts", "stories", "news", "content", "reading", "topics")
) | {
    "read more", "read next", "read also", "see also", "up next", "you may also like",
    "you may like", "you might like", "more like this",     "you might also like",
    "most read",
    "editor's picks", "editors' picks", "editor’s picks", "editors’ picks",
    "recommended for you", "more from this section", "more on this topic", "more on this story", "trending now",
    "comments", "leave a comment", "leave a reply", "post a comment", "show comments", "view comments",
}  # fmt: skip
_AT_THE_END = _NEIGHBOURS | _MORE
_ANY = _LABELS | _AT_THE_END
_DECORATION = " \t:…»«→←›‹·▼▲✕×"
_SPACES = (
    "\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_BEFORE = _DECORATION + _SPACES
"""Characters that may stand before a label."""
_BEGINNINGS = frozenset(label[:2] for label in _ANY)
_CODE_FENCE = re.compile(r" {0,3}(```|~~~)")
_COPYRIGHT = re.compile(r"(?:copyright )?(?:©|\(c\)) |all rights reserved", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]*_]*$")


def without_boilerplate(text: str) -> tuple[str, int]:
    """Returns the text without its lines of boilerplate, and the number of those. Blank lines do not count."""
    if not _has_label(text):
        return text, 0
    lines = text.split("\n")
    written = [number for number, line in enumerate(lines) if line and not line.isspace()]
    page = _Page(lines, written, _code(lines))
    left_out = page.tail()
    left_out |= page.labels(left_out)
    if not left_out or len(left_out) == len(written):
        return text, 0
    lines_left = (line for number, line in enumerate(lines) if number not in left_out)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines_left)).strip("\n"), len(left_out)


def _has_label(text: str) -> bool:
    """Returns True if a line is a label. All lines of a book at once would take sixty megabytes."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _CHARACTERS_AT_ONCE)
        end = len(text) if end < 0 else end
        lines = {line for line in text[start:end].split("\n") if 0 < len(line) <= _LONGEST_LABEL}
        if lines and any(_is_label(line, _ANY) for line in lines):
            return True
        start = end + 1
    return False


def is_label(line: str) -> bool:
    """Returns True for a line that is boilerplate where it stands by itself."""
    return _is_label(line, _ANY)


@lru_cache(maxsize=1024)  # a page repeats its labels, and each is looked at for several reasons
def _label(line: str) -> str:
    return " ".join(line.split()).strip(_DECORATION).casefold()


def _is_label(line: str, labels: frozenset[str]) -> bool:
    return (
        len(line) <= _LONGEST_LABEL
        and line.lstrip(_BEFORE)[:2].casefold()[:2] in _BEGINNINGS  # most lines are done with here
        and not line.startswith(("    ", "\t"))
        and _label(line).rstrip("!.") in labels
    )


def _code(lines: list[str]) -> set[int]:
    """Returns the numbers of the lines inside of fenced code."""
    inside: set[int] = set()
    fence = ""
    for number, line in enumerate(lines):
        mark = _CODE_FENCE.match(line)
        if fence or mark:
            inside.add(number)
        if mark and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
    return inside


class _Page:
    """The lines of a text, and the numbers of those that are not blank and of those in code."""

    def __init__(self, lines: list[str], written: list[int], code: set[int]) -> None:
        self.lines = lines
        self.written = written
        self.code = code

    def _is(self, number: int, labels: frozenset[str]) -> bool:
        return number not in self.code and _is_label(self.lines[number], labels)

    def labels(self, tail: set[int]) -> set[int]:
        """Returns the lines that are labels by themselves, in runs that interrupt no sentence."""
        labels: set[int] = set()
        run: list[int] = []
        for number in [*(number for number in self.written if number not in tail), None]:
            if number is not None and self._is(number, _LABELS):
                run.append(number)
                continue
            if run and self._stands_alone(run, tail):
                labels.update(run)
            run = []
        return labels

    def _stands_alone(self, run: list[int], tail: set[int]) -> bool:
        first, last = bisect_left(self.written, run[0]), bisect_left(self.written, run[-1])
        before = self.written[first - 1] if first else None
        after = self.written[last + 1] if last + 1 < len(self.written) else None
        if after in tail:
            after = None
        if not (self._apart(before, run[0]) and self._apart(after, run[-1])):
            return False
        if before is None or after is None:
            return before is None or not self.lines[before].rstrip().endswith((":", ","))
        return self._may_interrupt(before, after, len(run))

    def _apart(self, neighbour: int | None, number: int) -> bool:
        """Returns True if a blank line is between the two, or one is a paragraph that fills its line."""
        return neighbour is None or abs(neighbour - number) > 1 or len(self.lines[neighbour]) >= _A_PARAGRAPH

    def _may_interrupt(self, before: int, after: int, labels: int) -> bool:
        """Returns True if the text before a run of labels is finished, and the text after it starts again."""
        line, next_line = self.lines[before].rstrip(), self.lines[after].lstrip()
        if line.endswith((":", ",", ";", "-", "–", "—")) or next_line[:1].islower():
            return False
        return before == self.written[0] or labels > 1 or self._is_sentence(before)

    def tail(self) -> set[int]:
        """Returns the lines from the first label of a page's end on, if only titles and labels follow it."""
        start = len(self.written)
        titles = 0
        for index in range(len(self.written) - 1, 0, -1):
            number = self.written[index]
            if self._is(number, _AT_THE_END):
                most = 1 if self._is(number, _NEIGHBOURS) else _MOST_RELATED
                if not self._follows_a_finished(index):
                    return set()  # The text talks about the label.
                if titles > most:
                    break
                start, titles = index, 0
            elif self._is(number, _LABELS) or _COPYRIGHT.match(self.lines[number]):
                titles = 0 if titles <= 1 else titles
            elif self._is_title(number):
                titles += 1
                if titles > _MOST_RELATED:
                    break
            else:
                break
        article = self.written[:start]
        return set(self.written[start:]) if any(self._is_sentence(number) for number in article) else set()

    def _is_sentence(self, number: int) -> bool:
        return bool(_SENTENCE_END.search(self.lines[number].rstrip()[-20:]))

    def _is_title(self, number: int) -> bool:
        line = self.lines[number].strip()
        return number not in self.code and len(line) <= _LONGEST_TITLE and not line.endswith((".", ":", ",", ";"))

    def _follows_a_finished(self, index: int) -> bool:
        """Returns True if the line before ends a paragraph or is a label or a title, not an unfinished sentence."""
        before, number = self.written[index - 1], self.written[index]
        if self._is(before, _LABELS) or self._is(before, _AT_THE_END):
            return True
        if index > 1 and self._is(self.written[index - 2], _NEIGHBOURS):
            return True  # The line before is the title of the article that came before.
        line = self.lines[before].rstrip()
        return self._apart(before, number) and not line.endswith((":", ",", ";", "-", "–", "—"))
