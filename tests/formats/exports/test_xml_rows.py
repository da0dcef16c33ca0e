"""XML exports: texts, lists and rows; entities stay what they are."""

from __future__ import annotations

from newstui.formats.exports.xml_rows import row_of, xml_root


def test_children_become_texts_lists_and_rows() -> None:
    root = xml_root(
        '<?xml version="1.0" encoding="utf-16"?><entry><a>1</a><b><![CDATA[<p>x]]></b><c/><!-- no -->'
        "<d><entry>s</entry><entry><t>u</t></entry></d><tags><tag>v</tag></tags></entry>"
    )
    assert root is not None
    assert row_of(root) == {"a": "1", "b": "<p>x", "c": "", "d": ["s", {"t": "u"}], "tags": ["v"]}


def test_an_entity_is_not_resolved_and_broken_xml_is_read_as_far_as_it_goes() -> None:
    root = xml_root('<!DOCTYPE e [<!ENTITY x SYSTEM "file:///etc/passwd">]><e><a>&x;</a></e>')
    assert root is not None and "root" not in row_of(root)["a"]
    broken = xml_root("<e><a>1</a><b>2")
    assert broken is not None and row_of(broken)["a"] == "1"
    assert xml_root("") is None
