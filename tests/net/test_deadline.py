"""Deadlines and limits, by themselves: each is met, and each has a sentence."""

from __future__ import annotations

import pytest

from newstui.domain.errors import NewstuiError
from newstui.net.deadline import Cancelled, Deadline, Limits


def deadline(**limits: float) -> Deadline:
    one = Deadline(Limits(**limits), lambda: False, "Try later.")  # type: ignore[arg-type]
    one.start_server("news.example")
    return one


def test_a_request_within_its_limits_goes_on() -> None:
    one = deadline()
    one.check()
    one.count(1000)
    one.check()


def test_a_request_that_nobody_wants_is_cancelled() -> None:
    with pytest.raises(Cancelled):
        Deadline(Limits(), lambda: True, "").check()


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        ({"connect": -1.0}, "cannot be reached"),
        ({"silence": -1.0}, "was silent"),
        ({"total": -1.0}, "did not finish"),
        ({"head": 0}, "headers of news.example do not end"),
    ],
)
def test_each_limit_has_a_sentence(limits: dict[str, float], sentence: str) -> None:
    with pytest.raises(NewstuiError, match=sentence) as caught:
        deadline(**limits).check()
    assert caught.value.hint


def test_connecting_and_the_headers_have_limits_of_their_own() -> None:
    one = deadline(connect=-1.0, head=10)
    one.is_connected = one.has_head = True
    one.count(100)
    one.check()
    one.start_server("other.example")
    with pytest.raises(NewstuiError, match=r"other\.example cannot be reached"):
        one.check()


def test_all_servers_of_a_request_share_the_bytes() -> None:
    one = deadline(received=10)
    one.count(6)
    one.start_server("other.example")
    with pytest.raises(NewstuiError, match=r"other\.example does not end"):
        one.count(6)
