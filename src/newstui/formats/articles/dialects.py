"""Markdown as notes and project pages have it, made plain: blocks of HTML, wiki links, small digits.

HTML in a line stays: whoever sets Markdown knows its tags. A block of it would be text with tags to everyone.
"""

from __future__ import annotations

import re
from textwrap import dedent

from newstui.formats.articles.admonitions import with_callouts
from newstui.formats.articles.block_lines import without_block_lines
from newstui.formats.articles.inline_dialects import MAY_HAVE, plain_line
from newstui.formats.html.to_markdown import markdown_in_html

_MAY_HAVE_BLOCKS = re.compile(r"<[A-Za-z/!]")
_CONTAINERS = (
    "address|article|aside|body|center|details|div|fieldset|figcaption|figure|footer|form|header|html|legend|main|nav|p"
    "|search|section|summary"
)
"""Elements that only hold paragraphs: what is in them is Markdown."""
_STRUCTURES = (
    "audio|base|blockquote|caption|col|colgroup|dd|dir|dl|dt|embed|h[1-6]|head|hr|iframe|li|link|math|menu|object|ol"
    "|pre|script|style|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|ul|video"
)
_MARKER_OF_ITEM = r"(?:[-+*]|\d{1,9}[.)])[ \t]+"
_BEGINS_BLOCK = re.compile(
    rf"(?P<before>(?:[ \t]{{0,3}}>)*(?P<indent>[ \t]*)(?:{_MARKER_OF_ITEM})*)"
    rf"(?:(?P<comment><!--)|</?(?P<name>{_CONTAINERS}|{_STRUCTURES})(?=[\s/>]|$))",
    re.IGNORECASE,
)
_IN_QUOTATION = rf"(?:>[ \t>]*(?:{_MARKER_OF_ITEM})*)?"
_CODE_OR_ITEM = rf"\n {{0,3}}+(?:[^\S\n]|{_MARKER_OF_ITEM}|{_IN_QUOTATION}(?:`{{3}}|~{{3}}"
_LINE_OF_MORE = re.compile(_CODE_OR_ITEM + "))")
"""Begins a line that is not only words: code or an item."""
_LINE_OF_MORE_OR_HTML = re.compile(
    rf"{_CODE_OR_ITEM}|[ \t]*<(?:!--|/?(?:{_CONTAINERS}|{_STRUCTURES})(?![^\s/>]))))", re.IGNORECASE
)
_AT_ONCE = 65_536
"""Characters of lines of words that are looked at together."""
_ENDS_BLOCK = r"^(?:[ \t>]*(?:$|`{3}|~{3})%s)"
_DEEPEST_ITEM = 40
_STRUCTURE = re.compile(rf"</?(?P<name>{_STRUCTURES})(?=[\s/>])", re.IGNORECASE)
_TABLE = re.compile(r"<(/?)table(?=[\s/>])|^ {0,3}(?:#{1,6}[ \t]|`{3}|~{3})", re.IGNORECASE | re.MULTILINE)
"""A table, or what stands in none: it ends the search for the end of a table."""
_RAW_ENDS = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("pre", "script", "style", "textarea")}
_CONTAINER = re.compile(
    rf"(?<!`)(?P<code>`+)[^\n`]+(?P=code)|<(?P<end>/?)(?P<name>{_CONTAINERS})(?:\s[^<>]*)?>", re.IGNORECASE
)
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_AROUND = {
    "li": "<ul>", "tr": "<table>", "tbody": "<table>", "thead": "<table>", "tfoot": "<table>", "td": "<table><tr>",
    "th": "<table><tr>", "dt": "<dl>", "dd": "<dl>",
}  # fmt: skip
"""The tags that have to stand around an element that begins a block without them."""
_ROOM = 512_000
"""Characters of HTML in a text that are written as Markdown; the tags of the rest are left to the renderer."""
_A_BLOCK = 500
"""Characters that a block counts for beside its own: so much work it is to begin one."""

_FENCE = re.compile(rf"[ \t>]*(?:{_MARKER_OF_ITEM})*(`{{3,}}|~{{3,}})")
_LINE_OF_FENCE = re.compile("\n" + _FENCE.pattern)
_ITEM = re.compile(rf"[ \t]*(?:{_MARKER_OF_ITEM})+")
_MARKER = re.compile(r"[^ \t>]")
_QUOTED = re.compile(r"^(?:[ \t]{0,3}>)+ ?", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n\s*\n")


def plain_markdown(text: str) -> str:
    """Returns the Markdown with its HTML as Markdown, and what only dialects have as all have it. Code stays."""
    text = with_callouts(without_block_lines(text))
    return "\n".join(_Reader(text).lines()) if _MAY_HAVE_BLOCKS.search(text) or MAY_HAVE.search(text) else text


class _Reader:
    """Goes through the lines of a text, from the first to the last."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._has_parts = MAY_HAVE.search(text) is not None
        """True where a line may have something to make plain."""
        self._written: list[str] = []
        self._fence = ""
        self._item = 0
        """The column in which the text of the list item around the line begins; 0 outside of lists."""
        self._is_code = False
        """True where the line before is indented code."""
        self._room = _ROOM
        self._unended: set[str] = set()
        """Elements and comments that have no end in the rest of the text."""
        self._no_room_before = 0
        """The end of a block that is too long."""
        self._no_table_before = 0
        """A place up to which no table ends."""

    def lines(self) -> list[str]:
        at = 0
        while at <= len(self._text):
            end = self._end_of_words(at)
            if end > at:
                self._take_words(self._text[at:end])
                at = end + 1
            else:
                end = self._line_end(at)
                at = self._read_line(self._text[at:end], at, end)
        return self._written

    def _end_of_words(self, at: int) -> int:
        """Returns the end of the lines of words that begin at a place, of many at once; no later one where none do."""
        if not at or (self._item and not self._fence):
            return 0
        end, more_than_words = at + _AT_ONCE, _LINE_OF_MORE_OR_HTML
        if self._fence:
            more_than_words = _LINE_OF_FENCE
        elif self._room <= _A_BLOCK:
            more_than_words = _LINE_OF_MORE
        elif at < self._no_room_before:
            end, more_than_words = min(end, self._no_room_before + 1), _LINE_OF_MORE
        if more := more_than_words.search(self._text, at - 1, end):
            return more.start()
        return len(self._text) if end >= len(self._text) else self._text.rfind("\n", at, end)

    def _take_words(self, text: str) -> None:
        """Writes lines, outside of lists, that begin no block: what `_read_line` does with each."""
        if not self._fence:
            self._is_code = self._is_code and text.isspace()
            text = self._plain_words(text)
        self._written += text.split("\n")

    def _plain_words(self, text: str) -> str:
        return plain_line(text) if self._has_parts and MAY_HAVE.search(text) else text

    def _read_line(self, line: str, at: int, end: int) -> int:
        """Writes a line, or the block that it begins, and returns where the next one starts."""
        mark = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if self._fence:
            if mark and mark[1].startswith(self._fence) and not line[mark.end() :].strip():
                self._fence = ""
            self._written.append(line)
            return end + 1
        self._look_around(line)
        if mark or self._is_code:
            self._fence = mark[1] if mark else ""
            self._written.append(line)
            return end + 1
        may_begin = "<" in line and self._room > _A_BLOCK and at >= self._no_room_before
        begin = _BEGINS_BLOCK.match(line) if may_begin else None
        if begin and _columns(begin["indent"]) < self._item + 4:
            block_end = self._comment_end(at, begin) if begin["comment"] else self._block_end(at, end, begin)
            if self._room < block_end - at:
                self._no_room_before = block_end
            elif block_end:
                self._room -= block_end - at + _A_BLOCK
                self._write_block(self._text[at + begin.end("before") : block_end], begin["before"])
                if self._text[block_end + 1 : self._line_end(block_end + 1)].strip(" \t>"):
                    self._written.append(_MARKER.sub(" ", begin["before"]).rstrip())
                return block_end + 1
        self._written.append(self._plain_words(line))
        return end + 1

    def _look_around(self, line: str) -> None:
        """Notes whether a line stands in a list item, and whether it is indented code."""
        after_blank = not self._written or not self._written[-1].strip()
        if not line.strip():
            return
        indent = _columns(line[: len(line) - len(line.lstrip())]) if line[0].isspace() else 0
        if after_blank and indent < self._item:
            self._item = 0
        self._is_code = indent >= self._item + 4 and (after_blank or self._is_code)
        if not self._is_code and (item := _ITEM.match(line)):
            self._item = _columns(item[0])

    def _comment_end(self, at: int, begin: re.Match[str]) -> int:
        """Returns the end of the last line of a comment; 0 where the comment is no block."""
        end = -1 if "" in self._unended else self._text.find("-->", at + begin.end())
        if end < 0:
            self._unended.add("")
            return 0
        line_end = self._line_end(end)
        return 0 if self._text[end + 3 : line_end].strip() else line_end

    def _block_end(self, at: int, end: int, begin: re.Match[str]) -> int:
        """Returns the end of the last line of a block: before a blank line, or with the end of a table or code."""
        name = begin["name"].lower()
        if name in _RAW_ENDS:
            found = None if name in self._unended else _RAW_ENDS[name].search(self._text, at)
            if found:
                return self._line_end(found.end())
            self._unended.add(name)
            if name != "pre":
                return 0
        stop = self._end_pattern(begin).search(self._text, end + 1) if end < len(self._text) else None
        block_end = stop.start() - 1 if stop else len(self._text)
        if at >= self._no_table_before and _TABLE.search(self._text, at, block_end):
            block_end = max(block_end, self._table_end(at))
        return max(block_end, end)

    def _end_pattern(self, begin: re.Match[str]) -> re.Pattern[str]:
        """Returns what ends a block: a blank line, a fence, the end of the quotation or the list item around it."""
        leaves_quotation = r"|(?![ \t]{0,3}>)" if ">" in begin["before"] else ""
        columns = min(self._item, _DEEPEST_ITEM)
        leaves_item = rf"| {{0,{columns - 1}}}(?:[-+*]|\d{{1,9}}[.)])[ \t]" if columns else ""
        return re.compile(_ENDS_BLOCK % (leaves_quotation + leaves_item), re.MULTILINE)

    def _table_end(self, at: int) -> int:
        """Returns the end of the line on which the tables end that begin here; 0 where they do not."""
        depth = 0
        for tag in _TABLE.finditer(self._text, at):
            if tag[1] is None:
                self._no_table_before = tag.start()
                return 0
            depth += -1 if tag[1] else 1
            if depth <= 0:
                return self._line_end(tag.end())
        self._no_table_before = len(self._text)
        return 0

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end

    def _write_block(self, html: str, before: str) -> None:
        """Writes a block as Markdown, on lines that belong to the same quotations and items."""
        following = _MARKER.sub(" ", before)
        blank = following.rstrip()
        if ">" in before:
            html = _QUOTED.sub("", html)
        markdown = _markdown(html)
        if not markdown:
            self._written.append(before.rstrip())
            return
        lines = markdown.split("\n")
        if self._written and self._written[-1].strip(" \t>") and following == before:
            self._written.append(blank)
        self._written.append(before + lines[0] if lines[0] else before.rstrip())
        self._written += (following + line if line else blank for line in lines[1:])


def _columns(space: str) -> int:
    return len(space.expandtabs(4))


def _markdown(html: str) -> str:
    """Returns a block of HTML, in which there may be Markdown, as Markdown."""
    comments_end = html.rfind("-->") + 3
    if comments_end >= 3:
        html = _COMMENT.sub("", html[:comments_end]) + html[comments_end:]
    structure = _STRUCTURE.search(html)
    if structure:
        return markdown_in_html(_AROUND.get(structure["name"].lower(), "") + html)
    text = _CONTAINER.sub(_paragraph, html)
    lines = dedent(text).split("\n")
    if not any(_ITEM.match(line) for line in lines):
        lines = [line.lstrip() for line in lines]
    return plain_line(_BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n"))


def _paragraph(tag: re.Match[str]) -> str:
    if tag["code"]:
        return tag[0]
    if tag["name"].lower() == "summary":
        return "</summary>\n\n" if tag["end"] else "\n\n<summary>"
    return "\n\n"
