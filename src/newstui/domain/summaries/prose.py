"""The running text of an article's Markdown. One rule: every sentence knows its place in the body.

`article_sentences` numbers all sentences of paragraphs, quotations, list items and headings; only those that *tell*
may stand in a summary. Code, tables, pictures and HTML have no sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from newstui.domain.summaries.article_shapes import Part, turns_of
from newstui.domain.summaries.asides import (
    captions_before_credits,
    credits_end,
    described_pictures,
    is_about_the_author,
    is_aside,
    is_boilerplate,
    is_caption,
    is_credit,
    is_short,
)
from newstui.domain.summaries.unmarked import unmarked
from newstui.domain.summaries.vietnamese_captions import is_first_caption, is_later_caption
from newstui.domain.summaries.vietnamese_headings import heading_end
from newstui.domain.text.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.articles.article import Article

Kind = Literal["paragraph", "heading", "item", "quotation", "boilerplate"]

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+|$)")
_RULE = re.compile(r" {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*$")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,9}[.)])\s+(?:#{1,6}\s+)?")
_QUOTATION = re.compile(r" {0,3}>\s?")
_TABLE = re.compile(r"\s*\|.*\||\s*:?-{3,}:?\s*\|")
_HTML = re.compile(
    r" {0,3}</?[A-Za-z!][^>]*+(?:>\s*)?$|\s*<(?:table|figure|script|style|iframe|video|div)\b", re.IGNORECASE
)
_PICTURE = ("![", "[![")
_CODE = re.compile(r"(?: {4}|\t)")
_REFERENCE = re.compile(r" {0,3}\[[^\]]+\]:\s*\S+")

_DATELINE = re.compile(
    r"[A-ZÀ-ÞĐ][\w.'’]*(?:[ \-/][\w.'’]+){0,4}(?:, [\w. ]{2,30}){0,2} ?\([\w./& ]{2,30}\) ?(?:[-–—]{1,2}|:) (?=\S)"
    r"|\([A-Z][\w./& ]{1,30}\) ?(?:-{1,2}|–|—) (?=\S)"
    r"|[A-ZÀ-ÞĐ][A-ZÀ-ÞĐ.'’ \-]{2,30}(?:, [\w. ]{2,30})? ?(?:—|–|--| - ) ?(?=[\"“'«‘]?[A-ZÀ-ÞĐ0-9])"
    r"|[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}, [A-Z]{2}(?:, [\w. ,]{4,20})? ?(?:—|–|--|-) ?(?=[\"“A-Z])"
)
_DATE_LABEL = re.compile(
    r"\W*(?:(?:\d[\d.,:/–-]*|[A-ZÀ-ÞА-Я][\w.–-]*|and|und|et|y|e|to|bis|au|al|a\.m|p\.m|Uhr),? ?){1,6}(?<=\d)[.:]"
    r"|\W*(?:\d{1,2}(?:er|\.)? )?(?:de )?[^\W\d_]+ (?:de )?\d{4}[.:]"
)
"""The date that an item of a timeline begins with: what happened belongs to it."""
_LONGEST_TOLD = 2_000
"""Characters of the longest sentence that may stand in a summary: what is longer is no sentence."""
_WORDS_OF_AN_ITEM = 12
"""Words from which on an item of a list is told for itself."""
_WORDS_OF_A_DECK = 9
_BELOW = 4
"""The last sentences, among which one may be about the author."""
_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W\d_]")
_END = re.compile(r"[.!?…。！？؟।۔:：][\"'”’»)\]」』]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a list item or a quotation as plain text."""

    kind: Kind
    text: str
    """One line, free of Markdown."""
    cuts: tuple[tuple[int, int], ...]
    """(place in `text`, place in the body) wherever the two begin to run side by side."""

    def place(self, offset: int) -> int:
        """Returns the place in the body of the character at that offset of `text`."""
        here, there = self.cuts[bisect_right(self.cuts, (offset, 1 << 60)) - 1]
        return there + offset - here


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article."""

    text: str
    number: int
    """The number among all of the article's sentences, from 0."""
    kind: Kind
    place: int
    """The start in the body, in characters."""
    opens: bool
    """True for the first sentence of its paragraph."""
    tells: bool
    """True where it may stand in a summary."""
    part: Part | None = None
    """The part of its block in a live blog or an interview."""


def article_sentences(article: Article, most: int | None = None) -> tuple[Sentence, ...]:
    """The first sentences of an article, so many at most, in order; all where `most` is None."""
    return body_sentences(article.body, article.lang, most)


def body_sentences(body: str, lang: str | None = None, most: int | None = None) -> tuple[Sentence, ...]:
    """The first sentences of a Markdown body, so many at most, in order; all where `most` is None."""
    sentences: list[Sentence] = []
    every = list(blocks(body))
    for block, turn in zip(every, turns_of([(block.kind, block.text) for block in every]), strict=True):
        left = None if most is None else most - len(sentences)
        if left == 0:
            break
        begin = turn.begin or (_after_dateline(block.text) if block.kind == "paragraph" else 0)
        may_tell = turn.part != "question" and (block.kind in ("paragraph", "quotation", "item") or _is_deck(block))
        spans = sentence_spans(block.text[begin:], lang)
        if block.kind == "item" and len(spans) > 1 and _DATE_LABEL.fullmatch(block.text[: begin + spans[0][1]]):
            spans = [(spans[0][0], spans[1][1]), *spans[2:]]
        texts = [block.text[begin + start : begin + end] for start, end in spans]
        captions = captions_before_credits(texts)
        for i, (start, end) in enumerate(spans[:left]):
            # An entry of a live blog keeps its time of day, which belongs to what it says.
            first = 0 if turn.part == "entry" and i == 0 else begin + start
            first += credits_end(texts[i], texts[i - 1]) if i else 0
            text = block.text[first : begin + end]
            if glued := heading_end(text):
                first, text = first + glued, text[glued:]
            tells = may_tell and i not in captions and _tells(text, "paragraph" if turn.part == "event" else block.kind)
            sentences.append(Sentence(text, len(sentences), block.kind, block.place(first), i == 0, tells, turn.part))
    return tuple(sentences)


def blocks(body: str) -> Iterator[Block]:
    """The blocks of a Markdown body that have sentences, in order."""
    described = described_pictures(body)
    behind_picture = False
    held: Block | None = None  # a paragraph behind a picture; where a credit comes next, it is a caption
    for kind, pieces in _pieces(body):
        block = _plain(kind, pieces)
        if pieces[0][2].lstrip().startswith(_PICTURE):
            behind_picture = True
            if held:
                yield held
                held = None
        if _LETTER.search(block.text):
            aside = is_boilerplate(block.text) or is_caption(block.text, described, behind_picture=behind_picture)
            block = replace(block, kind="boilerplate") if aside and kind in ("paragraph", "item") else block
            credit = is_credit(block.text)
            if held:
                yield replace(held, kind="boilerplate") if credit else held
            held = block if behind_picture and kind == "paragraph" and is_short(block.text) else None
            if not held:
                yield block
            behind_picture = credit
    if held:
        yield held


def _tells(text: str, kind: Kind) -> bool:
    """Returns True for a sentence that says something by itself: it has words, and does not end with a colon."""
    if len(text) > _LONGEST_TOLD or not _WORD.search(text) or is_aside(text) or text.endswith((":", "：")):
        return False
    return kind != "item" or bool(_END.search(text))


def _is_deck(block: Block) -> bool:
    """Returns True for a heading that tells, as a sentence below the title does."""
    return block.kind == "heading" and block.text.endswith(".") and len(block.text.split()) >= _WORDS_OF_A_DECK


def _after_dateline(text: str) -> int:
    """Returns the start of a paragraph after `PARIS (AFP) — `."""
    dateline = _DATELINE.match(text)
    return dateline.end() if dateline else 0


Piece = tuple[int, int, str]
"""(where in the body, how far, the text)."""


def _pieces(body: str) -> Iterator[tuple[Kind, list[Piece]]]:
    """Runs of lines that make a block, each line without its marker and with its place in the body."""
    kind: Kind = "paragraph"
    gathered: list[Piece] = []
    fence = ""
    start = 0
    for line in body.split("\n"):
        at, start = start, start + len(line) + 1
        if fence:
            fence = "" if line.strip().startswith(fence) else fence
            continue
        opening = _FENCE.match(line)
        fence = opening[1] if opening else ""
        if gathered and kind == "paragraph" and _UNDERLINE.match(line):
            yield ("heading", gathered)
            gathered = []
            continue
        if opening or not line.strip() or _is_skipped(line, bool(gathered)):
            if gathered:
                yield (kind, gathered)
            kind, gathered = "paragraph", []
            continue
        line_kind, marker = _marker(line)
        if gathered and _begins_another(line_kind, kind):
            yield (kind, gathered)
            gathered = []
        kind = line_kind if not gathered else kind
        gathered.append((at + marker, at + len(line), line[marker:]))
        if line_kind == "heading":
            yield ("heading", gathered)
            kind, gathered = "paragraph", []
    if gathered:
        yield (kind, gathered)


def _begins_another(next_kind: Kind, kind: Kind) -> bool:
    """Returns True where a line of that kind ends the block before it; an unmarked line continues an item or a
    quotation.
    """
    return next_kind in ("heading", "item") or (next_kind == "quotation" and kind != "quotation")


def _is_skipped(line: str, continues: bool) -> bool:
    """Returns True for a rule, a part of a table, HTML, indented code or a link's definition."""
    if _RULE.match(line) or _TABLE.match(line) or _HTML.match(line) or _REFERENCE.match(line):
        return True
    return not continues and bool(_CODE.match(line)) and not _ITEM.match(line)


def _marker(line: str) -> tuple[Kind, int]:
    """Returns the kind of block that a line begins or continues, and the length of its marker."""
    if heading := _HEADING.match(line):
        return "heading", heading.end()
    if quotation := _QUOTATION.match(line):
        return "quotation", quotation.end()
    if item := _ITEM.match(line):
        return "item", item.end()
    return "paragraph", len(line) - len(line.lstrip())


def _plain(kind: Kind, pieces: list[Piece]) -> Block:
    """The lines joined by spaces, without Markdown."""
    text: list[str] = []
    cuts: list[tuple[int, int]] = []
    size = 0
    for i, (at, _, line) in enumerate(pieces):
        if i:
            text.append(" ")
            size += 1
        for shift, piece in unmarked(line.rstrip()):
            cuts.append((size, at + shift))
            text.append(piece)
            size += len(piece)
    return Block(kind, "".join(text), tuple(cuts) or ((0, 0),))


def telling(sentences: tuple[Sentence, ...]) -> list[Sentence]:
    """The sentences that may stand in a summary.

    A quotation that is set off has its speaker elsewhere; what a colon announces makes no sense without it, nor do the
    short items of a list that it announces.
    """
    announced = {after.number for before, after in pairwise(sentences) if before.text.endswith((":", "："))}
    in_list = False
    for each in sentences:
        if each.kind != "item":
            in_list = each.text.endswith((":", "："))
        elif in_list and each.opens and len(each.text.split()) < _WORDS_OF_AN_ITEM:
            announced.add(each.number)
    announced |= {
        each.number for each in sentences[-_BELOW:] if len(sentences) > 2 * _BELOW and is_about_the_author(each.text)
    }
    if len(sentences) > 2 and is_first_caption(sentences[0].text, sentences[1].text):
        announced.add(sentences[0].number)
    announced |= {this.number for this, after in pairwise(sentences[1:]) if is_later_caption(this.text, after.text)}
    able = [each for each in sentences if each.tells]
    told = [each for each in able if each.kind != "quotation" and each.number not in announced] or able
    # What stands behind a caption is the first sentence of its paragraph.
    return [replace(told[0], opens=True), *told[1:]] if told else []
