"""Which sentences of an article stand for it. Pure: the weights are handed in, `services.summarising` reads them."""

from newstui.domain.summarising.choosing import Chosen, summarise, summarise_units
from newstui.domain.summarising.features import NAMES, Unit, measure
from newstui.domain.summarising.trees import Weights, weights_from

__all__ = ["NAMES", "Chosen", "Unit", "Weights", "measure", "summarise", "summarise_units", "weights_from"]
