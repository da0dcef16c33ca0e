"""The folders of pictures and frames that browsers save beside a page, after the page's name."""

from __future__ import annotations

PAGES = (".html", ".htm", ".xhtml")
_ENDINGS = ("_files", ".files", "-files", "_fichiers", "-dateien", "_archivos", "_ficheros", "_bestanden", "_file")


def page_of(folder: str) -> str | None:
    """Returns the name or path, without its ending, of the page that such a folder is of; None for other folders."""
    name = folder.lower()
    ending = next((suffix for suffix in _ENDINGS if name.endswith(suffix)), "")
    return folder[: -len(ending)] if ending else None
