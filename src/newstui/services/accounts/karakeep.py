"""A Karakeep server. Archived is read, favourited is bookmarked, tags are tags; pictures and files stay there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newstui.domain.accounts.account import FLAGS
from newstui.domain.marks.fields import TAG
from newstui.formats.accounts.saved_pages import a_user, karakeep_pages, karakeep_text
from newstui.services.accounts.remote import checked, read
from newstui.services.accounts.saved_pages import PAGE, SavedPages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.accounts.account import SavedPage
    from newstui.net.api import Api

_NAMES = {"read": "archived", "bookmarked": "favourited"}


class Karakeep(SavedPages):
    """One account there."""

    def __init__(self, api: Api, key: str) -> None:
        super().__init__(api)
        self._api.headers["Authorization"] = f"Bearer {key}"

    def log_in(self) -> None:
        """Raises RefusedLoginError."""
        read(self._api.get("api/v1/users/me"), self._api, a_user)

    def _all(self) -> Iterator[list[SavedPage]]:
        following, has_more = "", True
        while has_more:
            query = [("limit", str(PAGE)), ("includeContent", "false")]
            query += [("cursor", following)] if following else []
            pages, following = read(self._api.get("api/v1/bookmarks", query), self._api, karakeep_pages)
            yield pages
            has_more = bool(following)

    def _html(self, page: SavedPage) -> str:
        answer = self._api.get(f"api/v1/{page.article.id}", [("includeContent", "true")])
        return read(answer, self._api, karakeep_text)

    def _send(self, page: SavedPage, field: str, *, value: bool) -> None:
        path = f"api/v1/{page.article.id}"
        if field in FLAGS:
            checked(self._api.send("PATCH", path, json.dumps({_NAMES[field]: value}).encode()), self._api)
        else:
            body = json.dumps({"tags": [{"tagName": field.removeprefix(TAG)}]}).encode()
            checked(self._api.send("POST" if value else "DELETE", f"{path}/tags", body), self._api)
