"""Headings, captions and speakers that are glued to the text behind them; names that only look so."""

from __future__ import annotations

import pytest

from newstui.domain.text.abbreviations import words_of
from newstui.domain.text.lost_breaks import lost_breaks
from newstui.domain.text.sentences import split_sentences


@pytest.mark.parametrize(
    ("lang", "glued"),
    [
        ("fr", "La peur du large¦Les marins de Brest restent au port."),
        ("fr", "Une histoire de l'île¦L'an dernier, le phare a brûlé."),
        ("fr", "Que devient le port ?par Radio Brest¦Depuis lundi, il est fermé."),
        ("fr", "LE PORT FERMÉ¦La ville de Brest attend."),
        ("fr", '"Une année perdue"¦Selon la mairie, le phare coûte trop cher.'),
        ("fr", "Le port ferme.¦- Une ville en colère -¦Brest manifeste lundi."),
        ("fr", "Le port ferme.¦• Brest attend."),
        ("fr", "Voici le programme.¦► La fête commence."),
        ("da", "Bange for havet¦Ifølge havnefogeden sejler ingen i dag."),
        ("da", "Vi bliver hjemme, siger hun.¦- Det er for koldt."),
        ("en", "Riga Harbour (north)¦The port has closed."),
        ("en", "A ferry leaves the harbour¦When the ice came, it turned back."),
        ("vi", "Tàu rời cảng - Ảnh: LÊ MAI¦Trong khi đó, cảng đóng cửa."),
        ("es", "El puerto de Riga¦Según el alcalde, cerró el lunes."),
    ],
)
def test_where_a_line_ended_another_begins(lang: str, glued: str) -> None:
    parts = glued.split("¦")
    places = [sum(map(len, parts[:i])) for i in range(1, len(parts))]
    assert lost_breaks("".join(parts), words_of(lang).starters) == places
    assert split_sentences("".join(parts), lang)[-1] == parts[-1]


@pytest.mark.parametrize(
    ("lang", "whole"),
    [
        ("en", "SSRIs are taken by many, NASA says, and LinkedIn has GiveWell on its list."),
        ("en", "The #HeForShe campaign and WhoIs records come from OpenTable and a non-GiveWell fund."),
        ("en", "The FBI said that the DNA a lab has is old."),
        ("fr", "BlaBlaCar et NousToutes ont écrit à RTL et au XVIIIe siècle, SOS Racisme aussi."),
        ("de", "Sie suchte bei LinkedIn und in der LaLiga nach einem BahnCard-Rabatt."),
        ("da", "FCK I dag: en GTI og en eReolen I må læse."),
        ("en", "She sailed north - The Hague was near - and Riga-based crews followed; AC/DC played."),
    ],
)
def test_names_and_abbreviations_stay_whole(lang: str, whole: str) -> None:
    assert lost_breaks(whole, words_of(lang).starters) == []
