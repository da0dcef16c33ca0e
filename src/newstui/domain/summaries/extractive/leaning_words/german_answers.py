"""Answers to a question in German. One rule: what is no whole sentence, or opens as only an answer does, is one."""

from __future__ import annotations

_FINITE = (
    r"(?:ist|sind|war|waren|hat|haben|hatten?|wird|werden|wurden?|kann|können|konnten?|soll|sollen|sollten?|will"
    r"|wollen|wollten?|muss|müssen|mussten?|darf|dürfen|dürften?"
    r"|mag|möchten?|würden?|wäre[n]?|hätten?|gibt|gab|sei|seien|habe|werde|könne|kam|kamen|ging|gingen|lag|lagen|stand"
    r"|standen|blieb|nahm|fand|sah|sank|stieg|fiel|zog|ließ|tut|tun"
    r"|weiß|wissen|gehen|kommen|liegen|stehen|bleiben|machen|sehen|leben|arbeiten|brauchen|zahlen|fordern|rechnen"
    r"|warnen|sagen|glauben|fürchten|hoffen|halten|nehmen|sterben"
    r"|(?!(?:nicht|hundert|erst|mit|seit|fast|laut|statt|samt|jetzt|dort|meist|selbst|sonst|acht|weit|leicht|recht"
    r"|echt|gut"
    r"|oft|höchst|längst|zuerst|zuletzt|mindest|insgesamt|bekannt|nachts"
    r"|überhaupt|bereit|kaputt|direkt|exakt|kompakt|komplett|absolut|schlecht|vielleicht|konkret)\b)[a-zäöüß]{2,}(?:t"
    r"|te|ten))\b"
)
ANSWERS = (
    r"(?:Ja|Nein|Jein|Doch|Weil|Denn|Damit|Vermutlich|Wahrscheinlich|Vielleicht|Wohl|Möglicherweise|Womöglich|Offenbar"
    r"|Eher|Kaum|Keineswegs|Keinesfalls|Natürlich|Sicher|Sicherlich"
    r"|Gewiss|Theoretisch|Prinzipiell|Grundsätzlich|Zumindest|Jedenfalls|Mindestens|Höchstens|Spätestens|Frühestens"
    r"|Bislang nicht|Noch nicht|Nicht|Nichts|Nie|Niemand|Niemals|Nur|Alles|Fast|Gar"
    r"|Überhaupt|Ganz|Durchaus|Schon|Leider|Zum Glück|Ungefähr|Etwa|Rund|Gut|Knapp|Jede Menge|Jeder|Vor allem|Auf "
    r"keinen Fall|Auf jeden Fall|Unter Umständen|Das|Die Antwort|Kurz|Es kommt|Derzeit"
    r"|Angeblich|Tatsächlich|Indem|Um|Möglich|Unklar|Schwer|Einfach|Am besten|Je nachdem|Darum|Deshalb)\b"
    rf"|(?![„“\"«»])(?:(?!{_FINITE})[\w„“\"%€.-]+ ){{0,12}}(?!{_FINITE})[\w“\"%€-]+(?:[,:;]|[.!]$)"
)
"""The first words of an answer; or words without a verb, up to the first comma or the end."""
