"""Reports for the tests of stories: one event in three papers, a copy, and texts of a template."""

from __future__ import annotations

from newstui.domain.stories.features import Features, Vocabulary, features_of
from newstui.domain.summaries.extractive.terms import Rarity
from newstui.services.summaries.extractive import own_weights

FIRE = (
    "Depot of Kelmar Lines burns in Torberg",
    "A fire in a depot of Kelmar Lines drove 340 people in Torberg from their homes on Monday.\n\n"
    "Fire chief Ina Corlesson said that 14 engines fought the flames through the night. Nobody was hurt.\n\n"
    "The roof fell after two explosions, said Bela Nardal, a baker who lives across the road. Paint was kept there, "
    "the company said, and nobody knows yet what set it alight.",
)
SAME_FIRE = (
    "Hundreds flee as Torberg storehouse goes up in flames",
    "About 340 residents of Torberg had to leave their flats when a storehouse owned by Kelmar caught fire.\n\n"
    "It took 14 crews until dawn to bring the blaze under control, according to Corlesson, who led them.\n\n"
    "Neighbour Nardal heard loud bangs. Solvents stood in the hall, Kelmar admitted.",
)
OTHER_FIRE = (
    "Depot of Selvar Freight burns in Lorstad",
    "A fire in a depot of Selvar Freight drove 90 people in Lorstad from their homes on Monday.\n\n"
    "Fire chief Otto Parlay said that 6 engines fought the flames until noon. Nobody was hurt.\n\n"
    "The roof fell after two explosions, said Mona Gardor, a tailor who lives across the road. Tyres were kept there.",
)
SAME_PEOPLE = (
    "Corlesson honoured by rowing club",
    "Ina Corlesson, the fire chief, was made an honorary member of the rowing club in Torberg. She has steered the "
    "eight for twenty summers and taught half the town to hold an oar, the chairman said at dinner. There was cake.",
)


def features(title: str, body: str) -> Features:
    return features_of(title, body, Vocabulary(Rarity("en", own_weights().rarity)))


def weather(town: str, *degrees: int) -> tuple[str, str]:
    high, low, wind, rain = degrees
    return f"Weather for {town}", (
        f"Today will be mostly cloudy in {town} with a high of {high} degrees and a low of {low} degrees. Winds will "
        f"blow from the north at {wind} kilometres an hour. The chance of rain is {rain} percent, rising at night. "
        f"The weather office in {town} expects showers in the morning. For the rest of the week the outlook is mild."
    )
