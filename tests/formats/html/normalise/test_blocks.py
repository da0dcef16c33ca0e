"""Code blocks keep their lines and name their language."""

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


def test_each_block_inside_of_code_is_a_line() -> None:
    assert markdown_of("<pre><div>a</div><div>b</div>c<div>d\n</div></pre>") == "```\na\nb\nc\nd\n```"
