"""A linkding server. It has `unread` and tags, no stars, and no texts: those come from the pages themselves."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newstui.domain.marks.fields import TAG
from newstui.formats.accounts.saved_pages import a_user, linkding_pages, linkding_tags
from newstui.services.accounts.remote import checked, read
from newstui.services.accounts.saved_pages import PAGE, SavedPages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.accounts.account import SavedPage
    from newstui.net.api import Api


class Linkding(SavedPages):
    """One account there."""

    def __init__(self, api: Api, key: str) -> None:
        super().__init__(api)
        self._api.headers["Authorization"] = f"Token {key}"

    def log_in(self) -> None:
        """Raises RefusedLoginError."""
        read(self._api.get("api/user/profile/"), self._api, a_user)

    def can_hold(self, field: str) -> bool:
        """Returns True for `read`, and for tags of one word."""
        tag = field.removeprefix(TAG)
        return field == "read" or (tag != field and not any(each in tag for each in " ,"))

    def _all(self) -> Iterator[list[SavedPage]]:
        for path in ("api/bookmarks/", "api/bookmarks/archived/"):
            at, has_more = 0, True
            while has_more:
                query = [("limit", str(PAGE)), ("offset", str(at))]
                pages, has_more = read(self._api.get(path, query), self._api, linkding_pages)
                yield pages
                at += PAGE

    def _html(self, page: SavedPage) -> str:
        return ""

    def _send(self, page: SavedPage, field: str, *, value: bool) -> None:
        path = f"api/{page.article.id}/"
        if field == "read":
            change: dict[str, object] = {"unread": not value}
        else:  # all tags are set at once: those of now, with the change
            tag = field.removeprefix(TAG)
            tags = [each for each in read(self._api.get(path), self._api, linkding_tags) if each != tag]
            change = {"tag_names": [*tags, tag] if value else tags}
        checked(self._api.send("PATCH", path, json.dumps(change).encode()), self._api)
