"""The memory of an account: of all machines, whole or not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.accounts.agreement import Agreed
from newstui.domain.accounts.subscription import FeedAgreed
from newstui.domain.marks.change import Stamp
from newstui.store.agreements import Agreements, FeedMemory, machine_name

if TYPE_CHECKING:
    from pathlib import Path

STAMP = Stamp(5, "s", 1)
FEED = FeedAgreed("https://example.org/", "T", "News", "Mine", at=5)


def test_it_comes_back_as_it_was(tmp_path: Path) -> None:
    memory = FeedMemory({"1": "a"}, {"1": {"read": Agreed(True, STAMP, 9)}}, {"1": {"read": Agreed(False, None, 3)}})
    memory.unconfirmed["1"] = {"tag:x": 2}
    Agreements(tmp_path, "one").save("feed/1", memory)
    assert Agreements(tmp_path, "one").load() == {"feed/1": memory}


def test_what_another_machine_agreed_counts_where_it_is_later(tmp_path: Path) -> None:
    Agreements(tmp_path, "one").save("f", FeedMemory({"1": "a"}, {"1": {"read": Agreed(True, STAMP, 9)}}))
    Agreements(tmp_path, "two").save("f", FeedMemory({"2": "b"}, {"1": {"read": Agreed(False, STAMP, 7)}}))
    memory = Agreements(tmp_path, "two").load()["f"]
    assert memory.articles == {"1": "a", "2": "b"}
    assert memory.agreed["1"]["read"].value is True


def test_what_was_before_a_new_beginning_no_longer_counts_on_any_machine(tmp_path: Path) -> None:
    one, two = Agreements(tmp_path, "one"), Agreements(tmp_path, "two")
    two.save("f", FeedMemory({"1": "a"}, {"1": {"read": Agreed(True, STAMP, 9)}}))
    one.load()
    one.begin_anew(50)
    one.save("g", FeedMemory({"3": "c"}))
    assert Agreements(tmp_path, "two").load() == {"g": FeedMemory({"3": "c"})}


def test_a_damaged_file_is_left_out(tmp_path: Path) -> None:
    memories = Agreements(tmp_path, "one")
    memories.save("f", FeedMemory({"1": "a"}))
    memories.save_feeds({"f": FEED})
    memories.save_round(77)
    for path in (tmp_path / "one").iterdir():
        path.write_bytes(b'{"feed": 5')
    again = Agreements(tmp_path, "one")
    assert (again.load(), again.feeds(), again.last_round()) == ({}, {}, 0)


def test_rounds_and_subscriptions_are_remembered_and_forgotten(tmp_path: Path) -> None:
    memories = Agreements(tmp_path, "one")
    memories.save_feeds({"f": FEED})
    memories.save_round(77)
    again = Agreements(tmp_path, "one")
    assert again.feeds() == {"f": FEED}
    assert again.last_round() == 77
    again.forget()
    assert (again.feeds(), again.last_round()) == ({}, 0)


def test_a_machine_keeps_its_name(tmp_path: Path) -> None:
    name = machine_name(tmp_path / "cache" / "machine")
    assert machine_name(tmp_path / "cache" / "machine") == name
    (tmp_path / "cache" / "machine").write_text("../../etc")
    assert len(machine_name(tmp_path / "cache" / "machine")) == 12
