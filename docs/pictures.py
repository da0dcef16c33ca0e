"""Takes the pictures of the README from the running program: `make pictures`.

The app runs on the sample library with a home of its own. Keys drive it, and each screen is exported as SVG to
docs/pictures.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent / "pictures"
SCREENS: dict[str, tuple[tuple[int, int], str, list[str]]] = {
    "wide": ((120, 36), "newstui-dark", ["J", "J", "b", "J", "J"]),
    "summary": ((120, 36), "newstui-dark", ["J", "J", "J", "J", "s"]),
    "skim": ((120, 36), "newstui-dark", ["J", "J", "J", "J", "S"]),
    "light": ((120, 36), "newstui-light", ["J", "J", "b", "J"]),
    "narrow": ((76, 30), "newstui-dark", ["down", "enter"]),
    "headlines": ((60, 24), "newstui-light", ["down", "b", "down"]),
    "filter": ((120, 36), "newstui-dark", ["f"]),
    "help": ((120, 36), "newstui-light", ["question_mark"]),
    "table": ((120, 36), "newstui-dark", ["J", "enter", "space", "space"]),
}


async def picture(name: str) -> None:
    """Writes the picture of one screen, taken in a home that nothing else uses."""
    from newstui.domain.settings import Settings
    from newstui.store.paths import sample_library, user_paths
    from newstui.ui.app import NewstuiApp

    size, theme, keys = SCREENS[name]
    library = sample_library()
    assert library is not None
    with tempfile.TemporaryDirectory() as home:
        os.environ["NEWSTUI_HOME"] = home
        app = NewstuiApp(user_paths(), library, Settings(theme=theme))
        async with app.run_test(size=size) as pilot:
            await app.settled()
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            svg = app.export_screenshot(title="newstui")
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in SCREENS:
        asyncio.run(picture(name))


if __name__ == "__main__":
    main()
