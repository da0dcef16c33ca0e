"""BLAKE2b, the one digest of newstui, without OpenSSL: `hashlib` loads it, which takes 3 ms of each start."""

from __future__ import annotations

try:
    from _blake2 import blake2b  # where `hashlib.blake2b` comes from
except ImportError:  # another Python than CPython
    from hashlib import blake2b

__all__ = ["blake2b"]
