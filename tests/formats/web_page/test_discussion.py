"""Comments of readers are left out, whatever their elements are called; what has their shape and is news stays."""

from __future__ import annotations

import pytest

from newstui.formats.web_page.extract import extract
from tests.formats.web_page.ferry import STORY, URL, article, page, story

SAID = (
    "I have crossed with that boat each morning of my life and nobody has asked me what I think of it.",
    "The bridge costs more than ten new boats would have done, and it will be closed in each storm anyway.",
    "My grandmother was the first woman at the wheel of it, and her picture hangs in the cabin to this day.",
    "Those who want to keep the boat may pay for it themselves, the town has better things to do with money.",
)
NAMES = ("Ana", "bob77", "Kurt W.", "Mirja")


def comments(one: str) -> str:
    """Comments that each look so."""
    return "".join(
        one.format(name=name, number=number, said=said)
        for number, (name, said) in enumerate(zip(NAMES, SAID, strict=True), 2)
    )


@pytest.mark.parametrize(
    "html",
    [
        "<h3>4 Comentarios</h3><div>"
        + comments("<div><p>{name}<br>Hace {number} minutos</p><p>{said}</p></div>")
        + "</div>",
        "<h3>Kommentare (4)</h3><ul>"
        + comments("<li><b>{name}</b><p>vor {number} Stunden</p><p>{said}</p><a href='#'>Antworten</a></li>")
        + "</ul>",
        "<div class=x_comment_list>"
        + comments("<div><span class=by>{name}</span><time>today</time><p>{said} {said}</p></div>")
        + "</div>",
        "<section>"
        + comments(
            "<div class=i><p>{name}</p><p>{number} мая</p><p>{said:.60}</p><p><a href='#a'>Ответить</a></p></div>"
        )
        + "</section>",
        "<h2>Reacties</h2><div>"
        + comments("<div class=item><p>{name}</p><p>1{number}:30</p><p>{said} {said}</p><button>Ga</button></div>")
        + "</div>",
    ],
)
def test_comments_are_left_out(html: str) -> None:
    assert extract(page(story() + html), URL).body == "\n\n".join(STORY)


def test_a_live_blog_is_news() -> None:
    entry = "<div class=entry><p>1{number}:30 {name}</p><p>{said} {said}</p><p><a href='#'>Share</a></p></div>"
    body = extract(page(f"<main><p>{STORY[0]}</p>{comments(entry)}</main>"), URL).body
    assert all(said in body for said in SAID)


@pytest.mark.parametrize("names", ["article class='post comments-open'", "div class='post has-comments'"])
def test_an_article_named_after_its_comments_is_no_discussion(names: str) -> None:
    link = "<a class=comments-link href='/c{number}'>{number}</a>"
    entry = f"<div><p>{{name}} at 1{{number}}:30</p><p>{{said}} {{said}}</p>{link}</div>"
    body = extract(page(f"<{names}><p>{' '.join(STORY)}</p>{comments(entry)}</{names.split()[0]}>"), URL).body
    assert all(said in body for said in SAID)


def test_a_series_of_quotations_is_no_discussion() -> None:
    html = "<h3>Voices from the harbour</h3>" + comments(
        "<div><p><b>{name}</b>, {number}0 years</p><p>{said}</p></div>"
    )
    body = article(html).body
    assert all(said in body for said in SAID)


@pytest.mark.parametrize(
    "html",
    [
        f"<form><p>{SAID[0]} {SAID[1]}</p><input type=email></form>",
        f"<div class=signup><p>{SAID[0]} {SAID[1]}</p><form><input type=email></form></div>",
        f"<div class=cookiemsg><p>{SAID[0]} {SAID[1]}</p></div>",
        "<p>Нашли ошибку? Выделите текст и нажмите Ctrl+Enter</p>",
    ],
)
def test_notices_of_the_site_are_left_out_however_long(html: str) -> None:
    assert article(html).body == "\n\n".join(STORY)


def test_the_part_of_an_article_behind_a_wall_stays() -> None:
    html = (
        f"<div class=paywall>{''.join(f'<p>{said} {said}</p>' for said in SAID)}<form><input type=email></form></div>"
    )
    body = article(html).body
    assert all(said in body for said in SAID)
