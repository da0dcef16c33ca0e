"""A model of two machines, a phone and a server, with kills: random histories that must end with all sides equal.

It has the steps of a round in the order in which they happen, and decides each with `agreement`.
"""

from __future__ import annotations

import random
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field

from newstui.domain.accounts.agreement import (
    UNTOUCHED,
    Agreed,
    Local,
    agreed_on,
    heard_at,
    is_unsent,
    meet,
    merged,
    shown,
)
from newstui.domain.marks.change import Stamp

FIELDS = ("read", "bookmarked", "tag:sea")
ARTICLES = ("1", "2", "3")
Fold = dict[tuple[str, str], Local]


class Killed(Exception):  # noqa: N818
    """The machine stopped there."""


@dataclass
class World:
    """The server, its phone, and the clock."""

    now: int = 1
    values: dict[tuple[str, str], bool] = field(default_factory=dict)

    def tick(self) -> int:
        self.now += 1
        return self.now


@dataclass
class Machine:
    """One newstui: its journal, and what it agreed on with the server."""

    name: str
    world: World
    journal: Fold = field(default_factory=dict)
    agreed: dict[str, dict[str, Agreed]] = field(default_factory=dict)
    sent: dict[str, dict[str, Agreed]] = field(default_factory=dict)
    ended: int = 0
    others: tuple[dict[str, dict[str, Agreed]], dict[str, dict[str, Agreed]]] = ({}, {})
    """What the other machine's files say, as far as they have arrived: (agreed, sent)."""

    def act(self, article: str, name: str, value: bool) -> None:
        """A key of the reader: on disk at once."""
        self._fold(article, name, Local(value, Stamp(self.world.tick(), self.name, 1)))

    def take_journal(self, other: Machine) -> None:
        for (article, name), local in other.journal.items():
            self._fold(article, name, local)

    def take_agreements(self, other: Machine) -> None:
        self.others = deepcopy((other.agreed, other.sent))

    def round(self, dice: random.Random | None = None, kill_at: int = -1) -> None:
        """One round. A kill may end it at any step, and with dice a key may be pressed on the way."""
        steps = iter(range(1000))

        def step() -> None:
            if next(steps) == kill_at:
                raise Killed

        known, sent = merged([self.others[0], self.agreed]), merged([self.others[1], self.sent])

        def send(article: str, name: str, local: Local) -> None:
            self.sent.setdefault(article, {})[name] = Agreed(local.value, local.stamp, self.world.tick())
            step()
            self.world.values[article, name] = local.value

        for (article, name), local in list(self.journal.items()):
            agreed = agreed_on(name, known.get(article))
            if agreed is not None and is_unsent(local, agreed):
                send(article, name, local)
        step()
        asked = self.world.tick()
        lists = dict(self.world.values)
        if dice and dice.random() < 0.2:  # a key is pressed while the server is asked
            self.act(dice.choice(ARTICLES), dice.choice(FIELDS[1:]), dice.random() < 0.5)
        step()
        result: list[tuple[str, str, Agreed]] = []
        for article in ARTICLES:
            for name in FIELDS:
                local = self.journal.get((article, name), UNTOUCHED)
                remote = lists.get((article, name), False)
                agreed = shown(agreed_on(name, known.get(article)), sent.get(article, {}).get(name), remote=remote)
                act, value = meet(name, local, agreed, remote, asked)
                if act == "agree":
                    result.append((article, name, Agreed(local.value, local.stamp, asked)))
                elif act == "send":
                    send(article, name, local)
                elif act == "hear":
                    step()
                    stamp = Stamp(heard_at(local, agreed, before=self.ended, asked=asked), f"{self.name}-heard", 1)
                    self._fold(article, name, Local(value, stamp, is_heard=True))
                    result.append((article, name, Agreed(value, stamp, asked)))
        step()
        for article, name, agreed in result:
            before = self.agreed.get(article, {}).get(name)
            if before is None or before[:2] != agreed[:2]:
                self.agreed.setdefault(article, {})[name] = agreed
        step()
        self.ended = asked

    def _fold(self, article: str, name: str, local: Local) -> None:
        before = self.journal.get((article, name), UNTOUCHED)
        if before.stamp is None or (local.stamp is not None and local.stamp > before.stamp):
            self.journal[article, name] = local


@dataclass
class Ended:
    """The end of a history."""

    world: World
    machines: tuple[Machine, Machine]
    last: dict[tuple[str, str], bool]
    """The last word of the reader at a machine, where no other machine and no phone had one."""


def history(seed: int, *, is_shared: bool, have_met: bool) -> Ended:
    """Plays one history, and then rounds until nothing changes.

    is_shared: the journals are carried between the machines. have_met: both have met the server before it begins.
    """
    dice = random.Random(seed)
    world = World()
    one, two = Machine("a", world), Machine("b", world)
    acted: set[tuple[str, str]] = set()
    last: dict[tuple[str, str], tuple[str, bool]] = {}
    for machine in (one, two) if have_met else ():
        machine.round()
    for _ in range(dice.randint(5, 40)):
        machine, other = dice.sample((one, two), 2)
        kind = dice.random()
        if kind < 0.35:
            article, name, value = dice.choice(ARTICLES), dice.choice(FIELDS), dice.random() < 0.6
            machine.act(article, name, value)
            if last.setdefault((article, name), (machine.name, value))[0] != machine.name:
                acted.add((article, name))
            last[article, name] = (machine.name, value)
        elif kind < 0.5:
            article, name = dice.choice(ARTICLES), dice.choice(FIELDS)
            world.values[article, name] = dice.random() < 0.6
            acted.add((article, name))
        elif kind < 0.65 and is_shared:
            machine.take_journal(other)
            if dice.random() < 0.7:  # files arrive one by one
                machine.take_agreements(other)
        else:
            before = dict(machine.journal)
            with suppress(Killed):
                machine.round(dice, dice.choice((-1, -1, 0, 1, 2, 3, 5)))
            for place, local in machine.journal.items():
                if not local.is_heard and local != before.get(place):
                    if last.setdefault(place, (machine.name, local.value))[0] != machine.name:
                        acted.add(place)
                    last[place] = (machine.name, local.value)
    for _ in range(4):
        for machine, other in ((one, two), (two, one)):
            if is_shared:
                machine.take_journal(other)
                machine.take_agreements(other)
            machine.round()
    only = {place: value for place, (_, value) in last.items() if place not in acted}
    return Ended(world, (one, two), only)
