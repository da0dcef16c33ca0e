"""Summaries of articles: the publisher's or newstui's own, and a language model's with its key and its cache."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from newstui.domain.articles.article import Article
from newstui.domain.settings import ModelSettings
from newstui.domain.summaries.summary import Summary
from newstui.services.summaries.summaries import Summaries
from tests.services.chat_server import DONE, EVENTS, ChatServer, event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLE = Article(
    id="1",
    title="Rain",
    source="Test",
    published=datetime(2024, 5, 1, tzinfo=UTC),
    body="Heavy rain fell on Bonn on Sunday.\n\n" + "The Rhine rose by a metre, the city said. " * 40,
    words=330,
    summary="It rained in Bonn. Nobody was hurt.",
    lang="en",
)
RAIN = EVENTS + event("Rain fell on Bonn. ") + event("Nobody was hurt.", finish_reason="stop") + DONE


@pytest.fixture
def server() -> Iterator[ChatServer]:
    opened = ChatServer(lambda line: line.sendall(RAIN))
    yield opened
    opened.close()


def by_model(cache: Path, server: ChatServer, key_env: str = "") -> list[str | Summary]:
    settings = ModelSettings(model="tiny", url=server.url, key_env=key_env)
    return list(Summaries(cache).by_model(ARTICLE, 2, settings, lambda: False))


def test_the_publisher_s_summary_is_shown_unless_newstui_s_own_is_asked_for(tmp_path: Path) -> None:
    summaries = Summaries(tmp_path)
    assert summaries.of(ARTICLE, 2).source == "publisher"
    own = summaries.of(ARTICLE, 2, own=True)
    assert own.source == "newstui"
    assert own.positions


def test_the_model_s_summary_comes_after_its_words(server: ChatServer, tmp_path: Path) -> None:
    *words, summary = by_model(tmp_path, server)
    assert all(isinstance(word, str) for word in words)
    assert isinstance(summary, Summary)
    assert summary.sentences == ("Rain fell on Bonn.", "Nobody was hurt.")


def test_a_model_s_summary_is_cached_in_the_folder(server: ChatServer, tmp_path: Path) -> None:
    first = by_model(tmp_path / "cache", server)[-1]
    assert by_model(tmp_path / "cache", server) == [first]
    assert len(server.asked) == 1
    by_model(tmp_path / "another", server)
    assert len(server.asked) == 2


def test_the_key_is_read_from_the_variable_that_the_settings_name(
    server: ChatServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MODEL_KEY", "secret")
    by_model(tmp_path / "a", server, "MODEL_KEY")
    by_model(tmp_path / "b", server)
    assert [request.headers.get("authorization") for request in server.asked] == ["Bearer secret", None]
