"""A Readeck server. Archived is read, marked is bookmarked, labels are tags."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newstui.domain.accounts.account import FLAGS
from newstui.domain.marks.fields import TAG
from newstui.formats.accounts.saved_pages import a_user, readeck_pages
from newstui.services.accounts.remote import checked, read
from newstui.services.accounts.saved_pages import PAGE, SavedPages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.accounts.account import SavedPage
    from newstui.net.api import Api

_NAMES = {"read": "is_archived", "bookmarked": "is_marked"}


class Readeck(SavedPages):
    """One account there."""

    def __init__(self, api: Api, key: str) -> None:
        super().__init__(api)
        self._api.headers["Authorization"] = f"Bearer {key}"

    def log_in(self) -> None:
        """Raises RefusedLoginError."""
        read(self._api.get("api/profile"), self._api, a_user)

    def _all(self) -> Iterator[list[SavedPage]]:
        at, number = 0, 1
        while number:
            query = [("limit", str(PAGE)), ("offset", str(at)), ("sort", "created")]
            pages, number = read(self._api.get("api/bookmarks", query), self._api, readeck_pages)
            yield pages
            at += number

    def _html(self, page: SavedPage) -> str:
        answer = self._api.get(f"api/{page.article.id}/article")
        return "" if answer.status == 404 else checked(answer, self._api).decode("utf-8", "replace")

    def _send(self, page: SavedPage, field: str, *, value: bool) -> None:
        if field in FLAGS:
            change: dict[str, object] = {_NAMES[field]: value}
        else:
            change = {"add_labels" if value else "remove_labels": [field.removeprefix(TAG)]}
        checked(self._api.send("PATCH", f"api/{page.article.id}", json.dumps(change).encode()), self._api)
