"""`python -m training`: makes weights.json again from the sets of summaries."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from newstui.domain.summaries.extractive import weights_table
from training.articles import data_folder, to_learn_from
from training.learn import SEED, learn, rarity_of, rows_of

WEIGHTS = Path(__file__).parent.parent / "src/newstui/services/summaries/weights.json"


def main() -> None:
    ask = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    ask.add_argument("--data", help="the folder of the sets (or NEWSTUI_SUMMARIES)")
    ask.add_argument("--out", type=Path, default=WEIGHTS)
    ask.add_argument("--seed", type=int, default=SEED)
    asked = ask.parse_args()
    articles = to_learn_from(data_folder(asked.data))
    tables = rarity_of(articles)
    print(f"measuring {len(articles)} articles")
    rows = [rows_of(article, tables) for article in articles]
    print(f"learning from {sum(len(each.labels) for each in rows)} sentences")
    table = weights_table(learn(rows, asked.seed), tables)
    asked.out.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{asked.out}: {asked.out.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
