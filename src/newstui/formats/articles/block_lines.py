"""Lines that only the programs need that wrote a text: Logseq's properties of blocks; and Jekyll's blocks of code.

Code stays as it is.
"""

from __future__ import annotations

import re

MAY_HAVE = re.compile(r"^[ \t]+[\w.-]{2,40}:: |\{%-?[ \t]*(?:highlight|codeblock)\b", re.MULTILINE)
_PART = re.compile(
    r"^[ \t]*(?P<fence>`{3,40}+|~{3,40}+)[^\0]*?^[ \t]*(?P=fence)"
    r"|^[ \t]+(?:id|collapsed|heading|background-color|created-at|updated-at|card-[\w-]{1,30}|hl-[a-z]{1,9}|ls-type"
    r"|logseq\.[\w.-]{1,40})::[ \t][^\n]*(?:\n|\Z)"
    r"|^[ \t]*\{%-?[ \t]*(?P<begin>highlight|codeblock)(?:[ \t]+(?P<language>[\w+#-]{1,20}))?[^%\n]{0,200}%\}[ \t]*\n"
    r"(?P<code>(?:(?!\{%-?[ \t]*(?:end|highlight|codeblock))[^\0]){0,200000})\{%-?[ \t]*end(?P=begin)[ \t]*-?%\}",
    re.MULTILINE,
)


def without_block_lines(text: str) -> str:
    """Returns Markdown without the properties of blocks, and with fences around code."""
    return _PART.sub(_plain, text) if MAY_HAVE.search(text) else text


def _plain(part: re.Match[str]) -> str:
    if part["fence"]:
        return part[0]
    if part["begin"] is None:
        return ""
    code = part["code"]
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", code)), default=0))
    return f"{fence}{part['language'] or ''}\n{code.rstrip()}\n{fence}"
