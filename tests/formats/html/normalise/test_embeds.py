"""What a page embeds is a link that says what it is; advertisements are not."""

from __future__ import annotations

import pytest

from newstui.formats.html.to_markdown import markdown_of

BASE = "https://e.org/news/1"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<iframe src='//www.youtube.com/embed/abcDEF12345?rel=0' title='The ferry'></iframe>",
            "[Video: The ferry](https://www.youtube.com/watch?v=abcDEF12345)",
        ),
        (
            "<iframe data-src=https://player.vimeo.com/video/12345></iframe>",
            "[Video (vimeo.com)](https://vimeo.com/12345)",
        ),
        ("<video><source src=v.mp4>Too old a browser.</video>", "[Video (e.org)](https://e.org/news/v.mp4)"),
        ("<audio src=/a.mp3></audio>", "[Audio (e.org)](https://e.org/a.mp3)"),
        (
            "<amp-youtube data-videoid=abcDEF></amp-youtube>",
            "[Video (youtube.com)](https://www.youtube.com/watch?v=abcDEF)",
        ),
        ("<iframe src=https://maps.example/x></iframe>", "[Embedded page (maps.example)](https://maps.example/x)"),
        (
            "<iframe src='https://platform.twitter.com/embed/Tweet.html?id=12'></iframe>",
            "[Post (twitter.com)](https://twitter.com/i/status/12)",
        ),
        (
            "<script src=https://gist.github.com/ida/12ab.js></script>",
            "[Code (gist.github.com)](https://gist.github.com/ida/12ab)",
        ),
        (
            "<object data=x.swf><embed src=x.swf></object><object><iframe src=https://vimeo.com/1></iframe></object>",
            "[Video (vimeo.com)](https://vimeo.com/1)",
        ),
        (
            "<figure class=media><oembed url=https://youtu.be/abc></oembed></figure>",
            "[Video (youtu.be)](https://youtu.be/abc)",
        ),
        (
            "<blockquote class=twitter-tweet><a href=https://x.com/ida/status/9></a></blockquote>",
            "> [Post (x.com)](https://x.com/ida/status/9)",
        ),
        (
            "<div class=fb-post data-href=https://www.facebook.com/ida/posts/1></div>",
            "[Post (facebook.com)](https://www.facebook.com/ida/posts/1)",
        ),
        (
            "<div class=lazy><noscript><iframe src=https://vimeo.com/1></iframe></noscript></div>",
            "[Video (vimeo.com)](https://vimeo.com/1)",
        ),
        (
            "<div><iframe src=https://vimeo.com/1></iframe><noscript><iframe src=https://vimeo.com/1></iframe></noscript></div>",
            "[Video (vimeo.com)](https://vimeo.com/1)",
        ),
        (
            "<blockquote cite=https://www.tiktok.com/@ida/video/1><p>Look</p></blockquote>",
            "> Look\n>\n> [Post (tiktok.com)](https://www.tiktok.com/@ida/video/1)",
        ),
    ],
)
def test_what_is_embedded_is_a_link(html: str, expected: str) -> None:
    assert markdown_of(f"<p>a</p>{html}<p>b</p>", BASE) == f"a\n\n{expected}\n\nb"


@pytest.mark.parametrize(
    "html",
    [
        "<iframe src=https://ad.doubleclick.net/x></iframe>",
        "<iframe src='https://www.facebook.com/plugins/like.php?href=x'></iframe>",
        "<iframe src=https://e.org/x width=1 height=1></iframe>",
        "<iframe src=https://e.org/x style='display: none'></iframe>",
        "<iframe src=about:blank></iframe><iframe src='javascript:x'></iframe><video></video><iframe src='http://['></iframe>",
    ],
)
def test_advertisements_and_trackers_are_left_out(html: str) -> None:
    assert markdown_of(f"<p>a</p>{html}<p>b</p>", BASE) == "a\n\nb"
