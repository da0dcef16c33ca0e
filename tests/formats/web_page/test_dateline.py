"""The date of a page stands beside its headline or byline, never in its prose."""

from __future__ import annotations

import pytest

from newstui.formats.web_page.extract import extract
from tests.formats.web_page.ferry import STORY, page

PROSE = f"<p>{STORY[0]} {STORY[1]}</p>"


def date_of(html: str) -> str | None:
    published = extract(page(html)).published
    return published.date().isoformat() if published else None


@pytest.mark.parametrize(
    "html",
    [
        "<time datetime=2019-03-03>3 March</time>" + PROSE,
        "<p>By Ida Nord, <time datetime=2019-03-03>3 March 2019</time></p>" + PROSE,
        "<div class=byline>Ida Nord wrote this. <span class=date>3 March 2019</span></div>" + PROSE,
        PROSE + "<p class=posted-on>Posted <time datetime=2019-03-03>3 March</time></p>",
        PROSE + "<footer class=entry-meta><p>On <time datetime=2019-03-03>3 March</time></p></footer>",
    ],
)
def test_a_date_beside_the_headline_or_byline_is_that_of_the_page(html: str) -> None:
    assert date_of(html) == "2019-03-03"


@pytest.mark.parametrize(
    "html",
    [
        PROSE + "<p>It began on <time datetime=1921-03-03>3 March 1921</time> in the harbour.</p>",
        "<p>It began on <time datetime=1921-03-03>3 March 1921</time> in the harbour.</p>" + PROSE,
        PROSE + "<p>It began on <span class=date>3 March 1921</span> in the harbour.</p>",
        PROSE + "<ul><li><time datetime=1921-03-03>1921</time> The harbour is built</ul>",
        PROSE + "<p><time datetime=2019-03-03T10:42>10:42</time> The council meets.</p>",
        "<table><tr><td><time datetime=1921-03-03>1921</time><td>Built</table>" + PROSE,
        PROSE + "<div class=comments><p><time datetime=2020-01-01>1 January</time> Bo:</p></div>",
        "<aside><time datetime=2020-01-01>1 January</time> Another story</aside>" + PROSE,
        PROSE + "<blockquote><p><time datetime=2020-01-01>1 January</time></p></blockquote>",
    ],
)
def test_a_date_of_something_else_is_not_that_of_the_page(html: str) -> None:
    assert date_of(html) is None
