"""A page has its base, its metadata and the parts that it shows."""

from __future__ import annotations

from newstui.formats.web_page.extract import extract
from tests.formats.web_page.ferry import STORY, URL, article, page, story


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
