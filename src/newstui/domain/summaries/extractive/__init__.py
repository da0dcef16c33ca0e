"""Chooses the sentences that stand for an article. Pure: the weights are passed in, `services.summaries` reads them."""

from newstui.domain.summaries.extractive.boosted_trees import Weights, weights_from, weights_table
from newstui.domain.summaries.extractive.features import NAMES, measure
from newstui.domain.summaries.extractive.select import Chosen, ranked_units, summarise, summarise_units
from newstui.domain.summaries.extractive.term_index import Unit

__all__ = [
    "NAMES",
    "Chosen",
    "Unit",
    "Weights",
    "measure",
    "ranked_units",
    "summarise",
    "summarise_units",
    "weights_from",
    "weights_table",
]
