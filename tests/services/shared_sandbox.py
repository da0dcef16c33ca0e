"""Processes that read what is foreign, for the tests of other things: to begin its own costs each half a second."""

from __future__ import annotations

from newstui.sandbox.client import Sandbox

SANDBOX = Sandbox()
"""They end when the tests do."""
