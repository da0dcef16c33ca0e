"""Markdown as XHTML for pages and books: well-formed, and without scripts, styles or anything fetched from the web."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from lxml import etree

from newstui.domain.text.item_label import split_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import OptionsDict

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file can hold."""
_DEEPEST_HEADING = 6
_WEB = re.compile(r"(?:https?|mailto):|#", re.IGNORECASE)


def html_of(markdown: str, pictures: Mapping[str, str], *, name: str) -> str:
    """Returns Markdown as XHTML below a heading of the first level; what is not well-formed as the plain text.

    pictures: what stands in the Markdown → the address of a picture at hand; of others only the words are shown.
    name: unique among the texts on one page.
    """
    parser = _parser()
    env: dict[str, Any] = {"docId": name, "pictures": pictures}
    tokens = parser.parse(_NOT_XML.sub("", markdown), env)
    for number, token in enumerate(tokens):
        if token.type == "list_item_open":
            _number(token, tokens[number + 1 : number + 3])
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1:]) + 1, _DEEPEST_HEADING)}"
    html = str(parser.renderer.render(tokens, parser.options, env))
    try:
        etree.fromstring(f"<div>{html}</div>", etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError:
        return f"<pre>{text_as_html(markdown)}</pre>"
    return html


def text_as_html(text: str) -> str:
    """Returns text as it stands in XHTML and in its attributes."""
    return escape(_NOT_XML.sub("", text))


def _number(item: Token, first: Sequence[Token]) -> None:
    """Gives an item whose number stands before its words that number in the place of the bullet."""
    text = first[-1].children[0] if first and first[-1].children else None
    label, words = split_label(text.content) if text is not None else ("", "")
    if text is not None and label:
        item.attrs["style"] = f"list-style-type: '{label} '"
        text.content = words


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    parser.validateLink = lambda url: _WEB.match(url.strip()) is not None or ":" not in url.partition("/")[0]  # type: ignore[method-assign]
    parser.add_render_rule("image", _image)
    return parser


def _image(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any) -> str:
    token = tokens[index]
    words = renderer.renderInlineAsText(token.children, options, env)
    address = env["pictures"].get(str(token.attrs.get("src", "")))
    if address:
        return f'<img src="{escape(address)}" alt="{escape(words)}" />'
    return f'<span class="picture">[{escape(words or "picture")}]</span>'
