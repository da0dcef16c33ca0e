"""newsboat's `config`."""

from __future__ import annotations

from newstui.domain.articles.incoming import Export, Refused
from newstui.formats.exports.detect import read_export


def read(text: str, name: str = "urls") -> Export:
    return read_export(text.encode(), name)


def test_a_config_becomes_notes_and_its_commands_are_not_run() -> None:
    export = read(
        "# config\nauto-reload yes\nreload-time 30\nrefresh-on-startup yes\ntext-width 80\nmax-items 0\n"
        "urls-source miniflux\nminiflux-passwordeval \"pass show miniflux\"\nminiflux-login me\n"
        'browser "lynx %u"\nmacro a open ; browser\nmacro b exec "rm -rf ~"\nbookmark-cmd ~/b.sh\n'
        "ignore-article \"*\" 'title =~ \"x\"'\ninclude ~/other\nbind-key j down\nbind-key k up\n"
        "save-path `pwd`\nunknown-one 1\n",
        "config",
    )  # fmt: skip
    assert export.format == "newsboat config"
    assert export.refused == (
        Refused("miniflux-passwordeval", "it runs a program, and newstui runs none"),
        Refused("browser", "it runs a program, and newstui runs none"),
        Refused("macro (2 times)", "it runs a program, and newstui runs none"),
        Refused("bookmark-cmd", "it runs a program, and newstui runs none"),
        Refused("a setting with a command in it", "newstui runs no commands"),
        Refused("ignore-article", "newstui keeps every article; hide some with a saved search that says what you want"),
        Refused("include", "newstui does not follow it: import that file too"),
    )
    assert export.notes == (
        "For newsboat's text-width set text_width = 80 in config.toml.",
        "newsboat fetched feeds when it started; for that set sync_on_start = true in config.toml.",
        "newsboat fetched feeds every 30 minutes; for that set sync_every in config.toml.",
        "newsboat took its feeds from miniflux: export them there as OPML, and import that file.",
        "newsboat had keys of your own (2); newstui's are set under [keys] in config.toml.",
    )
    assert "secret" not in repr(read("miniflux-password secret\nminiflux-url https://e.org\nminiflux-login me\n"))
