"""Keys in addresses are never shown, and addresses with different keys are still different."""

from __future__ import annotations

import pytest

from newstui.domain.address_secrets import has_secret, without_secrets


@pytest.mark.parametrize(
    "query",
    ["token=s3cret", "key=s3cret&x=1", "a=1&auth=s3cret", "apikey=s3cret", "a=1;api_key=s3cret", "Access_Token=s3cret"],
)
def test_a_key_is_not_shown(query: str) -> None:
    address = f"https://feeds.example/f?{query}"
    shown = without_secrets(f"see {address}, it failed: {address}: why? {address}.")
    assert "s3cret" not in shown
    assert ": why? " in shown
    assert shown.endswith(".")
    assert has_secret(address)
    assert not has_secret(without_secrets(address))
    assert without_secrets(shown) == shown


def test_addresses_with_different_keys_differ_without_them() -> None:
    first, second = (without_secrets(f"https://feeds.example/f?token={key}") for key in ("one", "two"))
    assert first != second
    assert first.startswith("https://feeds.example/f?token=*")


@pytest.mark.parametrize(
    "address",
    ["https://a.example/f?page=2&keyword=sea", "https://a.example/token=x", "a = b", "https://a.example/?key="],
)
def test_anything_else_is_unchanged(address: str) -> None:
    assert without_secrets(address) == address
    assert not has_secret(address)
