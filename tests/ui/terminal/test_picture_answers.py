"""How a terminal draws pictures: it is asked once, when that is needed, and its answers are never typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.ui.terminal.picture_answers import PictureAnswers, through_tmux

if TYPE_CHECKING:
    from newstui.domain.settings import PictureKind

KITTY, SIXEL, PLAIN = "\x1b_Gi=31;OK\x1b\\", "\x1b[?62;4;22c", "\x1b[?62;22c"
CELL = "\x1b[6;18;9t"


def name(terminal: str) -> str:
    return f"\x1bP>|{terminal}\x1b\\"


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for variable in ("TMUX", "TERM_PROGRAM", "LC_TERMINAL"):
        monkeypatch.delenv(variable, raising=False)


class Answering(PictureAnswers):
    """A terminal that answers at once."""

    def __init__(self, said: str, cell: tuple[int, int] | None = None) -> None:
        self.asked: list[str] = []
        self.typed = ""

        def write(question: str) -> None:
            self.asked.append(question)
            self.typed += self.read(said)

        super().__init__(write, lambda: cell)


@pytest.mark.parametrize(
    ("said", "kind", "cell"),
    [
        (KITTY + name("kitty(0.36.4)") + CELL + PLAIN, "kitty", (9, 18)),
        (KITTY + name("ghostty 1.1.0") + PLAIN, "kitty", (10, 20)),
        ("\x1b_Gi=31;ENOTSUPPORTED\x1b\\" + name("kitty(0.36.4)") + PLAIN, "blocks", (10, 20)),
        (KITTY + name("WezTerm 20240203") + CELL + SIXEL, "iterm2", (9, 18)),  # it draws nothing at placeholders
        (KITTY + name("Konsole 24.08") + CELL + SIXEL, "sixel", (9, 18)),
        (name("foot(1.19)") + CELL + SIXEL, "sixel", (9, 18)),
        (name("xterm(390)") + SIXEL, "blocks", (10, 20)),  # nobody knows how high a line is
        (name("xterm(390)") + CELL + PLAIN, "blocks", (9, 18)),
        (name("xterm(390)") + CELL + "\x1b[?4;6c", "blocks", (9, 18)),  # a VT132; 4 is no ability there
        ("\x1b[6;0;0t" + SIXEL, "blocks", (10, 20)),
    ],
)
def test_the_best_way_is_taken(said: str, kind: str, cell: tuple[int, int]) -> None:
    answers = Answering(said)
    assert answers.way("auto", 60) == answers.way("auto", 60) == (kind, cell)
    assert len(answers.asked) == 1
    assert answers.typed == ""


def test_a_terminal_that_says_nothing_gets_half_blocks_and_settings_decide_over_it() -> None:
    answers = Answering("", cell=(8, 16))
    ways: list[PictureKind] = ["auto", "sixel", "kitty", "iterm2"]
    assert [answers.way(wanted, 0) for wanted in ways] == [
        ("blocks", (8, 16)), ("sixel", (8, 16)), ("kitty", (8, 16)), ("iterm2", (8, 16)),
    ]  # fmt: skip
    none = Answering(SIXEL)
    assert none.way("blocks").kind == "blocks" and none.asked == []


@pytest.mark.parametrize(("variable", "value"), [("TERM", "linux"), ("TERM", "screen-256color")])
def test_terminals_that_would_show_the_question_are_not_asked(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    answers = Answering(SIXEL)
    assert answers.way("auto", 60).kind == "blocks" and answers.asked == []


def test_in_tmux_its_own_terminal_is_asked_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux,1,0")
    monkeypatch.setenv("TERM_PROGRAM", "tmux")
    answers = Answering(CELL + PLAIN + KITTY + name("kitty(0.36.4)"))
    assert answers.way("auto", 60) == ("kitty", (9, 18))
    assert answers.asked[0].startswith("\x1bPtmux;\x1b\x1b_G")
    assert through_tmux("\x1b[c") == "\x1bPtmux;\x1b\x1b[c\x1b\\"
    assert Answering(CELL + PLAIN).way("auto", 0).kind == "blocks"  # it hands nothing on


def test_answers_are_taken_out_of_what_is_typed_wherever_they_are_cut_and_however_late() -> None:
    said = KITTY + name("kitty(0.36.4)") + CELL + SIXEL
    for cut in range(len(said) + 1):
        answers = Answering("")
        answers.way("auto", 0)
        assert answers.read("jJ" + said[:cut]) + answers.read(said[cut:] + "b\x1b[A") == "jJb\x1b[A"


def test_what_only_begins_like_an_answer_is_typed_after_all() -> None:
    answers = Answering("")
    assert answers.read("\x1b[") == "\x1b["  # nothing was asked
    answers.way("auto", 0)
    for typed in ("\x1b", "\x1b[", "\x1b[6", "\x1bP", "\x1b_", "\x1b[6~", "\x1b[1;5A", "\x1b[?1;2$y", "\x1b[<0;1;1M"):
        assert answers.read(typed) + answers.rest() == typed
