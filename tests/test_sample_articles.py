"""The sample library: what each article that newstui brings along must be. Reads the files; of our code only `text`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
import yaml

from newstui.domain.text.clean import clean, count_words
from tests import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = REPOSITORY / "articles"
REQUIRED = ("title", "source", "author", "date", "url", "tags", "lang")
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n\n(.*)\Z", re.DOTALL)
WELCOME = "welcome-to-newstui"


@dataclass(frozen=True, slots=True)
class Sample:
    """A file of the sample library, read by a YAML parser."""

    slug: str
    text: str
    keys: dict[str, object]
    body: str

    @property
    def date(self) -> datetime:
        """The time of publication, with its offset."""
        date = self.keys["date"]
        assert isinstance(date, datetime), self.slug
        return date


def read(path: Path) -> Sample:
    """Fails where a file has no front matter or its front matter is no mapping."""
    text = path.read_text(encoding="utf-8")
    found = FRONT_MATTER.match(text)
    assert found, f"{path.name} has no front matter"
    keys = yaml.safe_load(found[1])
    assert isinstance(keys, dict), path.name
    return Sample(path.stem, text, keys, found[2])


SAMPLES = [read(path) for path in sorted(FOLDER.glob("*.md"))]
each_article = pytest.mark.parametrize("sample", SAMPLES, ids=[sample.slug for sample in SAMPLES])


def test_there_are_at_least_fifteen_articles() -> None:
    assert len(SAMPLES) >= 15


def test_the_library_holds_nothing_but_articles() -> None:
    assert {path.suffix for path in FOLDER.iterdir()} == {".md"}


@each_article
def test_each_article_says_where_it_is_from(sample: Sample) -> None:
    missing = [key for key in REQUIRED if not sample.keys.get(key)]
    assert missing == []
    assert set(sample.keys) <= {*REQUIRED, "summary"}
    assert all(isinstance(sample.keys[key], str) for key in REQUIRED if key not in ("date", "tags"))


@each_article
def test_each_date_says_its_offset(sample: Sample) -> None:
    # PyYAML turns a date with an offset into one that knows its zone, and leaves others naive.
    assert sample.date.tzinfo is not None
    assert re.search(r"^date: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$", sample.text, re.MULTILINE)


@each_article
def test_each_article_has_tags(sample: Sample) -> None:
    tags = sample.keys["tags"]
    assert isinstance(tags, list)
    assert tags
    assert all(isinstance(tag, str) for tag in tags)
    assert len(set(tags)) == len(tags)


@each_article
def test_no_address_leads_to_a_real_site(sample: Sample) -> None:
    addresses = [str(sample.keys["url"]), *re.findall(r"\]\((\S+?)[\s)]", sample.body)]
    assert {urlsplit(address).hostname for address in addresses} <= {"example.org", "example.com", "example.net"}
    assert all(address.startswith("https://") for address in addresses)


@each_article
def test_each_article_is_worth_a_few_minutes(sample: Sample) -> None:
    least = 250 if sample.slug == WELCOME else 300
    assert least <= count_words(sample.body) <= 1_500


@each_article
def test_the_body_does_not_repeat_the_title(sample: Sample) -> None:
    assert not sample.body.startswith("#")


@each_article
def test_each_article_says_last_that_it_was_written_for_newstui(sample: Sample) -> None:
    last = sample.body.rstrip("\n").splitlines()[-1]
    assert re.fullmatch(r"\*[^*]*newstui[^*]*\*", last)


@each_article
def test_no_article_holds_a_character_that_newstui_would_take_out(sample: Sample) -> None:
    assert clean(sample.text) == sample.text
    assert "\t" not in sample.text


@each_article
def test_a_file_is_named_by_a_plain_slug(sample: Sample) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", sample.slug)


def test_the_articles_are_from_at_least_a_dozen_sources() -> None:
    assert len({sample.keys["source"] for sample in SAMPLES}) >= 12


def test_no_two_articles_share_a_title_an_address_or_an_instant() -> None:
    for key in ("title", "url", "date"):
        assert len({sample.keys[key] for sample in SAMPLES}) == len(SAMPLES), key


def test_the_dates_span_at_least_three_weeks_and_some_days_have_two() -> None:
    dates = [sample.date for sample in SAMPLES]
    assert max(dates) - min(dates) >= timedelta(weeks=3)
    assert len({date.date() for date in dates}) < len(dates)


def test_the_welcome_is_the_newest() -> None:
    assert max(SAMPLES, key=lambda sample: sample.date).slug == WELCOME


def test_the_articles_are_in_scripts_that_read_both_ways() -> None:
    languages = {sample.keys["lang"] for sample in SAMPLES}
    assert "en" in languages
    assert languages & {"fr", "de"}
    assert languages & {"ja", "zh"}
    assert languages & {"ar", "he"}


def test_some_summaries_are_left_to_newstui() -> None:
    without = [sample.slug for sample in SAMPLES if "summary" not in sample.keys]
    assert 3 <= len(without) <= len(SAMPLES) // 2


def test_every_kind_of_markdown_that_the_reader_sets_is_met() -> None:
    bodies = [sample.body for sample in SAMPLES]
    kinds = {
        "headings": (r"^## ", 8),
        "lists": (r"^(- |1\. )", 5),
        "tables": (r"^\|[-:| ]+\|$", 2),
        "quotations": (r"^> ", 3),
        "code": (r"^```\w+$", 2),
        "pictures with a caption": (r'^!\[.+\]\(\S+ ".+"\)$', 1),
        "links with a title": (r'(?<!!)\[[^]]+\]\(\S+ "[^"]+"\)', 1),
    }
    for kind, (pattern, least) in kinds.items():
        assert sum(bool(re.search(pattern, body, re.MULTILINE)) for body in bodies) >= least, kind
