"""The names of article files stay inside of any folder, on any system."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.articles.file_names import LONGEST, file_name, titled_name
from newstui.domain.articles.incoming import Incoming

DAY = datetime(2024, 5, 1, 23, 59, tzinfo=UTC)
ID = "3f2a9c00deadbeef"
ODD = st.lists(
    st.sampled_from(["/", "\\", "..", ".", "~", "-", "con", "nul", "aux", ":", "*", "?", "\0", "\x1b", "\u202e", " ",
                     "é", "e\u0301", "日本", "हिन्दी", "😀", "A", "\ud800", "$(x)", "`", "%2f"])
).map("".join)  # fmt: skip


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The last ferry", "2024-05-01-the-last-ferry-3f2a9c.md"),
        ("Don’t! It's “open”…", "2024-05-01-dont-its-open-3f2a9c.md"),
        ("Où courir à São Paulo?", "2024-05-01-où-courir-à-são-paulo-3f2a9c.md"),
        ("हिन्दी समाचार", "2024-05-01-हिन्दी-समाचार-3f2a9c.md"),
        ("../../etc/passwd", "2024-05-01-etc-passwd-3f2a9c.md"),
        ("!!!", "2024-05-01-article-3f2a9c.md"),
        ("a" * 400, f"2024-05-01-{'a' * 99}-3f2a9c.md"),
        ("word " * 40, "2024-05-01-" + "-".join(["word"] * 19) + "-3f2a9c.md"),
    ],
)
def test_a_name_has_date_and_title(title: str, name: str) -> None:
    assert file_name(Incoming(title, published=DAY), ID) == name


def test_a_name_has_the_day_of_saving_where_the_article_has_no_date() -> None:
    assert file_name(Incoming("A", saved=datetime(33, 1, 2, tzinfo=UTC)), ID) == "0033-01-02-a-3f2a9c.md"
    assert file_name(Incoming("CON"), ID) == "con-3f2a9c.md"


@settings(deadline=None)
@given(st.text() | ODD, st.text(min_size=1) | ODD, st.none() | st.datetimes(timezones=st.just(UTC)))
def test_a_name_stays_inside_of_its_folder(title: str, article_id: str, moment: datetime | None) -> None:
    titled = titled_name(title, moment or DAY)
    assert not set(titled) & set('/\\:*?"<>|$`%&\0')
    name = file_name(Incoming(title, published=moment), article_id)
    for each in (name, titled):
        assert len(each.encode()) <= LONGEST
        assert PurePosixPath(each).name == each == PureWindowsPath(each).name
    assert name.isprintable() and not name.startswith((".", "-", "~")) and name.count(".") == 1
    assert not set(name) & set('/\\:*?"<>|$`%& ')
    assert not PureWindowsPath(name).is_reserved()
    assert name.lower() == name and name.endswith(".md")
