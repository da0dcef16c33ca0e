"""Settings are checked when they are read, and a mistake is named."""

from __future__ import annotations

from typing import Any

import pytest

from newstui.domain.errors import SettingsError, UsageError
from newstui.domain.settings import ModelSettings, Settings, settings_from


def test_an_empty_object_gives_the_defaults() -> None:
    assert settings_from({}) == Settings()


def test_every_setting_can_be_set() -> None:
    table = {
        "library": "~/news",
        "theme": "terminal",
        "mark_read": "manual",
        "text_width": 30,
        "summary_sentences": 20,
        "sort": "longest",
        "keys": {"preset": "vim", "bookmark": "b,*"},
        "summary": {"model": "lama", "url": "http://localhost:1/v1", "key_env": "KEY"},
    }
    model = ModelSettings("lama", "http://localhost:1/v1", "KEY")
    assert settings_from(table) == Settings(**{**table, "summary": model})  # type: ignore[arg-type]
    assert model.is_named
    assert not Settings().summary.is_named


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("thme", "x"),
        ("theme", 3),
        ("library", ["x"]),
        ("mark_read", "sometimes"),
        ("mark_read", ["open"]),
        ("sort", "rank"),
        ("text_width", 29),
        ("text_width", True),
        ("text_width", 76.0),
        ("summary_sentences", 0),
        ("summary_sentences", "4"),
        ("keys", "b"),
        ("keys", {"bookmark": 1}),
        ("keys", {"preset": ["vim"]}),
        ("keys", {"bookmark": "\x1b[2J"}),
        ("summary", "lama"),
        ("summary", {"name": "lama"}),
        ("summary", {"model": 3}),
        ("summary", {"model": "lama"}),
        ("summary", {"url": "http://localhost:1/v1"}),
        ("summary", {"model": "publisher", "url": "http://localhost:1/v1"}),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: Any) -> None:
    with pytest.raises(UsageError, match=name):
        settings_from({name: value})


def test_all_wrong_settings_are_named_and_the_right_ones_stay() -> None:
    with pytest.raises(SettingsError, match=r"text_width.*; there is no setting 'colour'; mouse") as raised:
        settings_from({"text_width": 5, "sort": "title", "colour": 1, "mouse": "off"})
    assert raised.value.right == Settings(sort="title")
