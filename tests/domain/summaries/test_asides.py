"""What a page says beside its text: captions by their place, credits glued to a sentence, notices, plugs."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.asides import captions_before_credits, credits_end, is_aside, is_caption
from newstui.domain.summaries.prose import body_sentences, telling

TEXT = "The port of Riga has closed."


def told(body: str, lang: str = "en") -> list[str]:
    return [each.text for each in telling(body_sentences(body, lang))]


@pytest.mark.parametrize(
    "caption",
    [
        "Mayor Anna Berg speaks during a visit to the port, May 31, 2024. *(Lena Roe/Reuters)*",
        "Mayor Anna Berg, left, and the harbour master in 2006. Their port was new then.",
        "A crane in the harbour of Riga",
        "A man walks along the pier of Riga on Thursday.",
        "The pier in winter. Credit: Lena Roe",
    ],
)
def test_what_says_what_a_picture_shows_is_no_text_behind_one(caption: str) -> None:
    assert told(f"![](a.jpg)\n\n{caption}\n\n{TEXT}") == [TEXT]
    assert told(f"[![](a.jpg)](https://e.org)\n{caption}\n\n{TEXT}") == [TEXT]


def test_what_stands_between_a_picture_and_its_credit_is_a_caption() -> None:
    caption = "The harbour master, the woman with the plan."
    assert told(f"![](a.jpg)\n\n{caption}\n\nPhoto by Lena Roe/Riga Times\n\n{TEXT}") == [TEXT]
    assert told(f"![](a.jpg)\n\n{caption}\n\n(Bild: Hafen)\n\n{TEXT}") == [TEXT]
    assert told(f"![](a.jpg)\n\n{caption}\n\n{TEXT}") == [caption, TEXT]
    assert told(f"![](a.jpg)\n\n{caption}") == [caption]
    assert told(f"![](a.jpg)\n\n{TEXT}\n\n![](b.jpg)\n\nPhoto by Lena Roe/Riga Times\n\n{caption}")[0] == TEXT


def test_what_says_what_a_picture_shows_is_no_text_behind_the_credit_of_a_picture_either() -> None:
    caption = "Sailors of the port board a ship of Riga on Thursday."
    assert told(f"Port of Riga / Getty Images\n\n{caption}\n\n{TEXT}") == [TEXT]
    assert told(f"The port is old.\n\n{caption}\n\n{TEXT}")[1:] == [caption, TEXT]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor, who was left out of the talks, closed the port of Riga on Monday.",
        "Photographs of the boats have brought brighter days.",
        "Ships may be smaller. (They were larger some years ago.)",
    ],
)
def test_text_behind_a_picture_is_told(sentence: str) -> None:
    assert " ".join(told(f"![](a.jpg)\n\n{sentence}")) == sentence


def test_a_paragraph_that_says_what_the_text_of_a_picture_says_is_a_caption_wherever_it_stands() -> None:
    shown = "The mayor discusses how the port of Riga was built."
    assert told(f"[![{shown}](a.jpg)](https://e.org)\n\n## A talk\n\n{shown}\n\n{TEXT}") == [TEXT]
    assert not is_caption(shown, "", behind_picture=False)


def test_pictures_between_lines_of_a_script_without_spaces_have_no_captions() -> None:
    assert told("![](a.jpg)\n\n営地的楓葉已經轉紅\n\n![](b.jpg)\n\n午後山嵐興起", "zh") == [
        "営地的楓葉已經轉紅",
        "午後山嵐興起",
    ]


@pytest.mark.parametrize(
    ("credit", "rest"),
    [
        ("LENA ROE (EFE) / VÍDEO: EUROPA PRESS ", "El puerto de Riga cerró."),
        ("FOTO: LENA ROE / VÍDEO: ATLAS ", "El puerto de Riga cerró."),
        ("Lena Roe | atlas ", "El puerto de Riga cerró."),
        ("Lena Roe (Efe) ", "El puerto de Riga cerró."),
        ("REUTERS ", "El puerto de Riga cerró."),
        ("FOTO: LENA ROE | VÍDEO: ANA SOFÍA BRÜCK ", "Tres barcos salieron."),
        ("FOTO: LENA ROE VÍDEO: EPV ", "Tres barcos salieron."),
        ("FOTO: LENA ", "Riga cerró."),
        ("Photo: EFE | Video: Atlas ", "Three ships left the port."),
        ("Ảnh: AFP ", "Ông Trump rời cảng Riga."),
        ("Ảnh: Lê Mai ", "Theo thị trưởng, cảng đóng cửa."),
        ("(Video: Lê Mai) ", "Sáng nay cảng đóng cửa."),
        ("", "Ảnh hưởng của bão rất lớn."),
        ("", "EFE dice que el puerto cerró."),
        ("", "El puerto de Riga cerró."),
        ("", "AP Moller has ships."),
    ],
)
def test_a_credit_is_cut_from_the_sentence_that_it_is_glued_to(credit: str, rest: str) -> None:
    assert credits_end(credit + rest) == len(credit)


def test_the_sentences_before_a_credit_are_a_caption() -> None:
    body = "La alcaldesa en el puerto. En vídeo, el muelle. LENA ROE El puerto de Riga cerró este lunes. Llovió."
    assert told(body, "es") == ["El puerto de Riga cerró este lunes.", "Llovió."]
    assert captions_before_credits(["El puerto.", "El muelle.", "Foto: LR", "Llovió."]) == {0, 1}
    assert captions_before_credits(["Llovió.", "El puerto cerró."]) == set()


@pytest.mark.parametrize(
    "aside",
    [
        "This article needs additional citations for verification.",
        "You can help by adding missing items.",
        "For other uses, see Riga (disambiguation).",
        "[What you need to know: get Riga Today in your inbox.]",
        "Học sinh Riga (trước) và bến cảng phía sau.",
        "CreditLena Roe for The Riga Times",
        "First, let's say what the port is not.",
        "Learn more about the port",
        "Godmorgen og velkommen til havnens nyheder.",
        "Riga > Havn > Nyheder",
        "Se videoen fra havnen nedenfor.",
        "Media caption Mayor Berg told us that the port was hers",
        "Stay tuned for more of the port!",
        "Thank you for using Riga Today!",
        "©2015 The Riga Times.",
        "Link to the shop – https://e.org/shop",
        "Limited seating; www.e.org.",
        "– Anna B",
        "Video (e.org)",
        "En foto, de izquierda a derecha, la alcaldesa y el práctico.",
        "The terms that sailors use are listed here.",
        "For at kommentere skal du være logget på.",
        "Revivez les moments clés de la soirée.",
        "Suivez notre direct depuis Riga.",
        "Anna Berg (@aberg) July 26, 2017When ships sail ..",
        "Thanks to Anna for the ships.",
        "Leave a comment and tell us which port you like.",
        "The port game was reviewed using a code provided by Riga.",
        "THE PORT Director: Anna Berg.",
        "Use code RIGA10 for 10% off.",
        "(Watch Riga's video “The Port.”)",
        "如果您喜歡請到 FB 粉絲團按個讚!",
        "图为安娜在里加港的近影。",
        "Ông Tân (bên trái) và bà Mai ở cảng.",
        "Lena Roe (tv.) og havnefogeden på kajen.",
        "From left to right, Anna Berg and two sailors.",
        "Desde la izquierda, Anna Berg y dos marineros.",
        "CreditFotos de Lena R. Roe para El Puerto",
        "Læs også: Havnen lukker",
        "Se også: Havnen lukker",
        "Havne - 6. apr. 2016 Her lukker havnen",
        "CNN's Lena Roe reported from Riga and Anna Berg wrote from Oslo.",
        "LÆS OGSÅ Havnen lukker igen",
        "Xem thêm: Cảng Riga đóng cửa Lê Mai",
        "ALSO READ | The port has closed",
        "See more ships of the year",
        "Here's a look at three ports that have closed.",
        "Voici le détail des horaires.",
        "You can read our report on the port here.",
        "Vous pouvez lire notre article sur le port ici.",
        "About Riga Ships Riga Ships builds ferries.",
        "Tempo de leitura: 2 minutos",
        "Lesezeit: 3 Minuten",
        "4 min read",
        "Le Port (documentaire, 1h28, Arte)",
        "前の話 ←→ 次の話",
        '- "Une ville en colère" -',
    ],
)
def test_a_notice_an_address_or_a_name_below_a_quotation_is_an_aside(aside: str) -> None:
    assert is_aside(aside)


@pytest.mark.parametrize(
    "sentence",
    [
        "This section of the port needs repair.",
        "– Vi går hjem, siger Anna.",
        "The harbour master wrote at www.e.org that all piers would be closed on Monday.",
        "You can help the sailors.",
        "For years sailors see ships from here.",
        "Update on the port: three piers are closed.",
        "Note by note, Anna learned the song.",
        "Above all, sailors like the port.",
        "In the picture that was sold on Monday Anna stands on a pier.",
        "Here's a dog that sailed to Riga.",
        "Voici un port qui ferme.",
        "You can see from her letters what the port was here for.",
        "About 300 ships sail about Riga.",
        "He read for 4 minutes.",
        "The left bank (right across the river) is closed.",
        "The sailors also read the port's letters.",
        "Hun læser også om havnen.",
        "CNN's owner said that the port reported a loss.",
        "A → B is the way of the ferry.",
        "The ferry sails twice a day (11h30 and 16h45).",
    ],
)
def test_a_sentence_that_looks_like_one_is_none(sentence: str) -> None:
    assert not is_aside(sentence)


def test_short_items_of_a_list_that_a_colon_announces_tell_nothing_without_it() -> None:
    long = "- The port of Riga has closed its three oldest piers until the end of the winter."
    body = f"{TEXT}\n\nWe tell of:\n\n- The port.\n- Risks that we see.\n{long}"
    assert told(body) == [TEXT, long[2:]]
    assert told("We sold:\n\n- The port.\n- A pier.") == ["The port.", "A pier."]


def test_the_author_is_told_of_below_an_article_and_may_be_news_in_it() -> None:
    author = "Lena Roe is a senior reporter for The Riga Times."
    text = [f"Ship {number} left the port of Riga." for number in range(9)]
    assert told(" ".join([*text, author])) == text
    assert told(" ".join([author, *text])) == [author, *text]
