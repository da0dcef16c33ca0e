"""A topic is muted from an article, in three keys, and comes back with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.rules import HIDE, Rule
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


async def test_a_topic_is_hidden_seen_and_brought_back(root: Path, write: Callable[..., Path]) -> None:
    for day, title in enumerate(("The quiet harbour", "Chess again", "Chess once more"), 1):
        write(f"{day}.md", "Some words.", id=str(day), title=title, date=f"2024-05-0{day}")
    async with sitting(root) as reader:
        await reader.press("I")
        assert "2 articles" in reader.options[0]
        await reader.press("enter")
        assert reader.titles == ["The quiet harbour"]
        assert "2 articles" in reader.bar
        assert [rule.query for rule in reader.app.desk.rules.all()] == ["chess"]
        await reader.press("f")
        await reader.type("hidden by")
        await reader.press("enter")
        assert reader.titles == ["Chess once more", "Chess again"]
        assert "Hidden · 2 articles" in reader.rows[0]
        await reader.press("escape", "backslash")
        assert next(row for row in reader.rows if "chess" in row).split()[:2] == ["chess", "2"]
        await reader.press("backslash", "u")
        assert len(reader.titles) == 3
        assert not reader.app.desk.rules.all()


async def test_what_was_searched_for_is_hidden(root: Path, write: Callable[..., Path]) -> None:
    for day, title in enumerate(("The quiet harbour", "Chess again", "Chess once more"), 1):
        write(f"{day}.md", "Some words.", id=str(day), title=title, date=f"2024-05-0{day}")
    async with sitting(root) as reader:
        await reader.press("/")
        await reader.type("chess more")
        await reader.press("enter", "I")
        assert reader.options[-1] == "chess more*  1 article, 0.0 a week"
        await reader.press("up", "enter")
        assert [rule.query for rule in reader.app.desk.rules.all()] == ["chess more*"]
        await reader.press("escape", "escape")
        assert reader.titles == ["Chess again", "The quiet harbour"]


async def test_a_topic_that_a_rule_hides_for_good_stays_hidden(root: Path, write: Callable[..., Path]) -> None:
    write("1.md", "Some words.", id="1", title="Chess again", date="2024-05-01")
    async with sitting(root) as reader:
        rule = Rule("no games", "chess", HIDE)
        reader.app.desk.rules.put(rule)
        await reader.press("I", "enter")
        assert "hidden already, for good: chess" in reader.bar
        assert reader.app.desk.rules.all() == [rule]


async def test_a_rule_that_cannot_be_read_says_so_in_its_section(root: Path, write: Callable[..., Path]) -> None:
    write("1.md", "Some words.", id="1", title="Chess again", date="2024-05-01")
    async with sitting(root) as reader:
        reader.app.desk.marks.set("rule", ["moods"], Rule("moods", "mood:happy", HIDE).value)
        await reader.press("backslash", *"jjjjjjjjjj")
        current = reader.browser.sections.pane.current
        assert current is not None
        assert (current.label, current.sign) == ("moods", "⚠")
        assert "moods: cannot be read and hides nothing: there is no field" in reader.bar
        await reader.press("enter")
        assert "moods: there is no field" in reader.bar
        await reader.press("j", "k", "A")
        assert "moods: there is no field" in reader.bar
        await reader.press("backslash", "f")
        await reader.type("cannot be read")
        await reader.press("enter")
        assert "there is no field" in reader.bar
        assert reader.titles == ["Chess again"]


async def test_only_topics_that_can_be_searched_for_are_offered(root: Path, write: Callable[..., Path]) -> None:
    write("1.md", "Some words.", id="1", title="____ chess", source="—", date="2024-05-01")
    async with sitting(root) as reader:
        await reader.press("I")
        assert [option.split("  ")[0] for option in reader.options] == ["chess", "source:=—"]
