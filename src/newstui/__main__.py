"""`newstui` and `python -m newstui`."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line; the exit status."""
    if sys.argv[1:] in (["--version"], ["-V"]):  # before anything else is imported
        from newstui import __version__

        print(f"newstui {__version__}")
        return 0
    from newstui.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
