"""One article in one page of our own words, for the tests that take an article out of its page."""

from __future__ import annotations

from newstui.formats.web_page.extract import Extracted, extract

URL = "https://courier.example/news/ferry"
STORY = (
    "The ferry that has crossed the bay since the harbour was built made its last crossing on a grey Friday morning.",
    "Some two hundred people stood at the pier, and most of them had come from the villages on the other side.",
    "A bridge takes its place. It was finished in the spring, two years late and at twice the cost that was planned.",
    "Nobody knows yet what becomes of the boat itself, which the town has offered to museums along the coast.",
)
NAVIGATION = "<nav><ul><li><a href=/>Home page</a><li><a href=/sport>Sport</a></ul></nav>"


def page(body: str, head: str = "") -> bytes:
    return f"""<!doctype html><html lang=en-GB><head><title>The last ferry | Courier</title>{head}</head><body>
    <header><a href=/>Courier</a>{NAVIGATION}</header><main><article><h1>The last ferry</h1>{body}</article></main>
    <footer><p>Copyright Courier. All rights reserved. Terms of use apply.</p></footer></body></html>""".encode()


def story(between: str = "") -> str:
    first, *others = [f"<p>{each}</p>" for each in STORY]
    return "\n".join([first, between, *others])


def article(between: str = "", head: str = "") -> Extracted:
    return extract(page(story(between), head), URL)
