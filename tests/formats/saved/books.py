"""Small books for the tests of EPUB."""

from __future__ import annotations

import zipfile
from io import BytesIO

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
NAV = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
PNG = b"\x89PNG\r\n\x1a\nthe bytes of a picture"


def packed(files: dict[str, str | bytes]) -> bytes:
    """A ZIP archive with these files."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def book_of(
    pages: dict[str, str],
    contents: list[tuple[str, str]] | None = None,
    *,
    metadata: str = "<dc:title>The Bay</dc:title>",
    items: str = "",
    files: dict[str, str | bytes] | None = None,
) -> bytes:
    """A book. pages: address as the package writes it → what is in its body, in reading order.

    contents: (title, address) of each line of the table of contents; None for a book without one.
    items: more of the manifest. files: more files, or others, by their names in the archive.
    """
    manifest = "".join(
        f'<item id="p{at}" href="{href}" media-type="application/xhtml+xml"/>' for at, href in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="p{at}"/>' for at in range(len(pages)))
    lines = "".join(f'<li><a href="{address}">{title}</a></li>' for title, address in contents or ())
    package = (
        f'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{metadata}</metadata><manifest>{manifest}'
        f"{items}{NAV if contents is not None else ''}</manifest><spine>{spine}</spine></package>"
    )
    return packed(
        {
            "META-INF/container.xml": CONTAINER,
            "OPS/book.opf": package,
            "OPS/nav.xhtml": f"<html><body><nav><ol>{lines}</ol></nav></body></html>",
            **{f"OPS/{href}": f"<html><body>{body}</body></html>" for href, body in pages.items()},
            **(files or {}),
        }
    )
