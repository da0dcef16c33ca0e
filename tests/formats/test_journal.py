"""A change is read back as it was written; anything else is refused or cleaned, and never crashes."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.marks.change import Act, Change, Stamp
from newstui.domain.text.clean import clean, one_line
from newstui.formats.journal import EARLIEST, LATEST, TABLE, change_of, contents_of, document_of

names = st.text(min_size=1, max_size=20).map(one_line).filter(bool)
stamps = st.builds(Stamp, st.integers(EARLIEST, LATEST), names, st.integers(0, 2**53))
flags = st.one_of(st.none(), st.booleans())


@st.composite
def any_change(draw: st.DrawFn) -> Change:
    articles = draw(st.lists(names, min_size=1, max_size=4).map(tuple))
    field, values = draw(
        st.sampled_from(
            [
                ("read", flags),
                ("bookmarked", flags),
                ("discarded", flags),
                ("tag:" + draw(names), flags),
                ("position", st.floats(0, 1)),
                ("note", st.text(max_size=30).map(clean)),
                ("of a newer newstui", st.one_of(flags, st.floats(allow_nan=False, allow_infinity=False), names)),
            ]
        )
    )
    one_or_each = st.sampled_from([1, len(articles)])
    was, to = (tuple(draw(values) for _ in range(draw(one_or_each))) for _ in range(2))
    act = draw(st.sampled_from(get_args(Act)))
    title = draw(st.text(max_size=20).map(one_line))
    return Change(draw(stamps), field, articles, was, to, title, act, draw(st.one_of(st.none(), stamps)))


CHANGE = Change(Stamp(1_750_000_000_000_000, "desk", 3), "tag:war", ("a", "b"), (False,), (True,), "A title")


def file_of(*documents: object) -> bytes:
    return json.dumps({TABLE: {str(number): each for number, each in enumerate(documents, 1)}}).encode()


def altered(**fields: object) -> dict[str, Any]:
    """The document of CHANGE with some fields replaced, as if it had been written so."""
    return {name: value for name, value in {**document_of(CHANGE), "was": None, **fields}.items() if name != "check"}


@given(any_change())
def test_what_is_written_is_read_back_as_it_was(change: Change) -> None:
    assert change_of(json.loads(json.dumps(document_of(change)))) == change


@given(st.lists(any_change(), max_size=5))
def test_a_file_gives_its_changes_in_order(changes: list[Change]) -> None:
    contents = contents_of(file_of(*map(document_of, changes)))
    assert (contents.changes, contents.damage) == (changes, None)


def test_an_undo_keeps_what_it_takes_back() -> None:
    undo = CHANGE.reversed(Stamp(1_750_000_000_000_001, "desk", 4))
    assert change_of(document_of(undo)) == undo


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=10)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
)


@given(st.dictionaries(st.sampled_from([*document_of(CHANGE.reversed(CHANGE.stamp))]), json_values))
def test_a_hostile_document_is_refused_or_becomes_a_clean_change(fields: dict[str, object]) -> None:
    try:
        change = change_of({**altered(), **fields})
    except ValueError:
        return
    assert change_of(document_of(change)) == change
    assert list(change.each())
    for text in (change.title, change.field, change.stamp.session, *change.articles):
        assert text == one_line(text)


@pytest.mark.parametrize(
    "fields",
    [
        {"at": LATEST + 1},
        {"at": EARLIEST - 1},
        {"at": 10**5000},
        {"at": 1.5},
        {"at": True},
        {"at": None},
        {"session": ""},
        {"session": "\x1b\u202e"},
        {"session": 3},
        {"sequence": -1},
        {"sequence": 2**64},
        {"field": ""},
        {"field": "tag:"},
        {"field": "tag:\x1b"},
        {"field": ["read"]},
        {"articles": []},
        {"articles": "a"},
        {"articles": [1, 2]},
        {"articles": ["a", ""]},
        {"was": []},
        {"to": [True, False, True]},
        {"to": 1},
        {"to": "yes"},
        {"to": {"a": True}},
        {"field": "position", "to": "0.5"},
        {"field": "position", "to": float("nan")},
        {"field": "position", "to": float("inf")},
        {"field": "position", "to": 10**400},
        {"field": "note", "to": 5},
        {"field": "new", "to": []},
        {"field": "new", "to": {}},
        {"title": None},
        {"act": 1},
        {"of": [1, "a"]},
        {"of": "1/a/2"},
        {"of": [1, 2, 3]},
    ],
)
def test_a_document_with_a_wrong_value_is_refused(fields: dict[str, object]) -> None:
    try:
        change = change_of(altered(**fields))
    except ValueError:
        return
    pytest.fail(f"{fields} became {change}")


@pytest.mark.parametrize("document", [None, [], "read", 3])
def test_what_is_no_document_is_refused(document: object) -> None:
    with pytest.raises(ValueError, match="document"):
        change_of(document)


def test_text_that_could_act_on_a_terminal_is_cleaned() -> None:
    hostile = "\x1b]52;c;x\x07a\u202eb\n\r\nc\ud800"
    change = change_of(altered(field="tag:" + hostile, title=hostile, articles=[hostile, "b"]))
    assert change.field == "tag:]52;c;xab c\ufffd"
    assert change.title == change.articles[0] == "]52;c;xab c\ufffd"
    note = change_of(altered(field="note", to=hostile))
    assert note.to == ("]52;c;xab\n\nc\ufffd",)


@pytest.mark.parametrize(("written", "position"), [(-3, 0.0), (7.5, 1.0), (1, 1.0), (0.25, 0.25)])
def test_a_position_is_between_0_and_1(written: float, position: float) -> None:
    assert change_of(altered(field="position", to=written)).to == (position,)


def test_a_field_of_a_newer_newstui_is_carried_along() -> None:
    assert change_of(altered(field="rating", was=None, to=[4, 5])).to == (4.0, 5.0)


def test_an_act_of_a_newer_newstui_counts_but_is_not_undone() -> None:
    assert change_of(altered(act="swipe")).act == "carry"


def test_a_document_that_was_altered_is_refused() -> None:
    with pytest.raises(ValueError, match="altered"):
        change_of({**document_of(CHANGE), "articles": ["a", "c"]})


def test_the_whole_documents_of_a_file_with_a_bad_one_are_given() -> None:
    contents = contents_of(file_of(document_of(CHANGE), {"at": 1}, "x"))
    assert contents.changes == [CHANGE]
    assert contents.damage == "2 of its changes are not as they were written"


def test_a_file_that_is_cut_anywhere_gives_its_whole_documents() -> None:
    changes = [CHANGE, CHANGE.reversed(Stamp(1_750_000_000_000_001, "desk", 4))]
    data = file_of(*map(document_of, changes))
    for length in range(len(data)):
        contents = contents_of(data[:length])
        assert contents.damage
        assert contents.changes == changes[: len(contents.changes)]
    assert contents.changes == changes


@given(st.integers(0, len(file_of(document_of(CHANGE), document_of(CHANGE))) * 8 - 1))
def test_one_flipped_bit_never_gives_a_change_that_nobody_made(bit: int) -> None:
    data = bytearray(file_of(document_of(CHANGE), document_of(CHANGE)))
    data[bit // 8] ^= 1 << bit % 8
    contents = contents_of(bytes(data))
    assert contents.changes in ([CHANGE], [CHANGE, CHANGE])
    assert len(contents.changes) == 2 or contents.damage


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 100,
        b"\xff\xfe",
        b"null",
        b"[]",
        b"{}",
        b'{"changes":[]}',
        b'{"changes":{"1":{"at":1,"at":2}}}',
        b"[" * 100_000,
        b'{"at":' * 20_000,
        b'{"changes":{"1":' + b'{"at":' * 400 + b"1" + b"}" * 402,
        b'{"changes":{"1":{"at":' + b"9" * 10_000 + b"}}}",
    ],
)
def test_a_file_that_is_none_of_ours_is_damaged_and_gives_nothing(data: bytes) -> None:
    contents = contents_of(data)
    assert contents.changes == []
    assert contents.damage


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_reading(data: bytes) -> None:
    assert contents_of(data).damage
