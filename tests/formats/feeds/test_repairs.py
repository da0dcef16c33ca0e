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
        ("<link>www.e.org/1</link>", "<link>https://www.e.org/1</link>"),
        ("<link> # </link>", "<link></link>"),
        ("<dc:creator><b>Ann</b> Lee</dc:creator>", "<dc:creator>Ann Lee</dc:creator>"),
        ("<author><name>Ann</name></author>", "<author><name>Ann</name></author>"),
        ("<category/><p>x</p><category/>", "<category/><p>x</p><category/>"),
        ("<language>en-us</langauge>", "<language>en-us</language>"),
        ("<title>One</title>", "<title>One</title>"),
        ("<title><div>One</div></subtitle>", "<title><div>One</div></title>"),
        ('<podcast:transcript url="https://e.org/t"/>', '<enclosure url="https://e.org/t"/>'),
        ("<media:peerLink href='https://e.org/t'></media:peerLink>", "<enclosure href='https://e.org/t'></enclosure>"),
        (
            '<podcast:alternateEnclosure type="audio/opus"><podcast:source uri="ipfs://x"/>'
            '<podcast:source uri="https://e.org/a.opus"/></podcast:alternateEnclosure>',
            '<enclosure type="audio/opus" url="https://e.org/a.opus"/>',
        ),
        (
            '<podcast:alternateEnclosure><podcast:source uri="ipfs://x"/></podcast:alternateEnclosure>',
            '<podcast:alternateEnclosure><podcast:source uri="ipfs://x"/></podcast:alternateEnclosure>',
        ),
        ("<image>https://e.org/1.png</image>", "<thumbnail>https://e.org/1.png</thumbnail>"),
        ("<image><url>https://e.org/1.png</url></image>", "<image><url>https://e.org/1.png</url></image>"),
        (
            '<rss xmlns:m="http://search.yahoo.com/mrss/"><m:title>A</m:title>'
            '<m:content url="u"><m:title>B</m:title></m:content></rss>',
            '<rss xmlns:m="http://search.yahoo.com/mrss/"><m:title>A</m:title>'
            '<m:content url="u"><m:title-apart>B</m:title-apart></m:content></rss>',
        ),
        ("<itunes:summary>x</itunes:summary>", "<itunes:summary-apart>x</itunes:summary-apart>"),
        (
            '<rss xmlns:m="http://search.yahoo.com/mrss/"><m:description>x</m:description></rss>',
            '<rss xmlns:m="http://search.yahoo.com/mrss/"><m:description-apart>x</m:description-apart></rss>',
        ),
    ],
)
def test_an_element_is_written_as_feedparser_understands_it(written: str, expected: str) -> None:
    assert repaired(written) == expected
