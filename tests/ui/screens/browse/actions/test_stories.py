"""Stories in the list: one line, unfolded with a key, marked together and brought back with one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.ui.screens.browse.actions.stories import StoryActions
from tests.domain.stories.texts import FIRE, OTHER_FIRE, SAME_FIRE
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_COPY = "Blaze in the night"


async def test_a_story_is_one_line_that_unfolds_and_is_marked_as_one(root: Path, write: Callable[..., Path]) -> None:
    texts = {"Wire": FIRE, "Post": SAME_FIRE, "Gazette": (_COPY, FIRE[1]), "Herald": OTHER_FIRE}
    for hour, (source, (title, body)) in enumerate(texts.items()):
        write(f"{source}.md", body, id=source, title=title, date=f"2024-05-06T1{hour}:00:00", source=source, lang="en")
    async with sitting(root, mark_read="open") as reader:
        list(reader.app.desk.stories.group())
        reader.app._act(lambda screen: screen.library_changed())
        await reader.rest()
        assert reader.titles == [OTHER_FIRE[0], _COPY]
        assert "4 articles" in reader.rows[0]
        await reader.press("ctrl+t")
        assert "nothing is folded" in reader.bar
        await reader.press("j")
        assert "also in Wire · +1 source" in "\n".join(reader.rows)
        lists = reader.browser.lists  # what was asked for before the key is answered after it
        (answer,) = lists._loader.ask(reader.browser.state.question, reader.browser.headlines.listing)
        await reader.press("ctrl+t", "j")
        lists._show(answer, None, None)
        assert reader.title == FIRE[0]
        await reader.press("k")
        assert reader.titles == [OTHER_FIRE[0], _COPY, FIRE[0], SAME_FIRE[0]]
        assert sum("↳" in row for row in reader.rows) == 2
        await reader.press("j", "ctrl+t")
        assert reader.title == _COPY
        await reader.press("enter")
        assert [reader.app.desk.marks.of(source).read for source in texts] == [True, False, True, False]
        await reader.press("escape", "u")
        assert not any(reader.app.desk.marks.of(source).read for source in texts)
        await reader.press("m")
        assert "3 articles" in reader.bar
        assert [reader.app.desk.marks.of(source).read for source in texts] == [True, True, True, False]
        await reader.press("u")
        assert not any(reader.app.desk.marks.of(source).read for source in texts)
        await reader.press("g", "s")
        assert "read nothing of this story" in reader.bar
        reader.app.desk.marks.set("read", ["Wire"], True)
        await reader.press("g", "s")
        assert reader.options
        assert all(option.endswith("  Post") for option in reader.options)
        await reader.press("escape", "u", "O")
        await reader.press(*["down"] * 9)
        assert "stories: every article" in reader.options[9]
        await reader.press("down", "enter")
        await reader.rest()
        assert len(reader.titles) == 4
        await reader.press("O", *["down"] * 10, "enter")
        await reader.rest()
        assert reader.titles == [OTHER_FIRE[0], _COPY]
        await reader.press("b")
        assert [reader.app.desk.marks.of(source).bookmarked for source in texts] == [True, False, True, False]
        await reader.press("D")
        assert [reader.app.desk.marks.of(source).discarded for source in texts] == [True, False, True, False]
        assert reader.titles == [OTHER_FIRE[0], SAME_FIRE[0]]
        await reader.press("u", "ctrl+t", "D", "ctrl+t")
        assert reader.titles == [OTHER_FIRE[0], SAME_FIRE[0]]
        await reader.press("u", "g", "d")
        assert [option[: len(_COPY)] for option in reader.options] == [_COPY, OTHER_FIRE[0][: len(_COPY)]]
        assert "Gazette +2" in reader.options[0]
        await reader.press("escape", "A")
        assert all(reader.app.desk.marks.of(source).read for source in texts)


async def test_related_articles_are_offered_and_opened(root: Path, write: Callable[..., Path]) -> None:
    for name, (title, body) in {"fire": FIRE, "other": OTHER_FIRE}.items():
        write(f"{name}.md", body, id=name, title=title, date=f"2024-05-0{len(name)}", lang="en")
    for name in ("loaf", "swifts", "canal"):
        write(f"{name}.md", f"{name} " * 9, id=name, title=name, date="2024-05-01")
    async with sitting(root) as reader:
        assert reader.title == FIRE[0] or reader.title == OTHER_FIRE[0]
        first, other = (FIRE, OTHER_FIRE) if reader.title == FIRE[0] else (OTHER_FIRE, FIRE)
        await reader.press("R")
        assert reader.options == [f"{other[0]}  Library · {reader.options[0].rpartition(' · ')[2]}"]
        await reader.press("enter")
        assert reader.title == other[0]
        assert first[0] not in reader.titles
        await reader.press("escape")
        assert reader.title == first[0]
        assert {first[0], other[0]} < set(reader.titles)


async def test_back_leads_from_each_related_article_to_the_one_before(root: Path, write: Callable[..., Path]) -> None:
    for day, (title, body) in enumerate((FIRE, OTHER_FIRE), 1):
        write(f"{day}.md", body, id=str(day), title=title, date=f"2024-05-0{day}", lang="en", tags="[fire]")
    for name in ("loaf", "swifts", "canal"):
        write(f"{name}.md", f"{name} " * 9, id=name, title=name, date="2024-05-01")
    async with sitting(root) as reader:
        await reader.press("/")
        await reader.type("tag:fire")
        await reader.press("enter", "escape", "escape", "f")
        await reader.type("tag:fire")
        await reader.press("enter", "x", "j", "enter")
        assert reader.title == FIRE[0]
        await reader.press("R", "enter", "R", "enter")
        assert reader.titles == [FIRE[0]]
        await reader.press("escape")
        assert reader.titles == [OTHER_FIRE[0]]
        await reader.press("escape")
        assert (reader.titles, reader.title) == ([OTHER_FIRE[0], FIRE[0]], FIRE[0])
        assert "1 picked" in reader.rows[0]
        assert reader.browser.state.is_reading
        await reader.press("escape", "escape", "escape")
        assert len(reader.titles) == 5


async def test_of_articles_of_one_title_the_chosen_one_is_opened(root: Path, write: Callable[..., Path]) -> None:
    texts = {"main": FIRE, "older": ("Fire", OTHER_FIRE[1]), "newer": ("Fire", "Another text about ducks. " * 30)}
    for hour, (name, (title, body)) in enumerate(texts.items()):
        write(f"{name}.md", body, id=name, title=title, date=f"2024-05-06T1{hour}:00:00", lang="en")
    write("odd.md", OTHER_FIRE[1] + " More.", id="odd", title="???", date="2024-05-06T09:00:00", lang="en")
    async with sitting(root) as reader:
        stories = next(each for each in reader.browser.parts.actions if isinstance(each, StoryActions))
        for name in ("older", "newer", "odd"):
            stories._open(name)
            await reader.rest()
            assert reader.headline.id == name
            assert reader.browser.state.article == name
        await reader.press("m", "escape", ".")
        stories._open("odd")
        await reader.rest()
        assert reader.headline.id == "odd"
