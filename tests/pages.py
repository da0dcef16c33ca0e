"""Pages, feeds and books for what is taken in, of our own words."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

SENTENCES = (
    "The ferry across the sound will run until midnight from the first of June, the harbour board said on Tuesday. "
    "Passengers had asked for it since the bridge was closed to cars last autumn, and a petition found more than "
    "four thousand names. Two crews are trained for it, and a third boat waits in the yard for its papers. "
)


def page(title: str = "The last ferry", *, head: str = "", body: str = "") -> bytes:
    """A site with an article in the middle."""
    text = body or "".join(f"<p>{SENTENCES}</p>" for _ in range(4))
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head><body>"
        f"<nav><a href=/>Home</a> <a href=/about>About us</a></nav><article><h1>{title}</h1>{text}</article>"
        "<footer>All rights reserved, and so on.</footer></body></html>"
    ).encode()


def feed(title: str = "Harbour Post", entries: int = 1, at: str = "https://post.example") -> bytes:
    items = "".join(
        f"<item><title>Story {number}</title><link>{at}/{number}</link><guid>g{number}</guid>"
        f"<description>{SENTENCES * 4} {number}</description></item>"
        for number in range(entries)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'.encode()


def book(*chapters: str) -> bytes:
    """An EPUB with these chapters."""
    names = [f"c{number}.xhtml" for number in range(len(chapters))]
    manifest = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    lines = "".join(f'<li><a href="{name}">{title}</a></li>' for name, title in zip(names, chapters, strict=True))
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        "b.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Ferries</dc:title><dc:creator>Ines Okafor</dc:creator><dc:language>en</dc:language>"
        '</metadata><manifest><item id="n" href="n.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        f"{manifest}</manifest><spine>{spine}</spine></package>",
        "n.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>'
        f'<nav epub:type="toc"><ol>{lines}</ol></nav></body></html>',
    }
    files |= {
        name: f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>{title}</h1><p>{SENTENCES}</p></body></html>'
        for name, title in zip(names, chapters, strict=True)
    }
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


def mhtml(url: str = "https://post.example/ferry") -> bytes:
    return (
        f"From: <Saved>\r\nSnapshot-Content-Location: {url}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
        f"--x\r\nContent-Type: text/html\r\nContent-Location: {url}\r\n\r\n".encode()
        + page()
        + b"\r\n--x--\r\n"
    )
