"""Arguments as data."""

from __future__ import annotations

from newstui.cli.reference import Argument, arguments_of


def test_options_and_words_are_told_apart() -> None:
    arguments = {each.names[-1] if each.names else each.value: each for each in arguments_of("mark")}
    assert arguments["--query"] == Argument(("--query",), "QUERY", "every article that matches, instead of ids")
    assert arguments["ID"].may_repeat
    assert not arguments["ID"].is_required
    assert arguments["--read"].value == ""
    assert arguments["--tag"].may_repeat
    assert arguments["--color"].value == "auto|always|never"


def test_a_switch_that_can_be_turned_round_takes_no_value() -> None:
    images = next(each for each in arguments_of("feeds") if "--images" in each.names)
    assert images.names == ("--images", "--no-images")
    assert images.value == ""


def test_what_has_to_be_given_is_required() -> None:
    assert next(each for each in arguments_of("export") if each.names == ("--to",)).is_required
    assert next(each for each in arguments_of("show") if not each.names).is_required
