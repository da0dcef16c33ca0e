"""Every refusal of a server is one sentence that says what to do."""

from __future__ import annotations

import pytest

from newstui.domain.errors import NewstuiError
from newstui.net.api import Api, ApiAnswer
from newstui.net.request import HttpClient
from newstui.services.accounts.remote import RefusedLoginError, checked, unexpected


@pytest.mark.parametrize(
    ("answer", "says", "hint"),
    [
        (ApiAnswer(403, b""), "does not take", "password of the API"),
        (ApiAnswer(302, b"", "https://elsewhere.example/"), "another address", "no other place"),
        (ApiAnswer(503, b""), "API now", "Switch on"),
        (ApiAnswer(503, b"", retry_after=1e9), "for 1440 minutes", "after that"),
        (ApiAnswer(404, b""), "404", "address"),
        (ApiAnswer(429, b"", retry_after=600.0), "for 10 minutes", "after that"),
        (ApiAnswer(429, b""), "for a while", "after that"),
        (ApiAnswer(500, b""), "fault", "address"),
    ],
)
def test_a_refusal_is_a_sentence(answer: ApiAnswer, says: str, hint: str) -> None:
    api = Api("https://example.org/api", HttpClient(), lambda: False)
    with pytest.raises(NewstuiError, match=says) as caught:
        checked(answer, api)
    assert hint in caught.value.hint
    assert isinstance(caught.value, RefusedLoginError) is (answer.status == 403)
    assert "not as this API does" in str(unexpected(api))


def test_what_went_well_is_the_body() -> None:
    assert checked(ApiAnswer(204, b"x"), Api("https://example.org", HttpClient(), lambda: False)) == b"x"
