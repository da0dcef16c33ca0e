"""Presets of keys for people who come from another program: a key does here what it did there.

A preset holds, by binding id, only the keys that differ from `bindings`; all other bindings keep their keys.
- `newsboat`: newsboat without configuration, after its list of key bindings. Its `s`, which saves an article, stays
  the key of the summary.
- `vim`: normal mode; much of it is newstui's own.
- `emacs`: Emacs, and for articles the summary buffer of Gnus. No Meta key: terminals send it as Esc and another key.
"""

from __future__ import annotations

_NEWSBOAT = {
    "read": "N,m",
    "previous-match": "P",  # n goes to the next match, and p to the article before
    "bookmark": "ctrl+b,asterisk",
    "list-page-up": "pageup,b,backspace",
    "reader-page-up": "pageup,b,backspace",
    "search": "slash",
    "find": "slash",
    "filter": "f,F",
    "back": "escape,h,ctrl+f",  # in the list it clears the filter
    "links": "u,L",
    "undo": "ctrl+z",
    "browser": "o,O",
    "sort": "g,G",
    "list-last": "end",
    "reader-last": "end",
    "choose": "c",
    "go": "v",  # its list of dialogs
    "pick-range": "V",
    "open": "enter,right",  # there l hides read articles
    "unread-only": "l,full_stop",
    "sync": "r,R,f5",
    "related": "ctrl+r",  # R fetches all feeds there
    "section-up": "up,k,K",
    "section-down": "down,j,J",
    "section-page-up": "pageup,b,backspace",
    "section-last": "end",
    "section-open": "enter,right",
    "section-unread-only": "l,full_stop",
    "section-narrow": "slash",
    "section-back": "escape,h,ctrl+f",
    "feed-fetch-one": "r",
    "history-undo": "enter,ctrl+z",
    "history-last": "end",
}
_VIM = {
    "list-page-up": "pageup,ctrl+b,backspace",
    "list-page-down": "pagedown,ctrl+f",
    "reader-up": "up,k,ctrl+y",
    "reader-down": "down,j,ctrl+e",
    "reader-page-up": "pageup,ctrl+b,backspace",
    "reader-page-down": "pagedown,ctrl+f",
    "search": "slash",
    "find": "slash",
    "redo": "ctrl+r,U",
    "section-page-up": "pageup,ctrl+b,backspace",
    "section-page-down": "pagedown,ctrl+f",
    "section-narrow": "slash",
    "history-redo": "ctrl+r,U",
    "history-page-up": "pageup,ctrl+b,backspace",
    "history-page-down": "pagedown,ctrl+f,space",
    "changes-page-up": "pageup,ctrl+b,ctrl+u,backspace",
    "changes-page-down": "pagedown,ctrl+f,ctrl+d,space",
}
_UNDO = "ctrl+underscore,ctrl+slash,ctrl+shift+minus,u,ctrl+z"
"""Terminals send Ctrl+/ and Ctrl+_ as one code, or each by itself: as Ctrl+/ and as Ctrl+Shift+-."""
_EMACS = {
    "list-up": "up,ctrl+p,k",
    "list-down": "down,ctrl+n,j",
    "list-page-down": "pagedown,ctrl+v",
    "list-first": "home,less_than_sign",
    "list-last": "end,greater_than_sign,G",
    "search": "slash,ctrl+s",
    "reader-up": "up,ctrl+p,k",
    "reader-down": "down,ctrl+n,j",
    "reader-page-down": "pagedown,ctrl+v",
    "reader-first": "home,less_than_sign",
    "reader-last": "end,greater_than_sign,G",
    "narrower": "left_curly_bracket",  # as after Ctrl+X there
    "wider": "right_curly_bracket",
    "next": "N,J,right_square_bracket",
    "previous": "P,K,left_square_bracket",
    "find": "slash",
    "find-next": "ctrl+s,f3",  # searches, and pressed again it goes to the next match
    "previous-match": "ctrl+r",
    "read": "m,d",
    "mark-all-read": "A,c",
    "bookmark": "b,asterisk,exclamation_mark",
    "undo": _UNDO,
    "back": "escape,ctrl+g,h",
    "commands-anywhere": "f10",  # the menu there; Ctrl+P goes up
    "section-up": "up,ctrl+p,k",
    "section-down": "down,ctrl+n,j",
    "section-page-down": "pagedown,ctrl+v",
    "section-first": "home,less_than_sign",
    "section-last": "end,greater_than_sign,G",
    "section-narrow": "slash,ctrl+s",
    "section-back": "escape,ctrl+g,h",
    "history-up": "up,ctrl+p,k",
    "history-down": "down,ctrl+n,j",
    "history-page-down": "pagedown,ctrl+v,space",
    "history-first": "home,less_than_sign,g",
    "history-last": "end,greater_than_sign,G",
    "history-undo": f"enter,{_UNDO}",
    "history-back": "escape,ctrl+g,q,h,left",
    "changes-up": "up,ctrl+p,k",
    "changes-down": "down,ctrl+n,j",
    "changes-page-down": "pagedown,ctrl+v,space",
    "changes-back": "escape,ctrl+g,q,equals_sign",
    "choose-up": "up,ctrl+p",
    "choose-down": "down,ctrl+n",
    "choose-back": "escape,ctrl+g",
    "help-up": "up,ctrl+p",
    "help-down": "down,ctrl+n",
    "help-back": "escape,ctrl+g,f1",
    "ask-back": "escape,ctrl+g",
    "search-up": "up,ctrl+p",
    "search-down": "down,ctrl+n",
    "search-back": "escape,ctrl+g",
}

PRESETS: dict[str, dict[str, str]] = {"default": {}, "newsboat": _NEWSBOAT, "vim": _VIM, "emacs": _EMACS}
"""Name → binding id → keys, separated by commas."""
