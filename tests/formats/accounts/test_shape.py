"""JSON of a server is taken apart without trust."""

from __future__ import annotations

import pytest

from newstui.formats.accounts.shape import ShapeError, as_id, as_list, as_object, list_of, object_of, text_in


def test_the_wanted_kind_comes_back() -> None:
    assert object_of(b'{"a": 1}') == {"a": 1}
    assert list_of(b"[1]") == [1]
    assert as_object({}) == {}
    assert as_list([]) == []
    assert as_id(5) == "5"
    assert text_in({"a": " x\x1b[31m "}, "a") == "x[31m"
    assert text_in({"a": 5}, "a") == ""


@pytest.mark.parametrize("wrong", [True, None, "", "a\nb", "x" * 3000, [], 1.5])
def test_an_id_is_one_line(wrong: object) -> None:
    with pytest.raises(ShapeError):
        as_id(wrong)


@pytest.mark.parametrize("wrong", [b"", b"{", b"\xff", b"5", b"[" * 100_000])
def test_what_is_no_object_is_an_error(wrong: bytes) -> None:
    with pytest.raises(ShapeError):
        object_of(wrong)
