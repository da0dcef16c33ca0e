"""The output of the terminal: writing to it never fails."""

from __future__ import annotations

import os
import threading

from newstui.ui.terminal.output import TerminalOutput


def test_a_character_that_the_terminal_cannot_show_becomes_a_question_mark() -> None:
    reader, writer = os.pipe()
    output = TerminalOutput(writer, "ascii")
    output.write("a霧b")
    output.flush()
    assert os.read(reader, 10) == b"a?b"
    os.close(reader)
    os.close(writer)


def test_writes_after_the_terminal_is_gone_are_ignored() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    output = TerminalOutput(writer, "utf-8")
    for _ in range(2):
        output.write("words")
        output.flush()
    os.close(writer)


def test_a_terminal_that_does_not_block_is_written_whole() -> None:
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    output = TerminalOutput(writer, "utf-8")
    output.write("x" * 300_000)
    thread = threading.Thread(target=output.flush)
    thread.start()
    read = 0
    while read < 300_000:
        read += len(os.read(reader, 65_536))
    thread.join(10)
    assert not thread.is_alive()
    os.close(reader)
    os.close(writer)
