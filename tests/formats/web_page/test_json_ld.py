"""JSON-LD about an article is found in every shape; a broken one is passed over."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from turbohtml import parse

from newstui.formats.web_page.json_ld import article_in, names_in, text_in
from newstui.formats.web_page.metadata import metadata_in

if TYPE_CHECKING:
    from newstui.domain.articles.metadata import Metadata


URL = "https://www.courier.example/news/2024/05/01/ferry"


def facts(html: str, url: str | None = None) -> Metadata:
    root = parse(f"<html>{html}</html>").root
    assert root is not None
    return metadata_in(root, url)


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{dumps(value)}</script>'


def test_the_article_is_found_at_any_depth() -> None:
    article = {"@type": ["NewsArticle", "Thing"], "headline": "H"}
    for value in (
        article,
        [article],
        {"@graph": [{"@type": "WebSite"}, article]},
        {"@type": "WebPage", "mainEntity": article},
    ):
        assert article_in([dumps(value)])["headline"] == "H"
    assert article_in([f"<!-- {dumps(article)} -->"])["headline"] == "H"
    assert article_in([f"//<![CDATA[\n{dumps(article)}\n//]]>"])["headline"] == "H"
    assert article_in([dumps(article).replace("H", "a\nb")])["headline"] == "a\nb"


def test_an_object_that_is_only_referred_to_is_looked_up() -> None:
    page = {
        "@graph": [{"@type": "Article", "author": {"@id": "#a"}}, {"@type": "CreativeWork", "@id": "#a", "name": "A"}]
    }
    assert names_in(article_in([dumps(page)])["author"]) == ["A"]


@pytest.mark.parametrize(
    "script", ["", "{", "[" * 100_000, "null", "[1, null, []]", '{"@type": null}', '{"@type": 5}', "x"]
)
def test_broken_json_ld_is_empty(script: str) -> None:
    assert article_in([script]) == {}


@pytest.mark.parametrize(
    ("value", "text"),
    [("a", "a"), ({"name": "a"}, "a"), ([{"@value": "a"}], "a"), (5, "5"), (True, None), (None, None),
     ([], None), ({}, None),
     ({"name": {"name": {"name": {"name": {"name": {"name": {"name": {"name": "a"}}}}}}}}, None)],
)  # fmt: skip
def test_a_text_may_have_many_shapes(value: object, text: str | None) -> None:
    assert text_in(value) == text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["Article", "WebPage", "2024"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["@type", "@id", "@graph", "name", "author", "headline", "datePublished", "keywords", "image",
                         "publisher", "description", "mainEntityOfPage", "inLanguage", "url"]),
        inner, max_size=5,
    ),
    max_leaves=12,
)  # fmt: skip


@given(JSON)
def test_no_shape_of_json_ld_crashes(value: object) -> None:
    facts(ld(value), URL)
