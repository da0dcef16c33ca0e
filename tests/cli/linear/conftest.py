"""A reader who answers, and what they hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.cli.linear.conversation import Conversation
from newstui.cli.linear.terminal import LineTerminal
from newstui.cli.output import Output
from newstui.domain.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from newstui.services.desk import Desk


class Listener(LineTerminal):
    """Answers from a list, and the lines that were said after each answer."""

    def __init__(self, answers: list[str], lines: int | None) -> None:
        super().__init__(Output("never", is_quiet=False))
        self._answers, self._lines = answers, lines
        self.heard: list[list[str]] = [[]]

    def say(self, text: str = "") -> None:
        self.heard[-1] += text.split("\n")

    def ask(self, question: str) -> str | None:
        self.heard[-1].append(question)
        self.heard.append([])
        return self._answers.pop(0) if self._answers else None

    @property
    def columns(self) -> int:
        return 60

    @property
    def lines(self) -> int | None:
        return self._lines


@pytest.fixture
def talk(desk: Callable[[], Desk]) -> Callable[..., list[str]]:
    """Talks, and gives what was heard after each answer, the list at the start first."""

    def heard(
        *answers: str, lines: int | None = None, article: str | None = None, seconds: float = 0, **settings: Any
    ) -> list[str]:
        opened = desk()
        for _ in opened.index.reconcile():
            pass
        listener, now = Listener(list(answers), lines), iter(range(0, 10**6, 1))
        Conversation(opened, Settings(**settings), listener, clock=lambda: next(now) * seconds).run(article)
        assert opened.flush()
        return ["\n".join(part) for part in listener.heard]

    return heard
