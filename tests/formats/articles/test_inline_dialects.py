"""Inside of a line dialects of Markdown are written as all read them."""

from __future__ import annotations

import pytest

from newstui.formats.articles.dialects import plain_markdown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H~2~O, x^2^ and m^3^/s", "H₂O, x² and m³/s"),
        ("~~gone~~ a^b^ ~5~ 2^3^4", "~~gone~~ a^b^ ~5~ 2^3^4"),
        ("![Boat|300](a.png) ![B|30x20](b.png)", "![Boat](a.png) ![B](b.png)"),
        ("[Boat|300](a) ![Boat](a.png)", "[Boat|300](a) ![Boat](a.png)"),
        ("a ^0a1b2c\n\n^boats\n", "a \n\n\n"),
        ("## Head {#head}\n\n{: .big}\na {b} c", "## Head \n\n\na {b} c"),
        ("{{< youtube abcdefghijk >}}", "https://www.youtube.com/watch?v=abcdefghijk"),
        ('{{< youtube id="abcdefghijk" >}}', "https://www.youtube.com/watch?v=abcdefghijk"),
        ('{{< figure src="/a.png" caption="A boat" >}}', "![A boat](</a.png>)"),
        ("{{% note %}}Words{{% /note %}} {{ page.title }}", "Words {{ page.title }}"),
        ("- {{video https://e.org/1}} {{query x}}", "- https://e.org/1 {{query x}}"),
        ("[Sea]{.smallcaps} [a](b){target=_blank} ![c](d.png){ width=30% .e }", "Sea [a](b) ![c](d.png)"),
        ("f(x){y} [a]{b} (a){1, 2} `[a]{.b}`", "f(x){y} [a]{b} (a){1, 2} `[a]{.b}`"),
        ("[[[[a]] ![[[b.png]] [[[c", "[[a ![b.png [[[c"),
        ("`{{< a >}} ^2^ ![b|3](c)`", "`{{< a >}} ^2^ ![b|3](c)`"),
    ],
)
def test_a_line_of_a_dialect_is_plain(text: str, expected: str) -> None:
    assert plain_markdown(text) == expected


@pytest.mark.parametrize(
    "part",
    ["==a", "%%a ", "{{< ", "![|1](", "^1", "a^1^", "[[a|", "[", "{: ", "[a]{.b ", "(a){b=c ", "{{video ", "` == `"],
)
def test_signs_that_do_not_end_cost_no_more_than_their_length(part: str) -> None:
    assert plain_markdown(part * 20_000)
