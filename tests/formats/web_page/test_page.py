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


def test_a_sign_that_only_is_read_aloud_stays_between_its_numbers() -> None:
    number = (
        "<span>4<span class=sr-only>+</span><span>1</span><span class=visually-hidden>/</span><span>2</span></span>"
    )
    drawn = "<span class=sr-only>5 of 10</span><span aria-hidden=true>5</span><span aria-hidden=true>/10</span>"
    marker = "<span class=sr-only>/</span>"
    body = article(
        f"<p>Take {number} cups of the flour, says the cook, who gave {drawn} {marker} to the cake.</p>"
    ).body
    assert "Take 4+1/2 cups of the flour, says the cook, who gave 5 of 10 to the cake." in body


def test_a_link_of_a_picture_in_a_sentence_keeps_the_words_that_are_read_aloud() -> None:
    link = "<a href=/map><svg></svg><span aria-hidden=true>→</span><span class=sr-only>The map</span></a>"
    guide = "<a href=/guide>the guide<span class=sr-only>, external</span></a>"
    body = article(f"<p>The way to the quay is drawn here: {link}, and {guide} names each of the houses.</p>").body
    assert "drawn here: [The map](https://courier.example/map), and [the guide](https://courier.example/guide)" in body


def test_a_closed_dialog_is_no_article_that_waits_for_its_scripts() -> None:
    dialog = (
        "<div role=dialog aria-hidden=true><p>"
        + "Choose the fields in which to search for a phrase. " * 12
        + "</p></div>"
    )
    assert extract(f"<body><p>{STORY[0]}</p>{dialog}".encode()).body == STORY[0]


def test_values_in_a_class_are_no_names() -> None:
    heading = "<h2 class='mt-[calc(var(--article-breadcrumb)+1px)] font-serif'>The second bridge</h2>"
    assert "## The second bridge" in article(heading + f"<p>{STORY[0]} Again.</p>").body


def test_notes_that_open_at_their_number_are_shown() -> None:
    mark = "<p>It was seen from all of the villages.<sup><a href='#n1'>1</a></sup> Nobody cheered on that day.</p>"
    notes = "<aside hidden><ol><li id=n1>By our own count, there were nine.</li></ol></aside>"
    assert "1. By our own count, there were nine." in extract(page(story(mark) + notes), URL).body
    assert "nine" not in extract(page(story() + notes), URL).body
