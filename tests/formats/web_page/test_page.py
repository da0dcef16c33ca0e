"""A page has its base, its metadata and the parts that it shows."""

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


def test_a_page_that_is_hidden_until_its_scripts_run_is_shown() -> None:
    html = f"<html><body><div style='display:none'>{story()}</div></body></html>".encode()
    assert STORY[0] in extract(html).body


def test_relative_addresses_are_relative_to_the_base_of_the_page() -> None:
    link = "<p>There is <a href=more>more about the bridge</a> and its long way to the other side of the bay.</p>"
    assert "(https://b.example/x/more)" in article(link, "<base href='https://b.example/x/'>").body
    assert "(https://courier.example/y/more)" in article(link, "<base href='/y/'>").body


def test_a_page_saved_in_one_file_is_its_article() -> None:
    image = "data:image/png;base64," + "A" * 6_000_000
    picture = f"<img src='{image}'>"
    html = (
        f"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: {URL} \n saved date: today\n-->"
        f"<head><style>@font-face{{src:url({image})}}</style></head>{page(story(picture)).decode()}"
    )
    found = extract(html.encode())
    assert found.body == "\n\n".join(STORY)
    assert found.url == URL
    assert extract(f"<!-- saved from url=(0030){URL} --><p>x".encode()).url == URL
