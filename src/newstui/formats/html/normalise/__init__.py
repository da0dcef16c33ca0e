"""Makes a page's tree fit for Markdown: elements that Markdown has no sign for become some that it has.

The tree is changed in place. No step recurses, and each looks at a part of the tree a fixed number of times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.html.elements import BLOCK_SELECTOR, new_element
from newstui.formats.html.normalise.blocks import split_at_breaks
from newstui.formats.html.normalise.code import prepare_code, show_editors
from newstui.formats.html.normalise.embeds import EMBEDDED, POSTS, prepare_embeds, show_players
from newstui.formats.html.normalise.formulas import prepare_formulas
from newstui.formats.html.normalise.images import (
    AMP_IMAGES,
    BACKGROUND,
    prepare_images,
    show_backgrounds,
    show_fallbacks,
)
from newstui.formats.html.normalise.inline import (
    loosen_spaces,
    part_words,
    prepare_links,
    unify_marks,
    write_small_digits,
)
from newstui.formats.html.normalise.limits import limit_nesting, limit_tree
from newstui.formats.html.normalise.lists import prepare_lists, write_ticks
from newstui.formats.html.normalise.notes import prepare_notes
from newstui.formats.html.normalise.ruby import prepare_ruby
from newstui.formats.html.normalise.shortcodes import drop_shortcodes
from newstui.formats.html.normalise.tables import prepare_tables, write_tables

if TYPE_CHECKING:
    from turbohtml import Element

_NEVER_SHOWN = (
    "head, script, style, template, svg, canvas, map, button, select, textarea, datalist, dialog, meta, link, "
    "a.lightbox .meta, .gist-meta, label.margin-toggle, "
    "span.field--name-title, span.field--name-uid, span.field--name-created"
)
"""Selects what is no text, what opens a note, and what Discourse and Drupal put beside: names of files, metadata."""
_TITLE_BUTTONS = ":is(h1, h2, h3, h4, h5, h6, dt, summary) button"
"""Selects what opens a part of a page, and holds its title."""
_WORDLESS = (
    "math, .katex-html, [data-formula], [data-tex], [data-latex], script, rt, rp, noscript, [role=checkbox], "
    "blockquote[cite], "
    f"blockquote[data-instgrm-permalink], [role=table], [role=grid], {POSTS}, {EMBEDDED}, "
    f"{', '.join(AMP_IMAGES)}, {BACKGROUND}"
)


def write_out(tree: Element, base: str | None) -> None:
    """Replaces what has no words of its own in Markdown by words: formulas, readings, what is embedded.

    It comes first, before anything hidden leaves the tree: the readable form of a formula often is hidden.
    """
    for button in tree.select(_TITLE_BUTTONS):
        button.unwrap()
    show_editors(tree)
    if tree.select_one(_WORDLESS) is None:
        return
    prepare_formulas(tree)
    prepare_ruby(tree)
    write_ticks(tree)
    write_tables(tree)
    show_backgrounds(tree)
    show_players(tree, base)
    show_fallbacks(tree, base)
    prepare_embeds(tree, base)


def normalise(tree: Element, base: str | None) -> None:
    """Changes everything inside of `tree` as Markdown needs it, but not the element `tree` itself."""
    limit_tree(tree)
    write_out(tree, base)
    tree.remove(_NEVER_SHOWN)
    drop_shortcodes(tree)
    loosen_spaces(tree)
    part_words(tree)
    prepare_images(tree, base)
    prepare_notes(tree)
    prepare_links(tree, base)
    write_small_digits(tree)
    unify_marks(tree)
    prepare_lists(tree)
    prepare_code(tree)
    limit_nesting(tree)
    split_at_breaks(tree)
    prepare_tables(tree)
    for term in tree.select("dt"):
        if not term.select_one(BLOCK_SELECTOR) and term.text.strip() and not term.select_one("strong"):
            term.wrap_children(new_element("strong"))
    for holder in reversed(tree.select("li, ul, ol, blockquote, h1, h2, h3, h4, h5, h6")):
        if not holder.text.strip() and not holder.select_one("img"):
            holder.decompose()
