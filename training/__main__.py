"""`python -m training`: makes weights.json again from the sets of summaries."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from newstui.domain.summaries.extractive import weights_table
from training.articles import data_folder, training_articles
from training.learn import SEED, learn, rarity_of, rows_of

WEIGHTS = Path(__file__).parent.parent / "src/newstui/services/summaries/weights.json"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", help="the folder of the sets (or NEWSTUI_SUMMARIES)")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    articles = training_articles(data_folder(options.data))
    tables = rarity_of(articles)
    print(f"measuring {len(articles)} articles")
    rows = [rows_of(article, tables) for article in articles]
    print(f"learning from {sum(len(article.labels) for article in rows)} sentences")
    table = weights_table(learn(rows, options.seed), tables)
    options.out.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{options.out}: {options.out.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
