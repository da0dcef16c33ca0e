"""Colours of code: roles over the same text, within bounds, and only for lines that are drawn."""

from __future__ import annotations

from newstui.render.layout import Layout

PYTHON = 'def f(a, b="c"):  # why\n    return [1, None]\n'


def drawn(markdown: str, width: int = 40) -> list[list[tuple[str, str]]]:
    layout = Layout(markdown, width)
    while not layout.is_whole:
        layout.extend()
    return [
        [(span.text, span.role.removeprefix("code-block ")) for span in layout[n].spans] for n in range(len(layout))
    ]


def roles_of(markdown: str) -> dict[str, str]:
    return {text: role for line in drawn(markdown) for text, role in line}


def test_tokens_have_their_roles_and_the_text_stays_as_it_was() -> None:
    roles = roles_of(f"```python\n{PYTHON}```")
    assert {
        "def": "code-keyword",
        "f": "code-name",
        "1": "code-number",
        "# why": "code-comment",
    }.items() <= roles.items()
    plain = Layout(f"> - ```python\n>   {PYTHON.splitlines()[0]}", 30)
    plain.extend()
    texts = [line.text for line in plain[:]]
    assert [plain[number].text for number in range(len(plain))] == texts
    assert "code-keyword" in " ".join(span.role for span in plain[1].spans)
    assert plain[1].spans[0].role == "quote-bar"


def test_a_language_that_is_not_known_and_lines_no_person_wrote_stay_plain() -> None:
    assert "code-keyword" not in roles_of(f"```nosuchlanguage\n{PYTHON}```").values()
    assert "code-keyword" not in roles_of("```python\ndef f(): " + "x" * 500 + "\n```").values()


def test_code_that_goes_on_in_the_next_part_of_a_text_has_colours_there_too() -> None:
    lines = drawn("Begin.\n\n```python\n" + "x = None\n\n\n" * 3_000 + "```\n\nEnd.")
    assert sum(("None", "code-number") in line for line in lines) == 3_000
    assert sum("python" in text for line in lines for text, _ in line) == 1


def test_only_lines_that_are_drawn_are_coloured() -> None:
    layout = Layout(f"```python\n{PYTHON}```", 40)
    layout.extend()
    assert "code-keyword" not in {role for line in layout[:] for span in line.spans for role in span.role.split()}
