"""Decodes the bytes of a file. Valid UTF-8 is never read as anything else, and every guess leaves a note."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_BYTES = 4 * 1024 * 1024
"""The bytes of a file that are read. Longer than any article; short enough to parse while someone waits."""

_PLAIN = bytes([9, 10, *range(32, 127)])
_SAMPLE = 4096
# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How a file that begins with `<?xm` begins in encodings that have no mark.
_XML_STARTS = tuple(
    ("<?xm".encode(name), name) for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be", "cp037")
)
_OTHER_SPELLING = re.compile(r"^(?:cp-?|win-?|windows-?)(?=125\d$)")
_NUMBERED_ISO = re.compile(r"^iso-?(?=8859)")
_CHARSETS = (
    re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9_-]{1,30})", re.IGNORECASE),
    re.compile(rb"\A\s{0,100}<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([a-z0-9_-]{1,30})", re.IGNORECASE),
)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([a-z0-9_-]{1,30})", re.IGNORECASE)
_NOT_ASCII = re.compile("[^\x00-\x7f\ufffd]")
_NOT_ASCII_BYTE = re.compile(rb"[^\x00-\x7f]")
_META = re.compile(rb"<meta\b", re.IGNORECASE)
_JAPANESE = "iso-2022-jp"
_JAPANESE_ESCAPE = b"\x1b$"
"""Begins a run of Japanese characters in ISO-2022-JP."""
_DETECTED_BY = 65_536
"""Bytes that an encoding is detected by."""
_OTHER_LATIN = frozenset(("windows-1250", "windows-1254", "windows-1257", "windows-1258", "ISO-8859-2", "ISO-8859-4"))
_LETTER_IN_WORD = re.compile(rb"[a-z][\xa1-\xff]")
_NOT_DETECTED = frozenset(("UTF-8", "UTF-16LE", "UTF-16BE"))
# Encodings that pages are written in, under the names that browsers know. Python knows others that no page may choose:
# some are slow on purpose-made input, some are no text encodings at all.
_DECLARED = re.compile(
    "iso-8859-(?:[2-9]|1[013-6])|windows-125[0-8]|windows-874|koi8-[ru]|big5|euc-jp|gb18030|iso-2022-jp|cp932|cp949"
)
_KNOWN_AS = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks-c-5601-1987": "cp949",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "sjis": "cp932",
    "windows-874": "cp874",
    "ibm866": "cp866",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
}


class Decoded(NamedTuple):
    """The text of a file."""

    text: str
    """Clean (`domain.text.clean`): lines end with a newline and nothing else controls."""
    notes: tuple[str, ...] = ()
    """The oddities of the file, one sentence each."""


def decode(raw: bytes, *, html: bool = False, uncut: bool = False, content_type: str = "") -> Decoded:
    """Returns the text of a file, whatever its bytes are.

    html: what the page says of its own encoding counts, as does the first line of XML.
    uncut: all of it is read, however long it is.
    content_type: the header that it came with; it counts more than what the page says.
    """
    notes: list[str] = []
    whole = uncut or len(raw) <= MAX_BYTES
    if not whole:
        raw = raw[:MAX_BYTES]
        notes.append("This file is longer than 4 MB; newstui shows the first 4 MB.")
    odd = raw.translate(None, _PLAIN)
    if not odd:
        return Decoded(raw.decode("ascii"), tuple(notes))
    if whole:
        text = _clean_utf8(raw, odd)
        if text is not None:
            return Decoded(text)
    text = _decoded(raw, whole, _declared_encoding(raw, content_type) if html else None, notes)
    nulls = text.count("\0")
    if nulls:
        notes.append(f"{nulls} NUL {'character was' if nulls == 1 else 'characters were'} left out.")
    return Decoded(clean(text), tuple(notes))


def decode_declared(raw: bytes, declared: Sequence[str]) -> str:
    """Returns all of the text, not yet cleaned. `declared`: the encodings that are claimed, the most trusted first.

    A byte order mark decides. Next comes UTF-8, if the bytes are valid: many a server claims Latin-1 for all its
    files. A claim counts only for an encoding that browsers know too.
    """
    wide = next((encoding for start, encoding in _XML_STARTS if raw.startswith(start)), None)
    if wide:
        return raw.decode(wide, "replace")
    known = [name for name in map(_known_encoding, declared) if name]
    for name in known:
        try:
            raw.decode(name)
        except UnicodeDecodeError:
            continue
        return _decoded(raw, True, name, [])
    return _decoded(raw, True, known[0] if known else None, [])


def _clean_utf8(raw: bytes, odd: bytes) -> str | None:
    """Returns the text if it is UTF-8 and clean as it stands: the common case, ten times faster than cleaning it.

    `odd` is all that is not plain ASCII. To look at that alone is enough: most characters are judged by themselves,
    and of those that are judged by their neighbours more come together without the ASCII between them, not fewer.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    doubtful = odd.decode("utf-8")
    return text if clean(doubtful) == doubtful else None


def _decoded(raw: bytes, whole: bool, declared: str | None, notes: list[str]) -> str:
    """Returns the text by its mark, as UTF-8, as declared, or as detected, in this order; adds to `notes`."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _replaced(raw[len(mark) :], encoding, whole, notes)
    wide = _wide_encoding(raw)
    if wide:
        notes.append("This file was read as UTF-16, although it does not say so.")
        return _replaced(raw, wide, whole, notes)
    if raw.isascii() and (declared == _JAPANESE or _JAPANESE_ESCAPE in raw):
        if declared != _JAPANESE:
            notes.append("This file was read as ISO-2022-JP, although it does not say so.")
        return _replaced(raw, _JAPANESE, whole, notes)  # seven bits a byte: it would pass as UTF-8
    try:
        return _incremental(raw, "utf-8", "strict", whole)
    except UnicodeDecodeError:
        pass
    if declared:
        return _replaced(raw, declared, whole, notes)
    damaged = _incremental(raw, "utf-8", "replace", whole)
    if len(_NOT_ASCII.findall(damaged)) > damaged.count("\ufffd"):
        notes.append("Some bytes of this file are not UTF-8; they are shown as \ufffd.")
        return damaged
    label, encoding = _detected_encoding(raw)
    notes.append(f"This file is not UTF-8; it was read as {label}.")
    return _incremental(raw, encoding, "replace", whole)


def _replaced(raw: bytes, encoding: str, whole: bool, notes: list[str]) -> str:
    text = _incremental(raw, encoding, "replace", whole)
    if "\ufffd" in text:
        notes.append(f"Some bytes of this file are not {encoding.upper()}; they are shown as \ufffd.")
    return text


def _incremental(raw: bytes, encoding: str, errors: str, whole: bool) -> str:
    """Returns the text; of a file that was cut, without the character that was cut through."""
    return codecs.getincrementaldecoder(encoding)(errors).decode(raw, whole)


def _detected_encoding(raw: bytes) -> tuple[str, str]:
    """Returns the most likely encoding by the frequency of its characters: (its name, Python's name for it)."""
    from turbohtml.detect import Detection, detect  # most files are UTF-8

    odd = _NOT_ASCII_BYTE.search(raw)
    start = max(0, odd.start() - _SAMPLE) if odd else 0
    sample = raw[start : start + _DETECTED_BY]
    if len(sample) == _DETECTED_BY:
        sample = sample[: 1 + max(sample.rfind(b" "), sample.rfind(b"\n"))] or sample  # through no character
    # A declaration that counts was found before; any other must not decide here.
    found = detect(_META.sub(b"<", sample), Detection(excluded=_NOT_DETECTED)).encoding
    if found in _OTHER_LATIN and not _LETTER_IN_WORD.search(sample):
        found = None  # a sign such as £ in English text
    known = _known_encoding(found) if found else None
    return (found.replace("windows", "Windows"), known) if found and known else ("Windows-1252", "cp1252")


def _wide_encoding(raw: bytes) -> str | None:
    """Recognises UTF-16 without a mark: the text's ASCII characters have a NUL as every other byte."""
    sample = raw[:_SAMPLE]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half < 2 or max(even, odd) < half * 0.6 or min(even, odd) > half * 0.1:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _declared_encoding(raw: bytes, content_type: str) -> str | None:
    header = _HEADER_CHARSET.search(content_type[:_SAMPLE])
    names = [header[1]] if header else []
    names += [match[1].decode("ascii") for pattern in _CHARSETS if (match := pattern.search(raw, 0, _SAMPLE))]
    return next((known for name in names if (known := _known_encoding(name))), None)


def _known_encoding(name: str) -> str | None:
    """Returns Python's name for a declared encoding; None for one that no page may choose."""
    name = _OTHER_SPELLING.sub("windows-", _NUMBERED_ISO.sub("iso-", name.strip().lower().replace("_", "-")))
    name = _KNOWN_AS.get(name, name)
    return name if _DECLARED.fullmatch(name) or name in _KNOWN_AS.values() else None
