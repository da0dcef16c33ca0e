"""Odd queries: what fingers, pastes and attackers type."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    *('"', "(", ")", "-", "*", ":", "OR", "AND", "NOT", "NEAR", "^", "+", "{", "}", ",", "'", ";", "--", "/*", "%", "_", "\\", "?", "\x00"),
    *("is:", "is:unread", "is:discarded", "is:nonsense", "-is:read", "tag:", "tag:a*", 'tag:"a b"', "tag:%", "tag:\x1f", "source:", "author:x"),
    *("title:a", 'title:"', "title:*", "lang:en", "url:http", "note:n", "minutes:<3", "minutes:", "words:>=99", "words:=", "after:2024-01-01"),
    *("before:2w", "on:today", "on:9999-12-31", "after:0001-01-01", "before:999999y", "after:1h", "prose", "rowid", "title", "body", "a", "a*", "**"),
    *("日", "日本語", "語*", "é", "e\u0301", "\u200d", "\ud800", "\U0001f600", "'; DROP TABLE article; --", '" OR 1=1 --', "a:b:c", "http://x", "٣", "½"),
)
QUERIES = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=14).flatmap(lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])),
    st.text(st.characters(codec=None, exclude_categories=()), max_size=60),
)
