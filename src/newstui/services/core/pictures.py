"""The pictures of articles that are saved beside them. One rule: nothing is fetched to show a picture."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError, StorageError, UnreadableError
from newstui.domain.picture import LEAD
from newstui.domain.text.clean import clean
from newstui.formats.articles.images import PICTURE_FOLDER, picture_suffix
from newstui.store.library.write import content, folder_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from newstui.domain.articles.article import Article
    from newstui.domain.picture import Picture, PictureRoom
    from newstui.sandbox.client import Sandbox

_MOST = 24
"""Pictures of one article that are shown."""


def picture_file(root: Path, article: str, name: str) -> tuple[str, bytes] | None:
    """Returns (path in the library, bytes) of a picture, as it stands in an article; None where it is no such file.

    article: the path of the article.
    """
    path = normpath(join(dirname(article), name))
    if path.startswith(("..", "/")):
        return None
    try:
        raw = content(root, path)
    except (StorageError, ValueError):  # the text is complete without it
        return None
    return (path, raw) if raw and picture_suffix(raw) else None


class Pictures:
    """Decodes the pictures of articles, in the sandbox."""

    def __init__(self, root: Path, sandbox: Callable[[], Sandbox]) -> None:
        self._root, self._sandbox = root, sandbox

    def of(
        self,
        article: Article,
        names: Sequence[str],
        room: PictureRoom,
        is_cancelled: Callable[[], bool],
    ) -> Iterator[tuple[str, Picture]]:
        """Yields (name, picture) of those that are saved; LEAD first, where the text does not show it.

        names: as they stand in the text. room: of each of them.
        Raises NewstuiError where none can be decoded here, and Cancelled.
        """
        from newstui.sandbox.pictures import decoded

        found = [(name, picture_file(self._root, article.path, name)) for name in names[:_MOST]]
        lead = self._lead(article)
        if lead and lead[0] not in {file[0] for _, file in found if file}:
            found.insert(0, (LEAD, lead))
        for name, file in found:
            if file:
                try:
                    yield name, decoded(self._sandbox(), file[1], file[0], room, is_cancelled)
                except UnreadableError:
                    continue  # its description is there

    def _lead(self, article: Article) -> tuple[str, bytes] | None:
        """Returns the saved file of the lead image."""
        if not article.image:
            return None
        if ":" not in article.image:
            return picture_file(self._root, article.path, article.image)
        saved = self._saved(article)
        path = next((path for path, address in saved.items() if address == article.image), None)
        return picture_file(self._root, "", path) if path else None

    def addresses(self, article: Article, names: Iterable[str]) -> list[str]:
        """Returns where the saved pictures came from. names: as they stand in the text."""
        saved = self._saved(article)
        paths = (normpath(join(dirname(article.path), name)) for name in names)
        return [saved[path] for path in paths if path in saved]

    def _saved(self, article: Article) -> dict[str, str]:
        """Returns path → address of the pictures that were fetched with an article."""
        folder = f"{PICTURE_FOLDER}/{folder_of(article.id)}"
        try:
            lines = (content(self._root, f"{folder}/addresses.txt") or b"").decode("utf-8", "replace").splitlines()
        except NewstuiError:
            return {}
        return {f"{folder}/{name}": clean(address) for name, _, address in (line.partition(" ") for line in lines)}
