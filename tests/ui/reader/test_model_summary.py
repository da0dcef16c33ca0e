"""The summary by a language model, from the key to the words on the screen, with a real server on loopback."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from newstui.domain.settings import ModelSettings
from tests.services.chat_server import DONE, EVENTS, ChatServer, event, refused_port
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    import socket
    from pathlib import Path


def tells(line: socket.socket) -> None:
    line.sendall(EVENTS + event("The mill was ") + event("sold. It will be a school.") + DONE)


async def test_the_models_summary_replaces_ours_and_says_who_wrote_it(paper: Path) -> None:
    with closing(ChatServer(tells)) as server:
        async with sitting(paper, summary=ModelSettings("lama", server.url)) as reader:
            await reader.press("s")
            await reader.rest()
            assert "The mill was sold." in reader.page
            assert "written by a machine: lama" in " ".join(reader.page.split())
    assert len(server.asked) == 1


async def test_without_a_server_our_own_summary_stays_and_a_notice_says_why(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("s")
        await reader.rest()
        ours = reader.page
    async with sitting(paper, summary=ModelSettings("lama", f"http://127.0.0.1:{refused_port()}/v1")) as reader:
        await reader.press("s")
        await reader.rest()
        assert reader.page == ours
        assert "newstui's own" in reader.text or "127.0.0.1" in reader.bar


def breaks_off(line: socket.socket) -> None:
    line.sendall(EVENTS + event("The mill was "))


async def test_an_answer_that_breaks_off_is_not_shown(paper: Path) -> None:
    with closing(ChatServer(breaks_off)) as server:
        async with sitting(paper, summary=ModelSettings("lama", server.url)) as reader:
            await reader.press("s")
            await reader.rest()
            assert "The mill was" not in reader.page
            assert "machine" not in reader.page


async def test_no_model_is_asked_unless_it_is_named(paper: Path) -> None:
    with closing(ChatServer(tells)) as server:
        async with sitting(paper) as reader:
            await reader.press("s")
            await reader.rest()
    assert server.asked == []


async def test_a_notice_says_that_the_sentences_of_a_model_are_not_in_the_article(paper: Path) -> None:
    with closing(ChatServer(tells)) as server:
        async with sitting(paper, summary=ModelSettings("lama", server.url)) as reader:
            await reader.press("enter", "s")
            await reader.rest()
            await reader.press("enter")
            assert "A language model wrote this summary" in reader.bar
            assert "The mill was sold." in reader.page
