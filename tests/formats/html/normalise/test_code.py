"""Code blocks keep their lines, whatever elements make them, and name their language."""

from __future__ import annotations

import pytest

from newstui.formats.html.to_markdown import markdown_of


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ("<pre><code class='language-python'>x = 1\n  y</code></pre>", "python"),
        ("<pre class='brush: js'>x = 1\n  y</pre>", "js"),
        ("<div class='highlight-source-ruby'><pre>x = 1\n  y</pre></div>", "ruby"),
        ("<pre data-lang=Go>x = 1<br>  y</pre>", "go"),
        ("<pre>x = 1\n  y</pre>", ""),
        ("<pre><span>x</span> = 1\n  <pre>y</pre></pre>", ""),
    ],
)
def test_code_keeps_its_lines_and_its_language(html: str, language: str) -> None:
    assert markdown_of(html).replace("\n\n", "\n") == f"```{language}\nx = 1\n  y\n```"


def test_code_without_text_leaves_nothing() -> None:
    assert markdown_of("a<pre> </pre>") == "a"


@pytest.mark.parametrize(
    "html",
    [
        "<pre><div>a</div><div>b</div>c<div>d\n</div></pre>",
        "<pre><ol><li>a</li><li>b</li><li>c</li><li>d</li></ol></pre>",
        "<pre><ol><li><div>a</div></li><li><div>b</div></li><li>c</li><li>d</li></ol></pre>",
        "<pre><code><span class=line>a</span><span class=line>b</span><span class=line>c</span>\nd</code></pre>",
        "<pre><code>a</code><code>b</code><code>c</code><code>d</code></pre>",
        "<pre><span style='display:block'>a</span><span style='display: flex'>b</span>c<br>d</pre>",
        "<pre><span class=lineno>1</span>a\n<span class=lineno>2</span>b\n<span class=lineno>3</span>c\nd</pre>",
        "<table><tr><td><pre>1\n2\n3\n4</pre><td><pre>a\nb\nc\nd</pre></table>",
        "<table>" + "".join(f"<tr><td>{n}<td class=blob-code>{x}" for n, x in enumerate("abcd", 1)) + "</table>",
        "<pre><table><tr><td class=ln>1</td><td>a</td></tr><tr><td class=ln>2</td><td>b</td></tr></table>c\nd</pre>",
        "<pre><table><tr><td>1</td><td>a</td></tr><tr><td>2</td><td>b</td></tr></table>c\nd</pre>",
        "<pre><code><table><tr><td>1\n2\n3\n4</td><td>a\nb\nc\nd</td></tr></table></code></pre>",
        "<pre><span style='user-select: none'>1</span>a\n<span style='user-select:none'>2</span>b\nc\nd</pre>",
        "<div style='white-space: pre; font-family: monospace'>a\nb\nc\nd</div>",
    ],
)
def test_each_line_is_a_line_without_its_number(html: str) -> None:
    assert markdown_of(html) == "```\na\nb\nc\nd\n```"


def test_the_columns_of_a_table_before_code_go_where_they_count() -> None:
    rows = "<tr><td>1<td>1<td class=code>a<tr><td>2<td><td class=code>b"
    assert markdown_of(f"<table>{rows}</table>") == "```\na\nb\n```"
    assert markdown_of("<pre><table><tr><td>7<td>a<tr><td>2<td>b</table></pre>") == "```\n7 a\n2 b\n```"


def test_a_table_of_numbers_and_words_is_no_code() -> None:
    assert markdown_of("<table><tr><td>1<td>one<tr><td>2<td>two</table>").startswith("| 1 | one |")


def test_code_inside_a_line_keeps_its_line_breaks() -> None:
    assert markdown_of("<code>make<br>make install</code>") == "`make`\\\n`make install`"


def test_lines_that_a_style_keeps_are_lines() -> None:
    html = "<p style='white-space:pre-wrap'>First\nSecond\n\nCHAPTERS\n0:00 a</p>"
    assert markdown_of(html) == "First\\\nSecond\n\nCHAPTERS\\\n0:00 a"


@pytest.mark.parametrize("editor", ["cm-content/cm-line", "CodeMirror-code/CodeMirror-line", "ace_text-layer/ace_line"])
def test_the_lines_of_an_editor_are_code(editor: str) -> None:
    lines, line = editor.split("/")
    gutter = "<div class=CodeMirror-gutter-wrapper>1</div><div class=ace_gutter>1</div><div class=cm-gutters>1</div>"
    html = "".join(f"<div class={line}>{text}</div>" for text in ("if a:", "    b()"))
    assert markdown_of(f"{gutter}<div class={lines}>{html}</div>") == "```\nif a:\n    b()\n```"


def test_a_bar_above_code_that_names_its_language_goes() -> None:
    code = "<pre><code class=language-python>a</code></pre>"
    assert markdown_of(f"<div><div><span>Python</span></div>{code}</div>") == "```python\na\n```"
    assert markdown_of(f"<p>Python</p>{code}").startswith("Python\n\n```")
    assert markdown_of(f"<p>Python is short:</p>{code}") == "Python is short:\n\n```python\na\n```"


def test_a_figure_names_the_language_of_its_code() -> None:
    assert markdown_of("<figure class='highlight ruby'><pre>a</pre></figure>") == "```ruby\na\n```"


def test_the_name_of_the_language_inside_of_a_block_goes() -> None:
    label = "<span>shell</span>"
    assert markdown_of(f"<pre class=language-shell>{label}\n<code>ls\n</code></pre>") == "```shell\nls\n```"
    assert markdown_of(f"<pre class=language-shell><code>{label} a</code></pre>") == "```shell\nshell a\n```"
