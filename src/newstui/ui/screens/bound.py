"""A screen that works out once what its keys do, not at every key.

Textual's own does it some times a key, which takes 4 ms where the settings give many bindings other keys. It hangs on
Screen._binding_chain, which is not public, and is pinned with textual below 9.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from textual.binding import BindingsMap
    from textual.dom import DOMNode
    from textual.widget import Widget

    Chain = list[tuple[DOMNode, BindingsMap]]


class Bound(Screen[None]):
    """Bindings are those of its classes: none is added to a widget later."""

    _chain: Chain | None = None
    _chain_for: tuple[Widget | None, object] = (None, None)
    """Who has the keys, and what keys the settings give."""

    @property
    def _binding_chain(self) -> Chain:
        focused, keymap = self.focused, self.app._keymap
        if self._chain is None or self._chain_for[0] is not focused or self._chain_for[1] is not keymap:
            self._chain, self._chain_for = super()._binding_chain, (focused, keymap)
        return self._chain
