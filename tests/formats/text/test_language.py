"""The language of an article that does not name it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.formats.text.language import detected_language, language_tag, true_language


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The government announced new measures on Monday to support farmers in the north of the country.", "en"),
        ("Le gouvernement a annoncé lundi de nouvelles mesures pour soutenir les agriculteurs du nord du pays.", "fr"),
        ("Die Regierung kündigte am Montag neue Maßnahmen zur Unterstützung der Landwirtschaft an.", "de"),
        ("El gobierno anunció el lunes nuevas medidas para apoyar a los agricultores del norte del país.", "es"),
        ("Chính phủ hôm thứ Hai công bố các biện pháp mới nhằm hỗ trợ nông dân ở miền bắc đất nước.", "vi"),
        ("Уряд оголосив у понеділок про нові заходи підтримки фермерів на півночі країни.", "uk"),
        ("政府星期一宣布了支持农业的新措施。", "zh"),
        ("政府は月曜日に農業を支援するための新たな対策を発表した。", "ja"),
        ("أعلنت الحكومة يوم الاثنين عن تدابير جديدة لدعم المزارعين في شمال البلاد.", "ar"),
    ],
)
def test_a_sentence_is_enough(text: str, tag: str) -> None:
    assert detected_language(text) == tag


def test_addresses_do_not_count() -> None:
    link = "[le lien](https://example.org/the-government-announced-new-measures-on-monday)"
    assert detected_language(f"Le ministre a parlé devant les députés. {link * 9}") == "fr"


@pytest.mark.parametrize("text", ["", "12", "#", "Hello world"])
def test_a_doubtful_answer_is_none(text: str) -> None:
    assert detected_language(text) is None


@given(st.text())
def test_no_text_crashes(text: str) -> None:
    tag = detected_language(text)
    assert tag is None or tag.isalpha()


def test_a_language_is_a_tag() -> None:
    assert [language_tag(each) for each in ("EN", "zh-Hant-TW", "de_DE.UTF-8", "English!", "", "x")] == [
        "en",
        "zh-hant-tw",
        "de-de",
        None,
        None,
        None,
    ]


DANISH = "Regeringen har mandag fremlagt nye tiltag, der skal støtte landmænd i den nordlige del af landet. "
BASQUE = "Gobernuak neurri berriak iragarri zituen astelehenean herrialdearen iparraldeko nekazariei laguntzeko. "
GERMAN = "Die Regierung kündigte am Montag neue Maßnahmen zur Unterstützung der Landwirtschaft an. "


@pytest.mark.parametrize(
    ("stated", "text", "tag"),
    [
        ("en-us", GERMAN * 6, "de"),
        ("de", DANISH * 6, "da"),
        ("ja", "政府星期一宣布了支持农业的新措施。" * 30, "zh"),
        ("de-at", GERMAN * 6, "de-at"),
        ("en", GERMAN, "en"),
        ("no", DANISH * 6, "no"),
        ("eu", BASQUE * 6, "eu"),
        ("en", f"[link](https://example.org/{'die-regierung-' * 40})", "en"),
        (None, GERMAN * 6, None),
    ],
)
def test_what_is_stated_counts_unless_a_long_text_is_surely_in_another_language(
    stated: str | None, text: str, tag: str | None
) -> None:
    assert true_language(stated, text) == tag
