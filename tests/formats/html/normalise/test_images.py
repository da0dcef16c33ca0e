"""Pictures have their real address, and each is shown once."""

from __future__ import annotations

import re

import pytest

from newstui.formats.html.to_markdown import markdown_of

BASE = "https://e.org/news/1"


def read_back(markdown: str) -> str:
    """The HTML that a reader of Markdown makes of it."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return str(parser.render(markdown))


def test_pictures_have_their_real_address() -> None:
    html = (
        "<img src='a.jpg' alt='A [b]'><img src='data:image/png;base64,xx' data-src=b.jpg><img src='data:image/png,x'>"
        "<img src=spacer.gif data-srcset='d.jpg 1x, c.jpg 2x'><img src=e.gif width=1 height=1><img src=mailto:x@y.z>"
        "<img srcset=' , '>"
    )
    assert re.findall(r"\((.*?)\)", markdown_of(html, BASE)) == [
        "https://e.org/news/a.jpg", "https://e.org/news/b.jpg", "https://e.org/news/c.jpg",
    ]  # fmt: skip
    assert 'alt="A [b]"' in read_back(markdown_of(html, BASE))


def address_of(html: str) -> str:
    return markdown_of(html, BASE).removeprefix("![](https://e.org/news/").removesuffix(")")


def test_pictures_that_scripts_load_late_have_their_real_address() -> None:
    for html in (
        "<img class=lazyload src=small.jpg data-src=a.jpg>",
        "<img src=/img/loading.svg data-lazy-srcset='b.jpg 600w, a.jpg 1200w'>",
        "<picture><source data-srcset='a.jpg 2x'><img src=data:image/gif;base64,x></picture>",
        "<picture><source srcset='a.jpg'><img alt=''></picture>",
    ):
        assert address_of(html) == "a.jpg"


@pytest.mark.parametrize(
    ("pictures", "expected"),
    [
        ("w_100,h_50/a.jpg 2x, b.jpg 1x", "w_100,h_50/a.jpg"),
        ("s.jpg 320w,a.jpg 1500w,l.jpg 4000w", "a.jpg"),
        ("a.jpg 2000w, l.jpg 4000w", "a.jpg"),
        ("data:image/gif;base64,x 1w, a.jpg 300w 200h", "a.jpg"),
        ("a.jpg junk more, l.jpg 3x", "a.jpg"),
    ],
)
def test_of_a_set_of_pictures_the_largest_of_use_is_taken(pictures: str, expected: str) -> None:
    assert address_of(f"<img srcset='{pictures}'>") == expected


@pytest.mark.parametrize(
    "html",
    [
        "<figure><div style=\"background-image: url('a.jpg')\"></div></figure>",
        "<div role=img style='background:#fff url(a.jpg) no-repeat'></div>",
        "<figure><div class=lazy data-bg=a.jpg></div></figure>",
        "<amp-img src=a.jpg width=9><noscript><img src=a.jpg></noscript></amp-img>",
    ],
)
def test_a_picture_is_one_whatever_draws_it(html: str) -> None:
    assert address_of(html) == "a.jpg"


def test_a_background_behind_words_or_a_picture_is_none() -> None:
    style = "style='background-image:url(b.jpg)'"
    assert markdown_of(f"<figure><p {style}>Words</p></figure>", BASE) == "Words"
    assert address_of(f"<figure><img src=a.jpg><div {style}></div></figure>") == "a.jpg"
    assert markdown_of(f"<div {style}></div>", BASE) == ""


def test_a_picture_that_only_pages_without_scripts_show_is_shown_once() -> None:
    hidden = "<noscript><img src=https://e.org/a.jpg></noscript>"
    assert markdown_of(f"<div><img src=data:image/gif,x>{hidden}</div>") == "![](https://e.org/a.jpg)"
    assert markdown_of(f"<div><img src=https://e.org/b.jpg>{hidden}</div>") == "![](https://e.org/b.jpg)"
    assert markdown_of("a<noscript>Switch on scripts</noscript>") == "a"
    assert markdown_of("a" + "<noscript>x</noscript>" * 300) == "a"


def test_a_picture_whose_address_cannot_be_known_keeps_its_words() -> None:
    assert markdown_of("<img src=files/boat.jpg alt='A boat'>") == "![A boat](<>)"
    assert markdown_of("<img src=files/boat.jpg alt='A boat'>", BASE) == "![A boat](https://e.org/news/files/boat.jpg)"
    assert markdown_of("<img src=data:x alt='A boat'>", BASE) == ""


@pytest.mark.parametrize(
    ("sides", "shown"),
    [("width=570 height=0", True), ("height=0", False), ("width=0 height=0", False), ("width=1 height=400", False)],
)
def test_a_height_that_a_script_sets_later_makes_no_tracking_pixel(sides: str, shown: bool) -> None:
    assert ("a.jpg" in markdown_of(f"<img src=https://e.org/a.jpg {sides}>")) is shown


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ("<img class=wp-smiley src=https://e.org/1f642.png alt=🙂>", "a🙂"),
        ("<img class='emoji emoji-custom' src=https://e.org/b.png alt=:blob:>", "a:blob:"),
        ("<img class=avatar width=24 height=24 src=https://e.org/b.png>", "a"),
        ("<img class=avatar width=24 height=24 src=https://e.org/b.png alt=Ida>", "a![Ida](https://e.org/b.png)"),
        ("<img width=24 height=24 src=https://e.org/b.png>", "a![](https://e.org/b.png)"),
    ],
)
def test_a_drawn_sign_is_its_text_and_the_face_beside_a_name_is_none(image: str, expected: str) -> None:
    assert markdown_of(f"<p>a{image}</p>") == expected


@pytest.mark.parametrize("name", ["data-actualsrc", "data-backup", "data-orig-file", "data-echo"])
def test_a_placeholder_gives_way_to_a_picture_in_an_attribute_of_any_name(name: str) -> None:
    assert address_of(f"<img src=/blank.png data-id=7 {name}=a.jpg>") == "a.jpg"
