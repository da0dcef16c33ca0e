"""`newstui feeds`: lists and changes subscriptions. `newstui undo` takes every change back."""

from __future__ import annotations

from argparse import BooleanOptionalAction
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.cli.arguments import check_taken, none_or_more
from newstui.cli.context import ready_desk
from newstui.cli.prompts import agreed, can_ask, choice
from newstui.cli.words import meant, quoted
from newstui.domain.address_secrets import has_secret
from newstui.domain.articles.tags import folder_names, unique_tags
from newstui.domain.errors import NewstuiError, StorageError, UsageError
from newstui.domain.text.clean import one_line
from newstui.domain.urls import split_login, without_login
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from newstui.cli.output import Output
    from newstui.domain.feed import Feed
    from newstui.services.desk import Desk
    from newstui.services.feeds.stats import FeedStats

_ACTS = ("list", "add", "edit", "remove", "export")
_OTHER_NAMES = {"ls": "list", "rm": "remove"}
_ON_FEEDS = ("add", "edit", "remove")
_TAKEN_BY = {
    "--json": ("list",), "--title": ("add", "edit"), "--folder": ("add", "edit"), "--tag": ("add", "edit"),
    "--untag": ("edit",), "--account": ("add",), "--there": ("remove",), "--full-text": ("add", "edit"),
    "--images": ("add", "edit"), "--private": ("add", "edit"), "--most-a-day": ("add", "edit"),
    "--disable or --enable": ("add", "edit"),
}  # fmt: skip
"""Option → the acts that it goes with."""


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "act", nargs="?", default="list", metavar="|".join(_ACTS), help="by default list; ls and rm are list and remove"
    )
    command.add_argument("feeds", nargs="*", metavar="FEED", help="its address, or the name of a feed that you have")
    command.add_argument("--json", action="store_true", default=None, help="list: JSON Lines, one feed a line")
    change = command.add_argument_group("with add and edit")
    change.add_argument("--title", metavar="TEXT", help="your own name for it; empty: its own title")
    change.add_argument("--folder", metavar="NAME", help="for instance Tech/Linux; empty: no folder")
    change.add_argument("--tag", action="append", default=[], metavar="T", help="a tag for each of its articles")
    change.add_argument("--untag", action="append", default=[], metavar="T", help="edit: takes a tag off")
    change.add_argument("--full-text", choices=("auto", "always", "never"), help="fetch the full pages of its articles")
    change.add_argument("--images", action=BooleanOptionalAction, help="fetch pictures too")
    change.add_argument("--private", action=BooleanOptionalAction, help="allow a host in your own network")
    change.add_argument("--most-a-day", type=none_or_more, metavar="N", help="lists show its best N of a day; 0: all")
    change.add_argument(
        "--account", metavar="NAME", help="add: the account that gets it; empty: none; by default your only one"
    )
    command.add_argument(
        "--there", action="store_true", default=None, help="remove: also from the server of its account, for good"
    )
    state = change.add_mutually_exclusive_group()
    state.add_argument("--disable", dest="disabled", action="store_true", default=None, help="sync leaves it out")
    state.add_argument("--enable", dest="disabled", action="store_false", default=None, help="sync fetches it again")


def run(options: argparse.Namespace, output: Output) -> int:
    options.act = _OTHER_NAMES.get(options.act, options.act)
    _check(options)
    with ready_desk(options.library, reader_settings(), output, for_intake=True) as desk:
        if options.act == "list":
            _list(desk, options, output)
        elif options.act == "export":
            _export(desk, output)
        else:
            return _each(desk, options, output)
    return 0


def _check(options: argparse.Namespace) -> None:
    """Raises UsageError for arguments that do not go together."""
    act = options.act
    if act not in _ACTS:
        every = f"newstui feeds {'|'.join(_ACTS)}"
        hint = f"newstui feeds add {act}" if "." in act else meant(act, (*_ACTS, *_OTHER_NAMES), every)
        raise UsageError(f"feeds does not know {quoted(act)}", hint=hint)
    if act in _ON_FEEDS and not options.feeds:
        raise UsageError(f"name the feed to {act}", hint=f"newstui feeds {act} https://example.org/feed.xml")
    if act not in _ON_FEEDS and options.feeds:
        raise UsageError(f"`newstui feeds {act}` is about all feeds and takes no name", hint=f"newstui feeds {act}")
    check_taken("feeds", options, _TAKEN_BY)
    if options.title and len(options.feeds) > 1:
        raise UsageError("a title is for one feed", hint="change one feed at a time")


def _each(desk: Desk, options: argparse.Namespace, output: Output) -> int:
    """Does the act for each feed; one that fails does not stop the others."""
    act = {"add": _add, "edit": _edit, "remove": _remove}[options.act]
    status = 0
    for name in options.feeds:
        try:
            output.line(act(desk, name, options))
        except (StorageError, UsageError):
            raise
        except NewstuiError as error:
            message = without_login(str(error))
            output.error(message if without_login(name) in message else f"{name}: {message}", error.hint)
            status = 1
    return status


def _list(desk: Desk, options: argparse.Namespace, output: Output) -> None:
    from newstui.services.feeds.stats import feed_stats

    found = feed_stats(desk.feeds, desk.articles, datetime.now(UTC))
    if options.json:
        for health in found:
            output.json(_fields(health))
    elif output.is_for_person and found:
        from newstui.cli.tables import feed_table

        output.draw(feed_table(found, datetime.now().astimezone()))
    else:
        for health in found:
            output.line("\t".join(_columns(health)))
    if not found:
        output.note("You subscribe to no feeds yet: newstui feeds add URL, or newstui import FILE")


def _columns(health: FeedStats) -> list[str]:
    """Returns the cells of a line for scripts: none is empty or contains a tab."""
    feed = health.feed
    cells = (
        without_login(feed.url), health.title, feed.folder, "off" if feed.is_disabled else "on", str(health.articles),
        str(health.read), f"{health.a_week:.1f}", health.checked.isoformat() if health.checked else "", health.error,
    )  # fmt: skip
    return [one_line(cell) or "-" for cell in cells]


def _fields(health: FeedStats) -> dict[str, object]:
    feed = health.feed
    return {
        "url": without_login(feed.url), "title": health.title, "site": feed.site, "folder": feed.folder,
        "tags": list(feed.tags),
        "disabled": feed.is_disabled, "full_text": feed.full_text, "images": feed.has_images,
        "private": feed.may_be_private, "articles": health.articles, "read": health.read, "a_week": health.a_week,
        "read_share": round(health.read_share, 3), "most_a_day": feed.most_a_day,
        "last_read": health.last_read.isoformat() if health.last_read else None,
        "account": feed.account or None,
        "checked": health.checked.isoformat() if health.checked else None, "error": health.error or None,
    }  # fmt: skip


def _export(desk: Desk, output: Output) -> None:
    from newstui.formats.feeds.opml import write_opml

    feeds = desk.feeds.all()
    if not feeds:
        output.note("you have no feeds: nothing was written; `newstui feeds add example.org` adds one")
        return
    output.line(write_opml(feeds, "newstui", datetime.now(UTC)).decode().rstrip("\n"))
    for sentence in left_out(desk):
        output.note(sentence)


def left_out(desk: Desk) -> Iterator[str]:
    """Yields what no list of the feeds has, a sentence each."""
    for number, what in (
        (len(desk.feeds.logins()), "a password, which is not in this list: type it again"),
        (
            sum(has_secret(feed.url) for feed in desk.feeds.all()),
            "a key in the address, which is not in this list: add the feed anew",
        ),
    ):
        if number:
            feeds = "1 feed has" if number == 1 else f"{number:,} feeds have"
            yield f"{feeds} {what} where you import it"


def _add(desk: Desk, name: str, options: argparse.Namespace) -> str:
    url = name if "://" in name else f"https://{name}"
    return subscribed(desk, url, may_be_private=bool(options.private), options=options)


def subscribed(desk: Desk, url: str, *, may_be_private: bool = False, options: argparse.Namespace | None = None) -> str:
    """Subscribes to the feed at an address, or to one that its page names, and returns a sentence about it.

    options: title, folder, tags and so on for the feed. Raises NewstuiError.
    """
    from newstui.domain.feed import Feed
    from newstui.services.accounts.accounts import Accounts
    from newstui.services.feeds.discovery import discovered

    feed, others = discovered(Feed(url, may_be_private=may_be_private))
    if others and can_ask():
        addresses = (feed.url, *others)
        number = choice("This page names feeds. Which? [a number; Enter: the first]", addresses, 0)
        if number is None:
            raise NewstuiError("no feed was chosen", hint="type one of the numbers")
        feed, others = replace(feed, url=addresses[number]), ()
    if options is not None:
        feed = replace(_edited(feed, options), may_be_private=feed.may_be_private)
    accounts, name = Accounts(desk.paths), options.account if options is not None else None
    account = accounts.of_new_feed(feed) if name is None else name and accounts.named(name).name
    feed = replace(feed, account=account)
    is_new = desk.feeds.add([feed])
    address, login = without_login(feed.url), split_login(feed.url)[1]
    if not is_new:
        return f"already there: {address}" + (", with the new password" if login else "")
    rest = f" (the page names more: {without_login(', '.join(others[:5]))})" if others else ""
    where = f", at {account} too" if account else ""
    return f"subscribed: {address}{rest}; newstui sync fetches it{where}"


def _edit(desk: Desk, name: str, options: argparse.Namespace) -> str:
    feed = desk.feeds.named(name)
    changed = _edited(feed, options)
    if changed == feed:
        return f"nothing changed: {feed.title or without_login(feed.url)}"
    desk.feeds.change(changed)
    return f"changed: {changed.title or without_login(changed.url)}"


def _remove(desk: Desk, name: str, options: argparse.Namespace) -> str:
    from newstui.services.accounts.accounts import Accounts

    feed, accounts = desk.feeds.named(name), Accounts(desk.paths)
    account = next((each for each in accounts.all() if each.name == feed.account), None)
    desk.feeds.remove(feed)
    if account is not None:
        question = f"End it at {account.name} too? The server may delete its articles and their stars. [y/N]"
        if options.there or (can_ask() and agreed(question)):
            accounts.agreements(account).end_there([feed.url])
            return f"removed: {feed.title or without_login(feed.url)}; the next sync ends it at {account.name} too"
    return f"removed: {feed.title or without_login(feed.url)}; its articles stay, and newstui undo brings it back"


def _edited(feed: Feed, options: argparse.Namespace) -> Feed:
    tags = [tag for tag in feed.tags if tag not in options.untag]
    folder = feed.folder if options.folder is None else "/".join(folder_names(options.folder))
    return replace(
        feed,
        title=feed.title if options.title is None else one_line(options.title),
        folder=folder,
        tags=unique_tags([*tags, *options.tag]),
        full_text=options.full_text or feed.full_text,
        has_images=feed.has_images if options.images is None else options.images,
        is_disabled=feed.is_disabled if options.disabled is None else options.disabled,
        most_a_day=feed.most_a_day if options.most_a_day is None else options.most_a_day,
        may_be_private=feed.may_be_private if options.private is None else options.private,
    )
