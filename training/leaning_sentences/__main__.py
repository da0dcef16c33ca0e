"""`python -m training.leaning_sentences [LANG …]`: what share of the sentences that lean the program finds."""

from __future__ import annotations

import argparse

from training.leaning_sentences import cases, languages, measured


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.leaning_sentences", description=__doc__)
    parser.add_argument("languages", nargs="*", metavar="LANG", help="all that have sets, unless some are named")
    for lang in parser.parse_args().languages or languages():
        for which in "ab":
            count = measured(cases(lang, which), lang)
            missed = ", ".join(f"{kind} {number}" for kind, number in count.missed.most_common())
            print(
                f"{lang} {which}: {count.found} of {count.leaning} that lean are found, {count.falsely} of "
                f"{count.standing} that stand are taken for such{f'; missed: {missed}' if which == 'a' else ''}"
            )


if __name__ == "__main__":
    main()
