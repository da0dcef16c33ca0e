"""The names of authors."""

from __future__ import annotations

import pytest

from newstui.formats.feeds.authors import author_names


@pytest.mark.parametrize(
    ("people", "written", "expected"),
    [
        ([("Ada Lund", "ada@e.org")], "ada@e.org (Ada Lund)", "Ada Lund"),
        ([("ne (Ada Lund", "ada@sea.onli")], "ada@sea.online (Ada Lund)", "Ada Lund"),
        ([("Ada Lund <ne>", "ada@sea.onli")], "Ada Lund <ada@sea.online>", "Ada Lund"),
        ([("Ada Lund <ne", "ada@sea.onli"), ("Bo", "")], "Bo", "Ada Lund, Bo"),
        ([("Ada Lund", ""), ("ne", "ada@sea.onli")], "ada@sea.online", "Ada Lund"),
        ([("", "ada@e.org")], "ada@e.org", "ada@e.org"),
        ([("<b>Ada</b> Lund", ""), ("Bo", "")], "Bo", "Ada Lund, Bo"),
        ([("Ada Lund (adal)", "ada@e.org")], "Ada Lund (adal)", "Ada Lund (adal)"),
        ([("", "ada@e.org")], "ada@e.org ((Ada) Lund)", "(Ada) Lund"),
        ([("(Ada) Lund", "")], "(Ada) Lund", "(Ada) Lund"),
        ([], "", None),
    ],
)
def test_names_stand_without_mail_addresses(people: list[tuple[str, str]], written: str, expected: str | None) -> None:
    assert author_names(people, written) == expected
