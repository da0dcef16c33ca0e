"""Lines for the program that wrote a text are left out, code keeps its lines."""

from __future__ import annotations

import pytest

from newstui.formats.articles.block_lines import without_block_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n  collapsed:: true\n\t- b\n\t  id:: 64a1\n\t  c", "- a\n\t- b\n\t  c"),
        ("- a\n  price:: 5\nid:: x", "- a\n  price:: 5\nid:: x"),
        ("{% highlight ruby linenos %}\ndef a\n  1\nend\n{% endhighlight %}\nb", "```ruby\ndef a\n  1\nend\n```\nb"),
        ("{%- codeblock %}\n```\n{%- endcodeblock -%}", "````\n```\n````"),
        ("```\n{% highlight c %}\nx\n{% endhighlight %}\n```", "```\n{% highlight c %}\nx\n{% endhighlight %}\n```"),
        ("{% highlight c %}\nx", "{% highlight c %}\nx"),
    ],
)
def test_a_block_is_written_as_all_read_it(text: str, expected: str) -> None:
    assert without_block_lines(text) == expected


_SHORTER = "\n".join("`" * length for length in range(2_500, 2, -1))
"""Fences none of which ends the one before."""


@pytest.mark.parametrize(
    "part", ["{% highlight c %}\n", "```\n", "`", "- a\n  id:: x\n", "{% highlight ", "  id:: ", _SHORTER]
)
def test_blocks_that_do_not_end_cost_no_more_than_their_length(part: str) -> None:
    text = f"{part if part is _SHORTER else part * 20_000}a\n  id:: x\nb"
    assert without_block_lines(text).endswith("b")
