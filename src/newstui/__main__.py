"""`newstui` and `python -m newstui`."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line and returns the exit status."""
    try:
        if sys.argv[1:] in (["--version"], ["-V"]):  # before anything else is imported
            from newstui import __version__

            print(f"newstui {__version__}", flush=True)
            return 0
        _repair_streams()
        _name_files_in_utf8()
        _bound_sizes()
        import gc

        gc.disable()  # imports keep what they allocate: to search it costs 2 ms. Commands switch it on again
        from newstui.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # while modules are loaded
        return 130


def _repair_streams() -> None:
    """Replaces closed streams, which are None to Python, and lets characters that cannot be encoded become `?`."""
    import io
    import os

    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115  (open to the end)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _name_files_in_utf8() -> None:
    """Starts again in Python's UTF-8 mode where the locale lacks most letters: no file that has one could be opened."""
    import os

    if sys.getfilesystemencoding() == "utf-8" or os.environ.get("PYTHONUTF8") == "1":
        return
    encoding = sys.stdout.encoding if sys.stdout else "ascii"
    os.environ.setdefault("PYTHONIOENCODING", f"{encoding}:replace")  # the terminal is still one of that locale
    os.environ["PYTHONUTF8"] = "1"
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def _bound_sizes() -> None:
    """Bounds the size that the environment claims: a screen of a hundred million columns takes all memory."""
    import os

    from newstui.domain.screen_size import MOST_COLUMNS, MOST_LINES

    for name, most in (("COLUMNS", MOST_COLUMNS), ("LINES", MOST_LINES)):
        value = os.environ.get(name, "")
        if value.strip().isdecimal() and (len(value.strip()) > len(str(most)) or int(value) > most):
            os.environ[name] = str(most)


if __name__ == "__main__":
    sys.exit(main())
