"""Account actions: an account is added, tested, changed and removed in panels; its password is on no screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from newstui.services.accounts.accounts import Accounts
from newstui.store.paths import user_paths
from tests.services.accounts.fresh_server import PASSWORD, FreshServer
from tests.ui.sitting import Sitting, sitting
from tests.ui.task_steps import ended

if TYPE_CHECKING:
    from pathlib import Path


async def _answer(reader: Sitting, *answers: str) -> None:
    """Types each answer into the panel in place of what stands there."""
    for answer in answers:
        reader.app.screen.query_one(Input).value = answer
        await reader.press("enter")


async def test_an_account_from_adding_to_removing(paper: Path) -> None:
    accounts = Accounts(user_paths())
    with FreshServer() as server:
        server.feeds = {"feed/1": ("https://example.org/coast.xml", "Coast", "")}
        server.add(5)
        base = server.url.removesuffix("/api/greader.php")
        async with sitting(paper) as reader:
            reader.undisturbed()

            async def choose(*keys: str) -> None:
                await reader.app.run_action("screen.accounts")
                await reader.rest()
                await reader.press(*keys)

            await choose("enter")
            await _answer(reader, "home", base, "alice", "", "wrong")
            await reader.rest()
            assert "nothing was changed" in reader.bar
            assert accounts.all() == []
            await choose("enter")
            for typed in ("home", base, "alice", ""):  # as before: only the password was wrong
                assert reader.app.screen.query_one(Input).value == typed
                await reader.press("enter")
            reader.app.screen.query_one(Input).value = PASSWORD
            assert not any(PASSWORD in row for row in reader.rows)
            await reader.press("enter")
            await reader.rest()
            assert "home: all is well, 1 feed" in reader.bar
            assert accounts.password(accounts.named("home")) == PASSWORD
            await choose("enter", "enter")
            await reader.rest()
            assert "home: all is well" in reader.bar
            await choose("enter", "down", "down", "enter")
            await ended(reader)
            assert "home: 1 new" in reader.bar
            await choose("enter", "down", "enter")
            await _answer(reader, server.url, "alice", "", "")
            await reader.rest()
            assert accounts.password(accounts.named("home")) == PASSWORD
            await choose("down", "enter")
            await _answer(reader, "home")
            assert "there is an account home already" in reader.toasts[-1]
            await reader.press("escape")
            await choose("enter", "down", "down", "down", "enter")
            assert "home is removed" in reader.bar
            assert accounts.all() == []


async def test_a_name_or_an_address_that_cannot_be_is_asked_for_again_at_once(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.app.run_action("screen.accounts")
        await reader.rest()
        await reader.press("enter")
        await _answer(reader, "My Home")
        assert "cannot be the name of an account" in reader.toasts[-1]
        assert reader.app.screen.query_one(Input).value == "My Home"
        await _answer(reader, "home", "not an address")
        assert "is not an address" in reader.toasts[-1]
        assert reader.app.screen.query_one(Input).value == "https://not an address"
