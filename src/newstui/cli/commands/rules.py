"""`newstui rules`: lists, changes and runs the rules. `newstui undo` takes back each change, and what rules did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from shlex import quote
from typing import TYPE_CHECKING

from newstui.cli.arguments import check_taken
from newstui.cli.context import ready_desk
from newstui.domain.errors import UsageError
from newstui.domain.rules import HIDE, Rule, end_of
from newstui.domain.text.clean import one_line
from newstui.services.settings import reader_settings

if TYPE_CHECKING:
    import argparse

    from newstui.cli.output import Output
    from newstui.services.desk import Desk

_ABOUT = {
    "read": "is marked read", "bookmark": "is bookmarked", "discard": "is discarded",
    HIDE: "is not on the front page",
}  # fmt: skip
_NONE = "there are no rules: newstui rules add football --hide --for 2w"
_ACTS = ("list", "add", "edit", "remove", "run")
_TAKEN_BY = {
    "--name": ("add",), "--query": ("edit",), "--read, --bookmark, --discard or --hide": ("add", "edit"),
    "--tag": ("add", "edit"), "--for": ("add", "edit"), "--json": ("list",), "--dry-run": ("add", "run"),
}  # fmt: skip
"""Options → the acts that they go with."""


def options(command: argparse.ArgumentParser) -> None:
    command.add_argument("act", nargs="?", default="list", metavar="|".join(_ACTS), help="by default list")
    command.add_argument("words", nargs="*", metavar="QUERY|NAME", help="add: a query; edit and remove: names of rules")
    command.set_defaults(takes_query=True)
    command.add_argument("--name", metavar="TEXT", help="add: its name, by default the query")
    command.add_argument("--query", metavar="QUERY", help="edit: another query")
    does = command.add_mutually_exclusive_group()
    for act in ("read", "bookmark", "discard", HIDE):
        does.add_argument(f"--{act}", dest="does", action="store_const", const=act, help=f"what matches: {_ABOUT[act]}")
    does.add_argument("--tag", dest="tag", metavar="T", help="what matches: gets a tag")
    command.add_argument("--for", dest="span", metavar="SPAN", help="it ends after 3d, 2w, 1m or 1y; 0: never")
    command.add_argument("--json", action="store_true", default=None, help="list: JSON Lines, one rule a line")
    command.add_argument(
        "--dry-run", action="store_true", default=None, help="add and run: only says what would be done"
    )


def run(options: argparse.Namespace, output: Output) -> int:
    if options.act not in _ACTS:
        raise UsageError(f"there is no `newstui rules {options.act}`", hint=f"there is: {', '.join(_ACTS)}")
    if options.act in ("edit", "remove") and not options.words:
        raise UsageError(f"name the rule to {options.act}", hint="`newstui rules` lists them")
    if options.act in ("list", "run") and options.words:
        raise UsageError(f"`newstui rules {options.act}` is about all rules and takes no name", hint="newstui rules")
    check_taken("rules", options, _TAKEN_BY)
    if options.tag is not None and not one_line(options.tag):
        raise UsageError("a tag needs a name", hint="newstui rules add football --tag sport")
    with ready_desk(options.library, reader_settings(), output) as desk:
        acts = {"list": _list, "add": _add, "edit": _edit, "remove": _remove, "run": _run}
        return acts[options.act](desk, options, output) or 0


def _list(desk: Desk, options: argparse.Namespace, output: Output) -> None:
    rules = desk.rules.all()
    for rule in rules:
        fault = desk.rules.fault(rule)
        (_write_json if options.json else _write_line)(desk, rule, fault, output)
        _report(fault, rule, output)
    if not rules:
        output.note(_NONE)


def _write_json(desk: Desk, rule: Rule, fault: str, output: Output) -> None:
    preview = None if fault else desk.rules.preview(rule)
    output.json({
        "name": rule.name, "query": rule.query, "act": rule.act,
        "until": rule.until.isoformat() if rule.until else None, "over": desk.rules.is_over(rule),
        "waiting": preview.number if preview else None, "a_week": round(preview.a_week, 1) if preview else None,
        "fault": fault,
    })  # fmt: skip


def _write_line(desk: Desk, rule: Rule, fault: str, output: Output) -> None:
    state = "unreadable" if fault else "over" if desk.rules.is_over(rule) else "acts"
    a_week = "-" if fault else f"{desk.rules.preview(rule).a_week:.1f} a week"
    output.line("\t".join((one_line(rule.name), rule.act, _until(rule), state, a_week, one_line(rule.query))))


def _report(fault: str, rule: Rule, output: Output) -> None:
    """Says of a rule that cannot be read that it does nothing, and what helps."""
    if fault:
        name = quote(one_line(rule.name))
        hint = f"newstui rules edit {name} --query QUERY mends it, newstui rules remove {name} removes it"
        output.error(f"the rule {name} cannot be read and does nothing: {fault}", hint)


def _add(desk: Desk, options: argparse.Namespace, output: Output) -> None:
    query = " ".join(options.words)
    name = one_line(options.name or query)
    if any(rule.name == name for rule in desk.rules.all()):
        raise UsageError(f"there is a rule {name!r} already", hint="`newstui rules edit` changes it")
    rule = Rule(name, query, _act(options) or HIDE, _end(options))
    if not options.dry_run:
        desk.rules.put(rule)
    _tell(desk, rule, output)


def _edit(desk: Desk, options: argparse.Namespace, output: Output) -> None:
    for rule in _named(desk, options):
        until = rule.until if options.span is None else _end(options)
        rule = replace(rule, query=options.query or rule.query, act=_act(options) or rule.act, until=until)
        desk.rules.put(rule)
        _tell(desk, rule, output)


def _named(desk: Desk, options: argparse.Namespace) -> list[Rule]:
    """Returns the rules that are named, each once. Raises UsageError where one is unknown: then nothing is changed."""
    return [desk.rules.named(name) for name in dict.fromkeys(options.words)]


def _remove(desk: Desk, options: argparse.Namespace, output: Output) -> None:
    rules = _named(desk, options)
    for rule in rules:
        desk.rules.remove(rule.name)
    output.note(f"{len(rules)} removed: what they did stays; `newstui undo` takes it back")


def _run(desk: Desk, options: argparse.Namespace, output: Output) -> int:
    rules = desk.rules.all()
    if not rules:
        output.note(_NONE)
    faults = [(fault, rule) for rule in rules if (fault := desk.rules.fault(rule))]
    for fault, rule in faults:
        _report(fault, rule, output)
    if options.dry_run:
        unread = [rule for _, rule in faults]
        for rule in rules:
            if not desk.rules.is_over(rule) and rule not in unread:
                _tell(desk, rule, output)
    else:
        for rule, number in desk.rules.run():
            output.line(f"{one_line(rule.name)}\t{rule.act}\t{number}")
    return 1 if faults else 0


def _tell(desk: Desk, rule: Rule, output: Output) -> None:
    preview = desk.rules.preview(rule)
    output.line(f"{one_line(rule.name)}\t{rule.act}\t{preview.number} now\t{preview.a_week:.1f} a week\t{_until(rule)}")


def _act(options: argparse.Namespace) -> str | None:
    return f"tag:{one_line(options.tag)}" if options.tag else options.does


def _end(options: argparse.Namespace) -> date | None:
    return end_of(options.span, date.today()) if options.span and options.span != "0" else None


def _until(rule: Rule) -> str:
    return f"until {rule.until.isoformat()}" if rule.until else "always"
