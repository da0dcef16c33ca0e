"""Key points: the heads of articles that are lists, and of no others."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.key_points import key_points
from newstui.domain.summaries.prose import body_sentences

PROSE = "Many people ask about this. The answers differ widely."


def points(title: str, body: str, count: int = 4) -> list[str]:
    return [each.text for each in key_points(body_sentences(body, "en"), title, count)]


def under_headings(*heads: str) -> str:
    return "\n\n".join([PROSE, *(f"## {head}\n\n{PROSE}" for head in heads)])


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("How to leave", under_headings("1. Pack", "2. Wave", "3. Go"), ["1. Pack", "2. Wave", "3. Go"]),
        ("How to leave", under_headings("Step 1: Pack", "Step 2: Wave", "Step 3: Go"), 3),
        ("The best ports", f"**3. Riga.** {PROSE}\n\n**2. Cork.** {PROSE}\n\n**1. Oslo.** {PROSE}", 3),
        ("Four ferries", under_headings("Bar to Bari", "Oban", "Cork", "Riga", "Conclusion"), 4),
        ("3 reasons to sail", f"{PROSE}\n\n1. It is slow. Very.\n2. It is dry.\n3. It is dear.", 3),
        ("Plans", f"**Key points**\n\n- The council votes.\n- Unions agree.\n- Ferries run.\n\n{PROSE}", 3),
        ("Pläne", f"## Das Wichtigste in Kürze\n\n- Rat stimmt ab.\n- Alle dafür.\n- Es gilt ab Mai.\n\n{PROSE}", 3),
        ("Cake", f"{PROSE}\n\n## Ingredients\n\n- Flour\n- Eggs\n\n## Method\n\n1. Stir.\n2. Bake.\n3. Eat.", 3),
        ("Ferry 2.4 released", f"{PROSE}\n\n## Added\n\n- Maps\n- Search\n\n## Fixed\n\n- A crash", 3),
        ("v3.1.0", "## What's Changed\n\n* Add maps\n* Fix crash\n* Bump deps", 3),
        ("Lines: results", f"{PROSE}\n\n- Revenue: EUR 4 million\n- Profit: EUR 1 million\n- Debt: 0.2 million", 3),
    ],
)
def test_a_list_gives_its_heads(title: str, body: str, expected: list[str] | int) -> None:
    found = points(title, body)
    assert found == expected if isinstance(expected, list) else len(found) == expected


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("A year after the flood", under_headings("The night", "The rescue", "The bill")),
        ("3 dead after ferry hits pier", under_headings("What happened", "The captain", "The port")),
        ("Storm closes three ports", f"{PROSE}\n\nThe ports are:\n\n- Brest\n- Cork\n- Riga\n\n{PROSE}"),
        ("10 ships", PROSE),
        ("Cake", f"You will need flour. {PROSE}"),
        ("Shopping", f"{PROSE}\n\n- Milk\n- Bread\n- Eggs"),
        ("Votes", under_headings("7. A chapter", "9. Another", "2. A third")),
    ],
)
def test_any_other_article_has_none(title: str, body: str) -> None:
    assert points(title, body) == []


def test_of_a_release_each_kind_comes_before_the_second_of_any() -> None:
    added = "\n".join(f"- Add a timetable of the summer for {port}" for port in ("Riga", "Cork", "Oslo", "Brest"))
    body = f"## Added\n\n{added}\n\n## Fixed\n\n- Mend the map\n"
    assert "Mend the map" in points("Version 2.0", body, 1)


def test_more_points_hold_the_fewer() -> None:
    body = under_headings(*(f"{i}. Take a bag that is of number {i} and no other" for i in range(1, 13)))
    fewer, more = points("Bags", body, 3), points("Bags", body, 4)
    assert 3 <= len(fewer) < len(more) < 12
    assert more[: len(fewer)] == fewer


def test_a_price_is_no_version() -> None:
    deals = "\n\n".join(f"## A ship for ${price}\n\n- Get it in Riga" for price in ("39.99", "12.50", "8.75"))
    assert points("Daily deals", f"{PROSE}\n\n{deals}") == []
