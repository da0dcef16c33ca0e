"""`newstui debug summarise`: a summary for each line, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Newstui


def test_each_line_is_answered(newstui: Newstui) -> None:
    lines = (
        b'\xef\xbb\xbf{"text": "It rained. The river rose. The bridge held.", "title": "Flood", "lang": "EN"}\n'
        b"\n"
        b'{"text": "", "title": null}\n'
    )
    result = newstui("debug", "summarise", "--sentences", "2", stdin=lines)
    assert result.status == 0
    assert [list(each) for each in result.objects] == [["sentences"], ["sentences"]]
    assert result.objects[0]["sentences"]
    assert result.objects[1]["sentences"] == []


def test_a_bad_line_is_answered_with_an_error(newstui: Newstui) -> None:
    bad = (b"nonsense", b"[]", b'{"title": "x"}', b'{"text": 3}', b"\xff\xfe", b"[" * 100_000, b"9" * 5000)
    result = newstui("debug", "summarise", stdin=b"\n".join([*bad, b'{"text": "It rained.\\ud800"}']))
    assert result.status == 1
    assert [list(each) for each in result.objects] == [["error"]] * len(bad) + [["sentences"]]
