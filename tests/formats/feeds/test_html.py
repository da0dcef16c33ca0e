"""The texts of feeds are readable and safe."""

from __future__ import annotations

import pytest

from newstui.formats.feeds.html import readable_html
from tests.formats.feeds.samples import atom, entry_of, rss


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("&lt;em&gt;Fog&lt;/em&gt; at sea", "Fog at sea"),
        ("<![CDATA[<b>Fog</b><br>at sea]]>", "Fog at sea"),
        ("Fog &amp;quot;at&amp;quot; sea", 'Fog "at" sea'),
        ("What List&lt;String&gt; means", "What List<String> means"),
        ("Fog&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;at&lt;/b&gt; sea", "Fog at sea"),
        ("<![CDATA[Fog <b>at</b> <!-- no --> sea<!-- cut]]>", "Fog at sea"),
        ("<![CDATA[<x>Fog</x> <b>at</b> sea]]>", "<x>Fog</x> at sea"),
        ("\n  Fog\tat\n sea ", "Fog at sea"),
        ("Fog\u202e at\u200b sea", "Fog at sea"),
    ],
)
def test_a_title_is_one_clean_line(written: str, title: str) -> None:
    assert entry_of(rss(f"<title>{written}</title>")).title == title


def test_scripts_forms_frames_and_styles_are_removed() -> None:
    html = (
        "<p onclick='x()' style='position:fixed'>a<script>alert(1)</script><style>p{}</style>"
        "<iframe srcdoc='<p>x</p>'></iframe>"
        "<a href='javascript:x()'>b</a><a href=' java&#10;script:x'>c</a><img src='data:text/html,x' onerror=x>"
        "<form action='https://x'><input value=1>d</form><svg onload=x><a xlink:href='https://x'>e</a></svg>"
        "<a href='#n'>f</a>"
        "<b>&lt;script&gt;</b></p>"
    )
    expected = '<p>a<a>b</a><a>c</a><img>d<a>e</a><a href="#n">f</a><b>&lt;script&gt;</b></p>'
    assert entry_of(rss(f"<title>Fog</title><description><![CDATA[{html}]]></description>")).content == expected
    assert entry_of(atom(f"<title>Fog</title><content type='html'><![CDATA[{html}]]></content>")).content == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<script>x", ""),
        ("a<!-- b -->c", "ac"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("One.\n\nTwo &amp; three\nfour.", "<p>One.</p>\n<p>Two &amp; three<br>\nfour.</p>"),
        ("&lt;p&gt;Escaped twice&lt;/p&gt;", "<p>Escaped twice</p>"),
        ("<p>Wrapped twice: <![CDATA[yes]]></p>", "<p>Wrapped twice: yes</p>"),
        ("<img data-src='https://e.org/a.png' src='data:image/gif;base64,R0'>", '<img src="https://e.org/a.png">'),
        ("<o:p>Word</o:p><center>x</center>", "Word<center>x</center>"),
        ("a<br/>b", "a<br>b"),
        ("<input type=checkbox checked> a<input name=b>", '<input type="checkbox" checked=""> a'),
        ("<pre><i style='display:block'>a</i></pre>", '<pre><i style="display:block">a</i></pre>'),
        ("<math><mi>x</mi></math>", "<math><mi>x</mi></math>"),
        ("One <b>two</b>\n\nthree", "<p>One <b>two</b></p>\n<p>three</p>"),
        ("<p>One\ntwo</p>", "<p>One\ntwo</p>"),
        ("<p style='white-space: pre-wrap'>One\ntwo</p>\nthree", "<p>One<br>two</p>\nthree"),
        (
            "<div class='whitespace-pre-line'>a\n<div>b\n</div>c\n</div>\n",
            '<div class="whitespace-pre-line">a<br><div>b<br></div>c<br></div>',
        ),
        ("One&lt;br /&gt;two&lt;br /&gt;three", "One<br>two<br>three"),
        ("The tag &lt;br&gt; ends a line", "The tag &lt;br&gt; ends a line"),
        ("a <!' b", "a &lt;!' b"),
        (
            "<iframe src='https://v.org/1' title='Sea'>no browser</iframe>b",
            '<oembed url="https://v.org/1" title="Sea"></oembed>b',
        ),
        (
            "<object data='https://v.org/1'><embed src='https://v.org/1'></object>",
            '<oembed url="https://v.org/1"></oembed>',
        ),
        (
            "<amp-youtube data-videoid=abc></amp-youtube><amp-iframe src='https://v.org/1'></amp-iframe>",
            '<oembed url="https://www.youtube.com/watch?v=abc"></oembed><oembed url="https://v.org/1"></oembed>',
        ),
        ("<iframe src='https://v.org/1'/>rest", '<oembed url="https://v.org/1"></oembed>rest'),
        ("<video src='https://v.org/1.mp4'>Get another browser.</video>", '<video src="https://v.org/1.mp4"></video>'),
        (
            "<img src='https://e.org/b.gif' class=lazy data-lazy='https://e.org/a.png'>"
            "<noscript><img src='https://e.org/a.png'></noscript>",
            '<img src="https://e.org/b.gif" class="lazy" data-lazy="https://e.org/a.png">'
            '<noscript><img src="https://e.org/a.png"></noscript>',
        ),
        (
            "<script src='https://gist.github.com/a/1.js'></script>",
            '<oembed url="https://gist.github.com/a/1.js"></oembed>',
        ),
    ],
)
def test_readable_html_is_kept(html: str, expected: str) -> None:
    escaped = html.replace("&", "&amp;").replace("<", "&lt;")
    assert entry_of(rss(f"<title>Fog</title><description>{escaped}</description>")).content == expected


def test_plain_text_and_html_are_distinguished() -> None:
    plain = "<title>t</title><content type='text'>1 &lt; 2\nend\n\nnew</content>"
    assert entry_of(atom(plain)).content == "<p>1 &lt; 2<br>\nend</p>\n<p>new</p>"
    forgotten = "<title>t</title><summary>&lt;p&gt;a&lt;/p&gt;</summary>"
    assert entry_of(atom(forgotten)).content == "<p>a</p>"
    picture = "<title>t</title><content type='image/png'>aGVsbG8=</content>"
    assert entry_of(atom(picture)).content == ""


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("&gt; One<br/>&gt; Two<br/>Yes", "<blockquote><p>One<br>\nTwo</p></blockquote>\n<p>Yes</p>"),
        ("<p>&gt; One</p><p>Yes</p>", "<blockquote><p>One</p></blockquote>\n<p>Yes</p>"),
        ("<pre>&gt; One</pre>", "<pre>&gt; One</pre>"),
        ("<div class=fb-post data-href=https://facebook.com/i/posts/1></div>",
         '<div class="fb-post" data-href="https://facebook.com/i/posts/1"></div>'),
        ("<amp-img src=https://e.org/a.jpg alt=Boat></amp-img>", '<img src="https://e.org/a.jpg" alt="Boat">'),
        ("<img srcset='https://e.org/a,b.jpg 1x,https://e.org/c.jpg 2x'>",
         '<img srcset="https://e.org/a,b.jpg 1x, https://e.org/c.jpg 2x">'),
    ],
)  # fmt: skip
def test_quoted_mail_posts_and_pictures_keep_what_they_are(html: str, expected: str) -> None:
    assert readable_html(html) == expected
