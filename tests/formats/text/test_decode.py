"""Bytes become clean text: valid UTF-8 always as what it is, all else with a note."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.text.clean import clean
from newstui.formats.text.decode import MAX_BYTES, Decoded, decode, decode_declared

TEXT = "Ein Tag – für 日本 & Ёлка\n"


def test_utf_8_is_read_without_a_note() -> None:
    assert decode(TEXT.encode()) == (TEXT, ())
    assert decode(b"plain\ttext\n") == ("plain\ttext\n", ())


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_not_shown(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding)) == (TEXT, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognised_by_its_nuls(encoding: str) -> None:
    text, notes = decode("A short text, mostly in Latin letters.".encode(encoding))
    assert text == "A short text, mostly in Latin letters."
    assert "UTF-16" in notes[0]


def test_western_text_that_is_not_utf_8_is_read_as_windows_1252() -> None:
    text, notes = decode("“Café” – 10 €".encode("cp1252"))
    assert text == "“Café” – 10 €"
    assert notes == ("This file is not UTF-8; it was read as Windows-1252.",)


RUSSIAN = "Правительство объявило о новых мерах поддержки сельского хозяйства."
JAPANESE = "政府は月曜日、農業を支援する新たな対策を発表した。"


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [
        (RUSSIAN, "koi8-r", "KOI8-U"),
        (RUSSIAN, "cp1251", "Windows-1251"),
        (JAPANESE, "cp932", "Shift_JIS"),
        (JAPANESE, "euc-jp", "EUC-JP"),
        ("政府星期一宣布了支持农业的新措施。部长表示，该计划将于春季开始实施。", "gbk", "GBK"),
        ("政府星期一宣布了支持農業的新措施。部長表示，該計畫將於春季開始實施。", "big5", "Big5"),
        ("정부는 월요일 농업을 지원하기 위한 새로운 대책을 발표했다.", "euc-kr", "EUC-KR"),
        ("Η κυβέρνηση ανακοίνωσε νέα μέτρα για τη στήριξη της γεωργίας.", "cp1253", "Windows-1253"),
        ("Rząd ogłosił w poniedziałek nowe środki wsparcia dla rolnictwa.", "cp1250", "Windows-1250"),
        ("Le gouvernement a annoncé de nouvelles mesures à l’été.", "cp1252", "Windows-1252"),
    ],
)
def test_an_encoding_that_nothing_names_is_detected(text: str, encoding: str, label: str) -> None:
    long = f"# A title\n\n{text}\n" * 9000
    for written in (text, text[:20], long):
        raw = written.encode(encoding)
        if not raw.isascii():
            assert decode(raw) == (written, (f"This file is not UTF-8; it was read as {label}.",))
    assert decode(f"<html><p>{text}</p>".encode(encoding), html=True).text == f"<html><p>{text}</p>"
    assert decode_declared(f"<rss>{text}</rss>".encode(encoding), []) == f"<rss>{text}</rss>"


@pytest.mark.parametrize("text", ["This is a £“test.”", "It costs £5 or €6.", "They paid £12bn for it – too much."])
def test_signs_in_english_text_are_read_as_windows_1252(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


def test_japanese_in_seven_bits_is_detected() -> None:
    text, notes = decode(JAPANESE.encode("iso-2022-jp"))
    assert text == JAPANESE
    assert notes == ("This file was read as ISO-2022-JP, although it does not say so.",)


def test_a_text_that_talks_about_encodings_is_not_read_by_what_it_says() -> None:
    text = f'Write <meta charset="big5"> above it. {RUSSIAN}'
    assert decode(text.encode("cp1251")).text == text


def test_one_bad_byte_does_not_turn_a_utf_8_file_into_another_language() -> None:
    text, notes = decode("Ёлка и ёлка".encode() + b"\xff")
    assert text == "Ёлка и ёлка\ufffd"
    assert len(notes) == 1


def test_damage_after_a_byte_order_mark_is_shown() -> None:
    text, notes = decode(codecs.BOM_UTF8 + b"caf\xe9!")
    assert text == "caf\ufffd!"
    assert "UTF-8" in notes[0]


def test_nul_bytes_are_left_out_with_a_note() -> None:
    assert decode(b"a\0b") == ("ab", ("1 NUL character was left out.",))
    assert decode(b"one two\0 three\0") == ("one two three", ("2 NUL characters were left out.",))


def test_line_ends_and_escape_sequences_are_cleaned() -> None:
    assert decode(b"a\r\nb\rc\x1b[2J") == ("a\nb\nc[2J", ())
    assert decode("a\u202eb\u200bc\u2028d".encode()) == ("abc\nd", ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_file_that_is_too_long_is_cut_between_two_characters(encoding: str) -> None:
    mark = codecs.BOM_UTF8 + b"x" if encoding == "utf-8" else codecs.BOM_UTF16_LE
    raw = mark + ("𝄞" * (MAX_BYTES // 4)).encode(encoding) + b"more"
    text, notes = decode(raw[: MAX_BYTES + 1])
    assert set(text) <= {"x", "𝄞"}
    assert notes == ("This file is longer than 4 MB; newstui shows the first 4 MB.",)


def test_a_long_plain_file_is_cut() -> None:
    assert len(decode(b"x" * (MAX_BYTES + 1)).text) == MAX_BYTES
    assert not decode(b"x" * MAX_BYTES).notes


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1251", "cp1251"),
        ("gb2312", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("iso-2022-jp", "iso-2022-jp"),
        ("koi8-r", "koi8-r"),
        ("euc-kr", "cp949"),
    ],
)
def test_a_page_may_declare_its_encoding(declared: str, encoding: str) -> None:
    said = {"windows-1251": "Новости", "koi8-r": "Новости", "euc-kr": "뉴스"}.get(declared, "日本")
    raw = f"<meta charset='{declared}'><p>{said}".encode(encoding)
    assert said in decode(raw, html=True).text


@pytest.mark.parametrize(
    "declared", ["hex", "rot13", "punycode", "idna", "unicode_escape", "utf-7", "nonsense", "utf-16"]
)
def test_a_page_cannot_choose_a_codec_that_is_no_encoding_of_pages(declared: str) -> None:
    raw = f"<meta charset={declared}>caf".encode() + b"\xe9"
    assert decode(raw, html=True).text.endswith("café")


def test_valid_utf_8_counts_more_than_what_a_page_declares() -> None:
    assert "日本" in decode("<meta charset=windows-1252>日本".encode(), html=True).text


@given(st.binary(), st.booleans())
def test_no_bytes_crash_and_all_text_is_clean(raw: bytes, html: bool) -> None:
    text = decode(raw, html=html).text
    assert clean(text) == text


@given(st.text())
def test_reading_utf_8_is_cleaning_it(text: str) -> None:
    raw = text.encode("utf-8", "replace")
    if b"\0" not in raw and not raw.startswith((b"\xef\xbb\xbf", b"\xff")):
        assert decode(raw).text == clean(raw.decode())


@given(st.lists(st.sampled_from(["a", "\n", "\r", "\u0301", "é", "\x1b", "\u2028", "\ufeff", "日", "\ud800"])))
def test_odd_characters_between_plain_ones_are_cleaned_as_in_one_piece(pieces: list[str]) -> None:
    text = "x" + "".join(pieces).replace("\ud800", "\ufffe")
    assert decode(text.encode()).text == clean(text)


@pytest.mark.parametrize(
    ("raw", "declared", "text"),
    [
        (TEXT.encode(), ["windows-1251"], TEXT),
        ("Ёлка".encode("cp1251"), ["utf-8", "cp1251"], "Ёлка"),
        ("Ёлка".encode("cp1251"), ["Win-1251"], "Ёлка"),
        ("Café".encode("latin-1"), ["ISO_8859-1"], "Café"),
        ("Café €".encode("iso-8859-15"), ["ISO8859-15"], "Café €"),
        ("Café".encode("cp1252"), ["zip", "no-such"], "Café"),
        ("霧".encode("euc-jp") + b"\xff", ["euc_jp"], "霧\ufffd"),
        ("霧".encode("iso-2022-jp"), ["iso-2022-jp"], "霧"),
        ("<?xml?>Ёлка".encode("utf-32-be"), [], "<?xml?>Ёлка"),
        (codecs.BOM_UTF8 + b"\x1b[0m\xff", ["windows-1251"], "\x1b[0m\ufffd"),
    ],
)
def test_a_claimed_encoding_counts_unless_the_bytes_are_utf_8(raw: bytes, declared: list[str], text: str) -> None:
    assert decode_declared(raw, declared) == text


def test_the_first_line_of_xml_names_its_encoding() -> None:
    written = '<?xml version="1.0" encoding="windows-1251"?><opml text="Новости"/>'
    assert decode(written.encode("windows-1251"), html=True).text == written


def test_all_of_a_long_file_is_read_where_it_is_asked_for() -> None:
    raw = ("é" * MAX_BYTES).encode()
    assert decode(raw, uncut=True) == Decoded("é" * MAX_BYTES)
