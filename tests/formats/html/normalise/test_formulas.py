"""Formulas are a line of text, once."""

from __future__ import annotations

import pytest

from newstui.formats.html.to_markdown import markdown_of

POWER = "<msup><mi>e</mi><mrow><mi>i</mi><mi>π</mi></mrow></msup>"


@pytest.mark.parametrize(
    ("mathml", "expected"),
    [
        ("<mi>x</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac>", "x=1/2"),
        (POWER, "e^(iπ)"),
        ("<msup><mn>10</mn><mrow><mo>−</mo><mn>4</mn></mrow></msup>", "10⁻⁴"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mrow><mn>2</mn><mi>c</mi></mrow></mfrac>", "(a+b)/(2c)"),
        ("<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>", "√(x+1)"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "³√x"),
        ("<msub><mi>x</mi><mn>1</mn></msub><msubsup><mi>y</mi><mn>2</mn><mi>n</mi></msubsup>", "x₁y₂ⁿ"),
        ("<mi>sin</mi><mi>x</mi>", "sin x"),
        ("<mfenced><mi>a</mi><mi>b</mi></mfenced>", "(a,b)"),
        ("<mover><mi>v</mi><mo>→</mo></mover>", "v\u20d7"),
        ("<mtable><mtr><mtd>1</mtd><mtd>2</mtd></mtr><mtr><mtd>3</mtd><mtd>4</mtd></mtr></mtable>", "1, 2; 3, 4"),
        ("<semantics><mi>x</mi><annotation encoding='application/x-tex'>\\frac</annotation></semantics>", "x"),
        ("<mfrac><mn>1</mn></mfrac>", "1"),
    ],
)
def test_mathml_is_written_in_a_line(mathml: str, expected: str) -> None:
    assert markdown_of(f"<p>a <math>{mathml}</math> b</p>").replace("\\", "") == f"a {expected} b"


def test_a_formula_of_which_the_page_says_how_it_is_read_is_read_so() -> None:
    assert markdown_of("<math alttext='x squared'><mi>x</mi></math>") == "x squared"
    assert markdown_of("<math alttext='\\frac12'></math>") == "\\\\frac12"


def test_a_formula_that_is_drawn_as_well_is_shown_once() -> None:
    math = f"<math>{POWER}</math>"
    drawn = "<span class=katex-html><span>e</span><span>iπ</span></span>"
    katex = f"<span class=katex><span class=katex-mathml>{math}</span>{drawn}</span>"
    mathjax = f"<mjx-container><mjx-math>e</mjx-math><mjx-assistive-mml>{math}</mjx-assistive-mml></mjx-container>"
    older = "<span class=MathJax_Preview>e</span><span class=MathJax>eiπ</span><script type=math/tex>e^(iπ)</script>"
    with_words = (
        f"<span class=MathJax_Preview>e</span><span class=MathJax>{math}</span><script type=math/tex>e</script>"
    )
    for html in (katex, mathjax, older, with_words):
        assert markdown_of(f"<p>So {html}, as known.</p>") == "So e^(iπ), as known."


def test_a_drawing_of_a_formula_without_its_source_is_its_words() -> None:
    assert markdown_of("<p><span class=katex><span class=katex-html aria-hidden=true>x+y</span></span></p>") == "x+y"


def test_a_picture_of_a_formula_says_it_readably() -> None:
    picture = "<img src=https://e.org/f.svg aria-hidden=true alt='{\\displaystyle e^{i\\pi}}'>"
    html = f"<span class=mwe-math-element><span style='display:none'><math>{POWER}</math></span>{picture}</span>"
    assert markdown_of(html) == "![e^(iπ)](https://e.org/f.svg)"


def test_a_formula_that_stands_by_itself_is_a_paragraph() -> None:
    assert markdown_of("<p>a</p><math display=block><mi>x</mi></math><p>b</p>") == "a\n\nx\n\nb"


def test_a_very_deep_formula_keeps_its_letters() -> None:
    assert markdown_of("<math>" + "<msqrt>" * 150 + "<mi>x</mi></math>").count("x") == 1


def test_a_formula_and_the_word_beside_it_are_two_words() -> None:
    letter = "<math><mi>k</mi></math>"
    assert markdown_of(f"<p>Get {letter}heads for the {letter}th time, 2{letter} or so{letter}</p>") == (
        "Get k heads for the kth time, 2k or so k"
    )


@pytest.mark.parametrize(
    ("address", "tex"),
    [
        ("https://e.org/formula/%5Cfrac%7Bm%7D%7Bv%7D", r"\\frac{m}{v}"),
        ("https://e.org/svg.image?E%3Dmc%5E%7B2%7D", "E=mc^{2}"),
        ("https://e.org/chart?cht=tx&amp;chl=%5Calpha%2B%5Cbeta", r"\\alpha+\\beta"),
        ("https://e.org/a%7Bb%7D.png", ""),
        ("https://e.org/press%5Cboats.jpg?x=1", ""),
    ],
)
def test_a_picture_whose_address_is_tex_says_it(address: str, tex: str) -> None:
    assert markdown_of(f"<p>So <img src='{address}'> it is").startswith(f"So ![{tex}](")


def test_a_formula_that_a_script_draws_of_an_attribute_is_shown_once() -> None:
    drawn = "<span data-formula=x+1><span data-formula=x+1><svg></svg></span></span>"
    assert markdown_of(f"<p>Here {drawn} stands.</p><section data-tex=y=2></section>") == "Here x+1 stands.\n\ny=2"
