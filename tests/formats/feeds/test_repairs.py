"""What feedparser would lose is mended before it sees it."""

from __future__ import annotations

import pytest

from newstui.formats.feeds.repairs import repaired


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<guid>17</guid>", '<guid isPermaLink="false">17</guid>'),
        ('<link rel="alternate" href="" type="x"/>', '<link rel="alternate" type="x"/>'),
        ("<atom:link href=' '/>", "<atom:link/>"),
        ('<link href="#comments"/>', "<link/>"),
        ('<link uri="at://did:plc:x/1">https://e.org/1</link>', "<link>https://e.org/1</link>"),
        ('<link href="https://e.org/1"/>', '<link href="https://e.org/1"/>'),
        ('<link href="/1"/>', '<link href="/1"/>'),
        ("<link> # </link>", "<link></link>"),
        ("<dc:creator><b>Ann</b> Lee</dc:creator>", "<dc:creator>Ann Lee</dc:creator>"),
        ("<author><name>Ann</name></author>", "<author><name>Ann</name></author>"),
        ("<category/><p>x</p><category/>", "<category/><p>x</p><category/>"),
        ("<language>en-us</langauge>", "<language>en-us</language>"),
        ("<title>One</title>", "<title>One</title>"),
        ("<title><div>One</div></subtitle>", "<title><div>One</div></title>"),
        ("<itunes:summary>x</itunes:summary>", "<itunes:summary-apart>x</itunes:summary-apart>"),
        (
            '<rss xmlns:m="http://search.yahoo.com/mrss/"><m:description>x</m:description></rss>',
            '<rss xmlns:m="http://search.yahoo.com/mrss/"><m:description-apart>x</m:description-apart></rss>',
        ),
    ],
)
def test_an_element_is_written_as_feedparser_understands_it(written: str, expected: str) -> None:
    assert repaired(written) == expected
