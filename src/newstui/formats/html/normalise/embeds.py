"""Embedded players, posts and pages as a link that says what they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from newstui.domain.text.clean import one_line
from newstui.formats.html.elements import HIDDEN_STYLE, new_element
from newstui.formats.html.links import absolute
from newstui.formats.html.normalise.images import is_tracking_pixel

if TYPE_CHECKING:
    from collections.abc import Mapping
    from urllib.parse import SplitResult

    from turbohtml import Element

EMBED = "data-embed"
"""Marks the paragraphs that stand for what a page embeds."""
CUSTOM_PLAYERS = (
    *("amp-iframe", "amp-video", "amp-audio", "amp-youtube", "amp-vimeo", "amp-twitter", "amp-instagram"),
    *("amp-facebook", "lite-youtube", "lite-vimeo", "youtube-video"),
)
"""Elements of scripts that many sites load; some name a video or a post by its id alone."""
EMBEDDED = (
    f"iframe, frame, embed, object, video, audio, oembed, {', '.join(CUSTOM_PLAYERS)}, "
    'div[data-src*="youtube.com/embed/"], div[data-src*="youtube-nocookie.com/embed/"], '
    'div[data-src*="player.vimeo.com/video/"], '
    'script[src^="https://gist.github.com/"]'
)
POSTS = "blockquote.twitter-tweet, .fb-post[data-href], .fb-video[data-href]"
"""Selects posts that a script loads, and which may have no words without it."""
_SOURCES = ("src", "data-src", "data-lazy-src", "data-original", "data", "url", "data-url", "data-href")
_NO_CONTENT = re.compile(
    r"(?:^|[./])(?:doubleclick|googlesyndication|googletagmanager|google-analytics|googleadservices|adservice\w*|adserver"
    r"|amazon-adsystem|ads?|adform|criteo|taboola|outbrain|disqus|disquscdn|addthis|sharethis|recaptcha|hcaptcha|gigya"
    r"|cookiebot|consensu|onetrust)\.|facebook\.com/(?:plugins/(?!video|post)|tr\b)|google\.com/recaptcha"
    r"|twitter\.com/widgets/|\.swf\Z|[_-]ads?[._-]|/(?:ads?|banners?|likebox|consent|recaptcha|tracking|pixel)[/.?]",
    re.IGNORECASE,
)
_AUDIO = re.compile(
    r"soundcloud|spotify|bandcamp|mixcloud|podcast|anchor\.fm|deezer|audio|\.(?:mp3|m4a|ogg|opus|wav|flac)$"
)
_VIDEO = re.compile(
    r"youtu\.?be|video|player|vimeo|dailymotion|twitch|peertube|ted\.com|rumble|bilibili|wistia|vidyard|brightcove"
    r"|streamable|\.(?:mp4|webm|ogv|m4v|mov|m3u8)$"
)
_POST = re.compile(r"twitter|(?:^|\.)x\.com|instagram|facebook|tiktok|mastodon|bsky|threads|reddit|tumblr|linkedin")
_PLAYED = re.compile(r"/(?:embed|v|shorts|live)/([\w-]{6,20})")
_MOST = 1000
"""Embedded elements of a page. Sets of many that were made one by one are slow."""
_GISTS = "gist.github.com"
_NUMBER = re.compile(r"\d{4,20}")


def prepare_embeds(tree: Element, base: str | None) -> None:
    """Replaces what a page embeds by links, without advertisements and trackers."""
    for number, element in enumerate(tree.select(EMBEDDED)):
        if element.parent is None or element.parent.closest(EMBEDDED):
            continue  # the content of an embedded element is for browsers that cannot show it
        link = _link(element, base) if number < _MOST else None
        if link is None:
            element.decompose()
        else:
            element.replace_with(link)
    for quotation in tree.select(f"blockquote[cite], blockquote[data-instgrm-permalink], {POSTS}")[:_MOST]:
        link = quotation.select_one("a[href]")
        written = (quotation.attr("data-instgrm-permalink") or quotation.attr("data-href") or quotation.attr("cite")
                   or (link.attr("href") if link is not None else ""))  # fmt: skip
        address = absolute(written or "", base)
        if address and _POST.search(_host(address)) and (link is None or not quotation.text.strip()):
            is_video = "fb-video" in (quotation.attr("class") or "")
            quotation.append(_paragraph(address, "Video" if is_video else "Post", ""))


def show_players(tree: Element, base: str | None) -> None:
    """Shows the player for browsers without scripts where a script would load it and nothing else does."""
    for hidden in tree.select("noscript:has(iframe)")[:_MOST]:
        players = hidden.select("iframe")
        address = absolute(players[0].attr("src") or "", base) or ""
        is_player = len(players) == 1 and not hidden.text.strip() and _kind(players[0], address) in ("Video", "Audio")
        around = hidden.parent
        if is_player and around is not None and len(around.select(EMBEDDED)) == 1:
            hidden.unwrap()


def _link(element: Element, base: str | None) -> Element | None:
    if is_tracking_pixel(element) or HIDDEN_STYLE.search(element.attr("style") or ""):
        return None
    address = _address(element, base)
    if address is None or _NO_CONTENT.search(address):
        return None
    address = watched_address(address)
    title = one_line((element.attr("title") or element.attr("aria-label") or "")[:300])
    return _paragraph(address, _kind(element, address), title)


def _address(element: Element, base: str | None) -> str | None:
    """Returns the web address that an element shows: its own or that of its first source or fallback."""
    if named := address_of_id(element.tag, {name: str(value) for name, value in element.attrs.items()}):
        return absolute(named, base)
    for each in (element, *element.select("source, embed, iframe, video, audio, param[name=movie]")[:9]):
        for name in (*_SOURCES, "value"):
            written = each.attr(name) or ""
            address = absolute(written, base) if written else None
            if address and address[:4].lower() == "http":
                return address
    return None


def address_of_id(tag: str, attributes: Mapping[str, str]) -> str | None:
    """Returns the address of the video or post that an element names by its id."""
    video = "https://www.youtube.com/watch?v={}" if "youtube" in tag else "https://vimeo.com/{}"
    for name, form in (
        ("videoid", video),
        ("data-videoid", video),
        ("data-tweetid", "https://twitter.com/i/status/{}"),
        ("data-shortcode", "https://www.instagram.com/p/{}/"),
    ):
        if given := attributes.get(name):
            return form.format(given)
    return None


def watched_address(address: str) -> str:
    """Returns the address of the page of a video or post for that of its player."""
    host, path, query = _host(address), _parts(address).path, parse_qs(_parts(address).query)
    if host == _GISTS:
        return address.removesuffix(".js")
    if host in ("youtube.com", "youtube-nocookie.com", "m.youtube.com"):
        played = _PLAYED.match(path)
        if played and played[1] != "videoseries":
            return f"https://www.youtube.com/watch?v={played[1]}"
        if query.get("list"):
            return f"https://www.youtube.com/playlist?list={query['list'][0]}"
    number = _NUMBER.search(path)
    if host == "player.vimeo.com" and number:
        return f"https://vimeo.com/{number[0]}"
    if host == "platform.twitter.com" and query.get("id"):
        return f"https://twitter.com/i/status/{query['id'][0]}"
    if host == "w.soundcloud.com" and query.get("url"):
        return absolute(query["url"][0], None) or address
    return address


def _kind(element: Element, address: str) -> str:
    place = (_host(address) + _parts(address).path).lower()
    if element.tag in ("audio", "amp-audio"):
        return "Audio"
    if element.tag in ("video", "amp-video"):
        return "Video"
    if _host(address) == _GISTS:
        return "Code"
    if _AUDIO.search(place):
        return "Audio"
    if _VIDEO.search(place):
        return "Video"
    return "Post" if _POST.search(_host(address)) else "Embedded page"


def _host(address: str) -> str:
    return (_parts(address).hostname or "").removeprefix("www.")


def _parts(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _paragraph(address: str, kind: str, title: str) -> Element:
    from turbohtml import Element

    host = _host(address)
    link = Element("a", {"href": address})
    link.set_text(f"{kind}: {title}" if title and title.lower() != kind.lower() else f"{kind} ({host})")
    paragraph = new_element("p")
    paragraph.attrs[EMBED] = ""
    paragraph.append(link)
    return paragraph
