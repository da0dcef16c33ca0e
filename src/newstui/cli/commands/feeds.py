"""`newstui feeds`: what you subscribe to, and changing it. All of it can be undone with `newstui undo`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.cli.library import reader_settings, ready_desk
from newstui.domain.errors import NewstuiError, UsageError
from newstui.domain.text import one_line

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.domain.feed import Feed
    from newstui.services.desk import Desk
    from newstui.services.feed_health import FeedHealth

_ACTS = ("list", "add", "edit", "remove", "export")


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("act", nargs="?", default="list", metavar="|".join(_ACTS), help="list, if not said")
    command.add_argument("feeds", nargs="*", metavar="URL", help="addresses, or names of feeds that you have")
    command.add_argument("--json", action="store_true", help="JSON Lines, one feed a line")
    command.add_argument("--title", metavar="TEXT", help="add, edit: your own name for it; empty: as it calls itself")
    command.add_argument("--folder", metavar="NAME", help="add, edit: as Tech/Linux; empty: none")
    command.add_argument("--tag", action="append", default=[], metavar="T", help="add, edit: for each of its articles")
    command.add_argument("--untag", action="append", default=[], metavar="T", help="edit: no longer")
    command.add_argument("--full-text", choices=("auto", "always", "never"), help="fetch the pages of its articles")
    command.add_argument("--private", action="store_true", help="add: it may lie in your own network")
    images = command.add_mutually_exclusive_group()
    images.add_argument("--images", dest="images", action="store_true", default=None, help="fetch pictures too")
    images.add_argument("--no-images", dest="images", action="store_false", default=None)
    state = command.add_mutually_exclusive_group()
    state.add_argument("--disable", dest="disabled", action="store_true", default=None, help="edit: sync passes it by")
    state.add_argument("--enable", dest="disabled", action="store_false", default=None)


def run(options: argparse.Namespace, output: Output) -> int:
    act = options.act
    if act not in _ACTS:
        raise UsageError(f"`newstui feeds {act}` is no command", hint=f"newstui feeds {'|'.join(_ACTS)}")
    if act in ("add", "edit", "remove") and not options.feeds:
        raise UsageError(f"name the feed to {act}", hint=f"newstui feeds {act} https://example.org/feed.xml")
    with ready_desk(options.library, reader_settings(), output, for_intake=True) as desk:
        if act == "list":
            _list(desk, options, output)
        elif act == "export":
            _export(desk, output)
        else:
            for name in options.feeds:
                output.line({"add": _add, "edit": _edit, "remove": _remove}[act](desk, name, options))
    return 0


def _list(desk: Desk, options: argparse.Namespace, output: Output) -> None:
    from newstui.services.feed_health import feed_health

    found = feed_health(desk, datetime.now(UTC))
    if options.json:
        for health in found:
            output.json(_fields(health))
    elif output.is_for_eyes and found:
        from newstui.cli.drawing import feed_table

        output.draw(feed_table(found, datetime.now().astimezone()))
    else:
        for health in found:
            cells = (
                health.feed.url, health.title, health.feed.folder or "-", str(health.articles), f"{health.a_week:.1f}",
                str(health.read), health.checked.isoformat() if health.checked else "-", health.error or "-",
            )  # fmt: skip
            output.line("\t".join(one_line(cell) for cell in cells))
    if not found:
        output.remark("You subscribe to no feeds yet: newstui feeds add URL, or newstui import FILE")


def _fields(health: FeedHealth) -> dict[str, object]:
    feed = health.feed
    return {
        "url": feed.url, "title": health.title, "site": feed.site, "folder": feed.folder, "tags": list(feed.tags),
        "disabled": feed.is_disabled, "full_text": feed.full_text, "images": feed.has_images,
        "private": feed.may_be_private, "checked": health.checked.isoformat() if health.checked else None,
        "error": health.error, "articles": health.articles, "a_week": health.a_week, "read": health.read,
    }  # fmt: skip


def _export(desk: Desk, output: Output) -> None:
    from newstui.formats.opml import write_opml
    from newstui.services.subscribing import feeds

    output.line(write_opml(feeds(desk), "newstui", datetime.now(UTC)).decode().rstrip("\n"))


def _add(desk: Desk, url: str, options: argparse.Namespace) -> str:
    return added(desk, url, title=options.title or "", options=options, may_be_private=options.private)


def added(desk: Desk, url: str, *, title: str, options: argparse.Namespace | None, may_be_private: bool) -> str:
    """Subscribes to the feed at an address, or to the first that its page names; what was done, in words.

    Raises NewstuiError.
    """
    from newstui.domain.feed import Feed
    from newstui.services.subscribing import discovered, subscribe_all

    feed, others = discovered(Feed(url, title=title, may_be_private=may_be_private))
    if options is not None:
        feed = _edited(feed, options)
    if not subscribe_all(desk, [feed]):
        return f"already there: {feed.url}"
    rest = f" (the page names more: {', '.join(others[:5])})" if others else ""
    return f"subscribed: {feed.title or feed.url}{rest}; newstui sync fetches it"


def _edit(desk: Desk, name: str, options: argparse.Namespace) -> str:
    from newstui.services.subscribing import change_feed, feed_named

    feed = feed_named(desk, name)
    changed = _edited(feed, options)
    if changed == feed:
        raise NewstuiError("nothing to change", hint="give --title, --folder, --tag, --disable, …")
    change_feed(desk, changed)
    return f"changed: {changed.title or changed.url}"


def _remove(desk: Desk, name: str, options: argparse.Namespace) -> str:
    from newstui.services.subscribing import feed_named, unsubscribe

    feed = feed_named(desk, name)
    unsubscribe(desk, feed)
    return f"removed: {feed.title or feed.url} (its articles stay; newstui undo brings it back)"


def _edited(feed: Feed, options: argparse.Namespace) -> Feed:
    tags = [tag for tag in feed.tags if tag not in options.untag]
    tags += [name for tag in options.tag if (name := one_line(tag)) and name not in tags]
    folder = feed.folder if options.folder is None else "/".join(filter(None, map(one_line, options.folder.split("/"))))
    return replace(
        feed,
        title=feed.title if options.title is None else one_line(options.title),
        folder=folder,
        tags=tuple(tags),
        full_text=options.full_text or feed.full_text,
        has_images=feed.has_images if options.images is None else options.images,
        is_disabled=feed.is_disabled if options.disabled is None else options.disabled,
        may_be_private=feed.may_be_private or options.private,
    )
