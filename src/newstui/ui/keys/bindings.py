"""The table of keys. Each binding has an id, by which config.toml may give it other keys, and a row in docs/keys.md."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.keys import format_key, key_to_character

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.screen import Screen

_NAMES = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "delete": "Del",
    "escape": "Esc",
    "backspace": "Backspace",
    "enter": "Enter",
}


@cache
def key_name(key: str) -> str:
    """Returns a key as docs/keys.md writes it: `Ctrl+U`, `PgUp`, `↑`, `?`."""
    *modifiers, base = key.split("+")
    name = _NAMES.get(base) or format_key(base)
    if len(name) > 1 or modifiers:
        name = name[:1].upper() + name[1:]
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


APP = [
    Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="quit-anywhere"),
    Binding("ctrl+p", "command_palette", "All commands", show=False, priority=True, id="commands-anywhere"),
    Binding("ctrl+l", "redraw", "Draw the screen again", show=False, priority=True, id="redraw"),
    Binding("ctrl+c", "help_quit", show=False, system=True),
]
LIST = [
    Binding("up,k", "move(-1)", "Up", show=False, id="list-up"),
    Binding("down,j", "move(1)", "Down", show=False, id="list-down"),
    Binding("pageup,backspace", "move_pages(-1)", "Page up", show=False, id="list-page-up"),
    Binding("pagedown", "move_pages(1)", "Page down", show=False, id="list-page-down"),
    Binding("ctrl+u", "move_pages(-0.5)", "Half a page up", show=False, id="list-half-page-up"),
    Binding("ctrl+d", "move_pages(0.5)", "Half a page down", show=False, id="list-half-page-down"),
    Binding("home", "first", "First", show=False, id="list-first"),
    Binding("end,G", "last", "Last", show=False, id="list-last"),
    Binding("enter,right,l", "open", "Read", key_display="⏎", id="open"),
    Binding("slash,ctrl+f", "screen.search", "Search", show=False, id="search"),
    Binding("x", "screen.pick", "Pick, and on to the next", show=False, id="pick"),
    Binding("v", "screen.pick_range", "Pick from here to where you go", show=False, id="pick-range"),
    Binding("X", "screen.pick_all", "Pick all of this list, or none", show=False, id="pick-all"),
]
READER = [
    Binding("up,k", "scroll(-1)", "Up", show=False, id="reader-up"),
    Binding("down,j", "scroll(1)", "Down", show=False, id="reader-down"),
    Binding("pageup,backspace", "scroll_pages(-1)", "Page up", show=False, id="reader-page-up"),
    Binding("pagedown", "scroll_pages(1)", "Page down", show=False, id="reader-page-down"),
    Binding("ctrl+u", "scroll_pages(-0.5)", "Half a page up", show=False, id="reader-half-page-up"),
    Binding("ctrl+d", "scroll_pages(0.5)", "Half a page down", show=False, id="reader-half-page-down"),
    Binding("home", "top", "Start of the article", show=False, id="reader-first"),
    Binding("end,G", "bottom", "End of the article", show=False, id="reader-last"),
    Binding("v", "screen.choose", "Choose sentences", show=False, id="choose"),
    Binding("V", "screen.choose_lines", "Choose lines", show=False, id="choose-lines"),
    Binding("enter", "screen.keep_highlight", "Highlight", key_display="⏎", id="highlight-keep"),
    Binding("D,delete", "screen.drop_highlight", "Remove the highlight", show=False, id="highlight-remove"),
]
BROWSER = [
    Binding("space", "read_on", "Read on", key_display="Space", id="read-on"),
    Binding("right", "turn(1)", "Next article", show=False, id="reader-next"),
    Binding("shift+left", "turn(-1)", "Previous article", show=False, id="reader-previous"),
    Binding("left", "back", "Back", show=False, id="reader-back"),
    Binding("J,right_square_bracket", "turn(1)", "Next", key_display="J", id="next"),
    Binding("K,left_square_bracket", "turn(-1)", "Previous", key_display="K", id="previous"),
    Binding("s", "summary", "Summary", id="summary"),
    Binding("S", "skim", "Skim: the summary, lit in the text", show=False, id="skim"),
    Binding("enter", "to_sentence", "To the sentence", key_display="⏎", id="to-sentence"),
    Binding("enter", "open_selected_link", "Open the link", key_display="⏎", id="link-open"),
    Binding("plus", "summary_length(1)", "Longer", key_display="+", id="summary-longer"),
    Binding("minus", "summary_length(-1)", "Shorter", key_display="-", id="summary-shorter"),
    Binding("I", "mute", "Hide a topic for two weeks", show=False, id="mute"),
    Binding("R", "related", "Related articles", show=False, id="related"),
    Binding("ctrl+t", "fold", "Unfold or fold a story", show=False, id="fold"),
    Binding("e", "excerpts", "Summaries under the headlines", show=False, id="excerpts"),
    Binding("C", "density", "Headlines in one line, two, or with a summary", show=False, id="density"),
    Binding("b,asterisk", "bookmark", "Bookmark", key_display="b", id="bookmark"),
    Binding("t", "tags", "Tags", show=False, id="tags"),
    Binding("T", "note", "Note", show=False, id="note"),
    Binding("H", "highlights", "Highlights of this article", show=False, id="highlights"),
    Binding("n", "next_unread", "Next unread, or the next match", show=False, id="next-unread"),
    Binding("p", "turn(-1)", "Previous article", show=False, id="previous-article"),
    Binding("N", "previous_match", "Previous match", show=False, id="previous-match"),
    Binding("f3", "find_next(1)", "Find, or the next match", show=False, id="find-next"),
    Binding("shift+f3", "find_next(-1)", "Previous match", show=False, id="find-previous"),
    Binding("slash,ctrl+f", "find", "Find", key_display="/", id="find"),
    Binding("m", "toggle_read", "Read/unread", id="read"),
    Binding("u,ctrl+z", "undo", "Undo", key_display="u", id="undo"),
    Binding("U,ctrl+y", "redo", "Redo", show=False, id="redo"),
    Binding("w", "export", "Export", show=False, id="export"),
    Binding("vertical_line", "pipe", "Pipe to a command", show=False, id="pipe"),
    Binding("f", "filter", "Filter", id="filter"),
    Binding("full_stop", "unread_only", "Unread only, or all", show=False, id="unread-only"),
    Binding("backslash,f2", "sections", "Sections", key_display="\\", id="sections"),
    Binding("O", "sort", "Sort", show=False, id="sort"),
    Binding("M", "mark_read", "Mark read: above, below, older …", show=False, id="mark-read"),
    Binding("A", "mark_all_read", "Mark all of this list read", show=False, id="mark-all-read"),
    Binding("o", "browse", "Open in the browser", show=False, id="browser"),
    Binding("i", "pictures", "Pictures, or the text alone", show=False, id="pictures"),
    Binding("L", "links", "Links of this article", show=False, id="links"),
    Binding("y", "copy_link", "Copy the link", show=False, id="copy-link"),
    Binding("Y", "copy_citation", "Copy a citation", show=False, id="copy-citation"),
    Binding("D,delete", "discard", "Discard", show=False, id="discard"),
    Binding("a", "add", "Add an article", show=False, id="add"),
    Binding("r,f5", "sync", "Fetch the feeds, or stop that", show=False, id="sync"),
    Binding("equals_sign", "changes", "What its publisher changed", show=False, id="changes"),
    Binding("z,f11", "full_width", "Reader alone", show=False, id="full-width"),
    Binding("less_than_sign", "text_width(-4)", "Text narrower", show=False, id="narrower"),
    Binding("greater_than_sign", "text_width(4)", "Text wider", show=False, id="wider"),
    Binding("g", "go", "Go to …", show=False, id="go"),
    Binding("tab", "other_pane(1)", "Other pane", show=False, id="other-pane"),
    Binding("shift+tab", "other_pane(-1)", "The pane before", show=False, id="pane-before"),
    Binding("escape,h", "back", "Back", show=False, id="back"),
    Binding("q", "back_or_quit", "Back, or quit from the list", show=False, id="quit"),
    Binding("Q", "app.quit", "Quit", show=False, id="quit-at-once"),
    Binding("colon", "app.command_palette", "All commands", show=False, id="commands"),
    Binding("question_mark,f1", "help", "Keys", key_display="?", id="help"),
]
SECTIONS = [
    Binding("up,k", "move(-1)", "Up", show=False, id="section-up"),
    Binding("down,j", "move(1)", "Down", show=False, id="section-down"),
    Binding("pageup,backspace", "move_pages(-1)", "Page up", show=False, id="section-page-up"),
    Binding("pagedown", "move_pages(1)", "Page down", show=False, id="section-page-down"),
    Binding("ctrl+u", "move_pages(-0.5)", "Half a page up", show=False, id="section-half-page-up"),
    Binding("ctrl+d", "move_pages(0.5)", "Half a page down", show=False, id="section-half-page-down"),
    Binding("home", "first", "First", show=False, id="section-first"),
    Binding("end,G", "last", "Last", show=False, id="section-last"),
    Binding("enter,right,l", "open", "Articles", key_display="⏎", id="section-open"),
    Binding("left", "turn", "Open or close", key_display="←", id="section-turn"),
    Binding("slash,ctrl+f", "narrow", "Narrow", key_display="/", id="section-narrow"),
    Binding("full_stop", "screen.hide_read_sections", "Unread only", key_display=".", id="section-unread-only"),
    Binding("A", "screen.mark_section_read", "Mark all of this section read", show=False, id="section-read"),
    Binding("e", "screen.edit_feed('title')", "Name of the feed", show=False, id="section-name"),
    Binding("f", "screen.edit_feed('folder')", "Folder of the feed", show=False, id="section-folder"),
    Binding("t", "screen.edit_feed('tags')", "Tags for the articles of the feed", show=False, id="section-tags"),
    Binding("c", "screen.edit_feed('most_a_day')", "Most of its articles a day", show=False, id="section-most"),
    Binding("x", "screen.switch_feed", "Fetch the feed, or not", show=False, id="section-switch"),
    Binding("M", "screen.mute_feed", "Feed on the front page, or not", show=False, id="section-mute"),
    Binding("D,delete", "screen.remove_feed", "Remove the feed", show=False, id="section-remove"),
    Binding("i", "screen.about_feed", "About the feed", show=False, id="feed-about"),
    Binding("a", "screen.subscribe", "Subscribe to a feed", show=False, id="feed-add"),
    Binding("R", "screen.sync_feed", "Fetch this feed alone", show=False, id="feed-fetch-one"),
    Binding("w", "screen.full_text", "Whose pages are fetched", show=False, id="feed-full-text"),
    Binding("P", "screen.allow_feed", "Feed in your own network, or not", show=False, id="feed-private"),
    Binding("escape,h", "screen.leave_sections", "Back", show=False, id="section-back"),
]
ONLY_READING = {"find", "find-next", "find-previous", "to-sentence", "link-open"}
"""Ids of bindings of the browser that do nothing in the list, so that the list may use their keys."""
CHANGE_LIST = [
    Binding("up,k", "move(-1)", "Up", show=False, id="history-up"),
    Binding("down,j", "move(1)", "Down", show=False, id="history-down"),
    Binding("pageup,backspace", "move_pages(-1)", "Page up", show=False, id="history-page-up"),
    Binding("pagedown,space", "move_pages(1)", "Page down", show=False, id="history-page-down"),
    Binding("home,g", "first", "First", show=False, id="history-first"),
    Binding("end,G", "last", "Last", show=False, id="history-last"),
]
HISTORY = [
    Binding("escape,q,h,left", "dismiss(None)", "Back", key_display="Esc", id="history-back"),
    Binding("u,enter,ctrl+z", "take_back", "Take back", key_display="u", id="history-undo"),
    Binding("U,ctrl+y", "bring_back", "Do again", key_display="U", id="history-redo"),
    Binding("Q", "app.quit", "Quit", show=False, id="history-quit"),
    Binding("question_mark,f1", "help", "Keys", key_display="?", id="history-help"),
]
CHOOSE = [
    Binding("escape", "leave", "Back", id="choose-back"),
    Binding("q", "leave", "Back, while nothing is typed", show=False, id="choose-leave"),
    Binding("down", "move(1)", "Down", show=False, id="choose-down"),
    Binding("up", "move(-1)", "Up", show=False, id="choose-up"),
    Binding("pagedown", "move(10)", "Page down", show=False, id="choose-page-down"),
    Binding("pageup", "move(-10)", "Page up", show=False, id="choose-page-up"),
]
SEARCH = [
    Binding("down", "move(1)", "Down", show=False, id="search-down"),
    Binding("up", "move(-1)", "Up, or an earlier search", show=False, id="search-up"),
    Binding("pagedown", "move_pages(1)", "Page down", show=False, id="search-page-down"),
    Binding("pageup", "move_pages(-1)", "Page up", show=False, id="search-page-up"),
    Binding("tab", "complete", "Complete", key_display="Tab", id="search-complete"),
    Binding("ctrl+o", "order", "Best or newest first", id="search-order"),
    Binding("ctrl+s", "save", "Save as a section", id="search-save"),
    Binding("escape", "dismiss(None)", "Back", id="search-back"),
    Binding("f1", "help", "Keys", id="search-help"),
]
HELP = [
    Binding("escape,f1", "leave", "Back", id="help-back"),
    Binding("q", "leave", "Back, while nothing is typed", show=False, id="help-leave"),
    Binding("down", "scroll(1)", "Down", show=False, id="help-down"),
    Binding("up", "scroll(-1)", "Up", show=False, id="help-up"),
    Binding("pagedown", "scroll(10)", "Page down", show=False, id="help-page-down"),
    Binding("pageup", "scroll(-10)", "Page up", show=False, id="help-page-up"),
]
CHANGES = [
    Binding("escape,q,equals_sign", "leave", "Back", id="changes-back"),
    Binding("down,j", "scroll(1)", "Down", show=False, id="changes-down"),
    Binding("up,k", "scroll(-1)", "Up", show=False, id="changes-up"),
    Binding("pagedown,space", "scroll(10)", "Page down", show=False, id="changes-page-down"),
    Binding("pageup,backspace", "scroll(-10)", "Page up", show=False, id="changes-page-up"),
]
NOTE = [
    Binding("escape", "keep", "Keep it", id="note-keep"),
    Binding("ctrl+o", "editor", "In your editor", id="note-editor"),
]
ASK = [Binding("escape", "leave", "Back", id="ask-back")]

_COPY = "ctrl+c"
_TABLES = (LIST, SECTIONS, READER, BROWSER, CHANGE_LIST, HISTORY, SEARCH, CHANGES, NOTE, ASK)
_ORDER = {binding.id: place for place, binding in enumerate(binding for table in _TABLES for binding in table)}


def live_bindings(screen: Screen[Any]) -> list[Binding]:
    """Returns the bindings in force on a screen, with the keys of the settings, in the order of the tables above."""
    is_letter = _letters(screen)
    active = [each.binding for key, each in screen.active_bindings.items() if each.enabled and not is_letter(key)]
    own = [binding for each in active if (binding := _own_binding(screen, each))]
    shown = [binding for binding in own if binding.description and not binding.system]
    return sorted(shown, key=lambda binding: _ORDER.get(binding.id, len(_ORDER)))


def _letters(screen: Screen[Any]) -> Callable[[str], bool]:
    """Returns what tells the keys that are letters of what is typed now: Textual leaves out the screen's alone."""
    focused = screen.focused  # asked for once: there are a hundred keys
    if focused is None:
        return lambda key: False
    consumes = focused.check_consume_key
    return lambda key: consumes(key, key_to_character(key))


def _own_binding(screen: Screen[Any], binding: Binding) -> Binding | None:
    """Returns a binding of the tables or the one that copies; None for those by which Textual's fields are edited.

    A field has Textual's bindings to scroll, too. It cannot scroll, so that they lead to those of the screen.
    """
    if binding.id or binding.key == _COPY:
        return binding
    if not binding.action.startswith(("scroll_", "page_")):
        return None
    of_screen = (bindings for node, bindings in screen._modal_binding_chain if node is screen)
    return next(
        (own for bindings in of_screen for own in bindings.key_to_bindings.get(binding.key, ()) if own.id), None
    )


def action_of(screen: Screen[Any], key: str) -> str:
    """Returns the name of the action that a key has on a screen now; empty where it has none."""
    bound = screen.active_bindings.get(key)
    return bound.binding.action.partition("(")[0].rpartition(".")[2] if bound else ""


def key_of(app: App[Any], name: str) -> str:
    """Returns the name of the first key of the binding of this id, with the keys of the settings."""
    return key_name(binding_of(app, name).key)


def binding_of(app: App[Any], name: str) -> Binding:
    """Returns the binding of this id with the first key that it has in force, wherever it works."""
    binding = _by_id()[name]
    entry = app._keymap.get(name)
    if entry is None:
        return binding
    return next(iter(Binding.make_bindings([replace(binding, key=entry, key_display=None)])))


@cache
def _by_id() -> dict[str, Binding]:
    """The first binding of each id: one with several keys becomes several."""
    bindings: dict[str, Binding] = {}
    for table in (APP, *_TABLES, CHOOSE, HELP):
        for binding in Binding.make_bindings(table):
            bindings.setdefault(binding.id or "", binding)
    return bindings


def default_names() -> dict[str, str]:
    """Returns the name of each key, before the settings change any, and the id of what it does in list or article."""
    names: dict[str, str] = {}
    for binding in Binding.make_bindings([*LIST, *BROWSER, *APP, *READER]):
        names.setdefault(key_name(binding.key), binding.id or "")
    return names
