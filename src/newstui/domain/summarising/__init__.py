"""Which sentences of an article stand for it. Pure: the weights are handed in, `services.summarising` reads them."""

from newstui.domain.summarising.choosing import Chosen, ranked_units, summarise, summarise_units
from newstui.domain.summarising.features import NAMES, measure
from newstui.domain.summarising.page import Unit
from newstui.domain.summarising.trees import Weights, weights_from, weights_table

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
