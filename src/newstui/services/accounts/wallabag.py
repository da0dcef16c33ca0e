"""A wallabag server. Archived is read, starred is bookmarked, tags are tags; they are lower case there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newstui.domain.accounts.account import FLAGS
from newstui.domain.marks.fields import TAG
from newstui.formats.accounts.saved_pages import token_of, wallabag_pages, wallabag_text
from newstui.services.accounts.remote import RefusedLoginError, checked, read
from newstui.services.accounts.saved_pages import PAGE, SavedPages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.accounts.account import SavedPage
    from newstui.net.api import Api

_NAMES = {"read": "archive", "bookmarked": "starred"}


class Wallabag(SavedPages):
    """One account there."""

    def __init__(self, api: Api, user: str, password: str, client: str) -> None:
        """client: the id and the secret of an API client that the reader made there, with a colon between them."""
        super().__init__(api)
        self._user, self._password, self._client = user, password, client

    def log_in(self) -> None:
        """Raises RefusedLoginError."""
        self._api.headers.pop("Authorization", None)
        id_, _, secret = self._client.partition(":")
        form = [("grant_type", "password"), ("client_id", id_), ("client_secret", secret)]
        answer = self._api.post("oauth/v2/token", [*form, ("username", self._user), ("password", self._password)])
        if answer.status == 400:
            hint = "Check them, and the id and secret of the client: newstui accounts edit"
            raise RefusedLoginError(f"{self._api.server} does not take the name or the password.", hint=hint)
        self._api.headers["Authorization"] = f"Bearer {read(answer, self._api, token_of)}"

    def can_hold(self, field: str) -> bool:
        """Returns True for flags, and for tags as this server keeps them."""
        tag = field.removeprefix(TAG)
        return field in FLAGS or (tag != field and tag == tag.lower() and "," not in tag)

    def _all(self) -> Iterator[list[SavedPage]]:
        at, number = 1, 1
        while at <= number:
            query = [("page", str(at)), ("perPage", str(PAGE)), ("detail", "metadata"), ("order", "asc")]
            pages, number = read(self._api.get("api/entries.json", query), self._api, wallabag_pages)
            yield pages
            at += 1

    def _html(self, page: SavedPage) -> str:
        return read(self._api.get(f"api/{page.article.id}.json"), self._api, wallabag_text)

    def _send(self, page: SavedPage, field: str, *, value: bool) -> None:
        path, tag = f"api/{page.article.id}", field.removeprefix(TAG)
        if field in FLAGS:
            body = json.dumps({_NAMES[field]: int(value)}).encode()
            checked(self._api.send("PATCH", f"{path}.json", body), self._api)
        elif value:
            checked(self._api.send("POST", f"{path}/tags.json", json.dumps({"tags": tag}).encode()), self._api)
        elif number := page.tags.get(tag):
            checked(self._api.send("DELETE", f"{path}/tags/{number}.json", b""), self._api)
