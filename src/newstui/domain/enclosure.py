"""A thing that comes with an article: a recording, a picture, a transcript, or a page that its feed names beside it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

_KINDS = {"audio": "Audio", "video": "Video", "image": "Picture"}
_SUFFIXES = {
    "Audio": "mp3 m4a m4b ogg oga opus aac wav flac",
    "Video": "mp4 m4v webm mov mkv avi ogv m3u8",
    "Picture": "jpg jpeg png gif webp avif svg",
    "PDF": "pdf",
    "Book": "epub",
    "Transcript": "vtt srt",
}
_PAGES = {"comments": "Comments", "related": "Related page", "via": "Found at"}
"""Words for the pages that a feed names beside that of an entry."""
_OF_SUFFIX = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}
_OF_TYPE = {
    "application/pdf": "PDF",
    "application/epub+zip": "Book",
    "application/json+chapters": "Chapters",
    "application/x-shockwave-flash": "Video",
    "application/srt": "Transcript",
    "application/x-subrip": "Transcript",
    "text/srt": "Transcript",
    "text/vtt": "Transcript",
}


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file or a page that comes with an article, by its address."""

    url: str
    type: str = ""
    """A media type, or only the start of one: `audio`. Of a page: `comments`, `related` or `via`."""
    length: int | None = None
    """Bytes, as the feed claims."""
    duration: int | None = None
    """Seconds."""

    @property
    def kind(self) -> str:
        """A word for a person: Audio, Video, Picture, PDF, Book, Transcript, Chapters, File, or what a page is."""
        media_type = self.type.lower().partition(";")[0].strip()
        known = _PAGES.get(media_type) or _OF_TYPE.get(media_type) or _KINDS.get(media_type.partition("/")[0])
        return known or _OF_SUFFIX.get(urlsplit(self.url).path.rpartition(".")[2].lower(), "File")

    @property
    def is_picture(self) -> bool:
        return self.kind == "Picture"

    @property
    def is_page(self) -> bool:
        return self.type in _PAGES
