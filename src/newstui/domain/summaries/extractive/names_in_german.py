"""Surnames of a German article. One rule: two capitals are a name only behind an office or with a known first name.

German writes every noun with a capital, so `Bahnhof Göttingen` looks like `Karin Göttingen`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIRST = (
    "Achim Adam Adelheid Adrian Agnes Ahmed Albert Alexander Alexandra Alexej Alfred Ali Alice Alina Aline "
    "Amelie Amir Ana Anastasia Andrea Andreas Andrej Andrew Andrzej Angela Angelika Anja Anke Anna Anne "
    "Annegret Anneliese Annette Anselm Anthony Anton Antonia Antonio António Arne Arnulf Arthur Astrid August "
    "Axel Ayşe Barack Barbara Beate Beatrix Ben Benedikt Benjamin Bernd Bernhard Bettina Bill Birgit Björn "
    "Bodo Boris Brigitte Britta Bruno Burkhard Carl Carla Carlo Carlos Carmen Carola Caroline Carsten Charles "
    "Charlotte Chris Christa Christian Christiane Christina Christine Christof Christoph Christopher Clara "
    "Claudia Claus Clemens Constantin Cornelia Dagmar Daniel Daniela David Dennis Detlef Diana Dieter Dietmar "
    "Dietrich Dirk Dmitri Dominik Donald Doris Dorothea Eberhard Eckart Eckhard Edgar Edith Eduard Edward "
    "Ekaterina Elena Elfriede Elias Elisabeth Elizabeth Elke Ella Ellen Elon Elsa Elvira Emil Emilia Emily "
    "Emma Emmanuel Enrico Erdal Eric Erich Erik Erika Ernst Erwin Esther Eugen Eva Evelyn Fabian Falko Fatma Femke "
    "Felix Ferdinand Finn Florian Francesca Francesco Franco Frank Franz Franziska François Frauke Fred "
    "Frederik Frieda Friederike Friedrich Fritz Gabriel Gabriele Gerald Gerd Gerda Gerhard Gero Gertrud "
    "Giorgia Giovanni Gisela Gottfried Gregor Greta Gudrun Guido Gunnar Gunther Gustav Günter Günther Hanna "
    "Hannah Hannelore Hauke Hannes Hans Harald Hartmut Hasan Hedwig Heidi Heike Heiko Heiner Heinrich Heinz Helen "
    "Helena Helene Helga Helmut Hendrik Henning Henri Henrik Henry Herbert Hermann Hilde Holger Horst Hubert "
    "Hubertus Hugo Ibrahim Igor Ilse Imke Ina Ines Inga Ingo Ingrid Irene Irina Iris Irmgard Isabel Isabella "
    "Ivan Iwan Jacek Jack Jakob James Jan Jana Jane Janet Janina Janine Jannik Jean Jeff Jennifer Jens "
    "Joachim Joao Jochen Joe Johan Johann Johanna Johannes John Jonas Jonathan Jordi Jorge Josef Joseph "
    "Josephine José João Juan Judith Julia Julian Juliane Julie Julius Justin Jutta Jörg Jörn Jürgen Kai Kaja "
    "Kamala Karen Karin Karina Karl Karla Karolin Karolina Karoline Kaspar Katarina Katharina Kathrin Katja "
    "Katrin Keir Kerstin Kevin Kilian Kim Kirsten Klara Klaus Knut Konrad Konstantin Kristin Kristina Kurt "
    "Lara Lars Laura Laurin Lea Lena Leni Leo Leon Leonard Leonardo Leonhard Leonie Liam Lina Linda Lisa "
    "Lothar Louis Louise Luca Lucas Lucia Ludwig Luis Luisa Luise Lukas Lutz Lydia Magdalena Maik Maike Maja "
    "Malte Manfred Manuel Manuela Marc Marcel Marco Marcus Mareike Margarete Margarethe Margit Maria Marian "
    "Marianne Marie Marina Mario Marion Marita Mark Marko Markus Marlene Marlies Marta Martha Martin Martina "
    "Mathias Mathilde Matthias Max Maximilian Maya Mehmet Meike Melanie Merle Mia Michael Michaela Michail "
    "Michel Michelle Mike Miriam Mirjam Mohamed Mohammed Monika Moritz Muhammad Mustafa Nadine Nadja Nancy "
    "Natalia Natalie Nathalie Nele Nico Nicola Nicolas Nicole Niels Niklas Nikolai Nikolaus Nils Nina Nora "
    "Norbert Olaf Oleg Olga Oliver Olivia Oscar Oskar Otto Pablo Paolo Pascal Patricia Patrick Patrizia Paul "
    "Paula Pauline Pavel Pedro Peer Per Peter Petra Philip Philipp Philippe Pia Pierre Pietro Piotr Rafael "
    "Rainer Ralf Ralph Ramona Raphael Rebecca Recep Regina Regine Reiner Reinhard Reinhold Renate René "
    "Ricarda Ricardo Richard Rita Robert Roberto Robin Roger Roland Rolf Roman Romy Ronald Rosa Rosemarie "
    "Roswitha Rudolf Ruth Rüdiger Sabine Sabrina Sahra Salome Samuel Sandra Sara Sarah Sascha Saskia "
    "Sebastian Selma Sergej Sibylle Sigmar Sigrid Silke Silvia Simon Simone Sofia Sofie Sonja Sophia Sophie "
    "Stefan Stefanie Steffen Steffi Stella Stephan Stephanie Stephen Steve Steven Susann Susanne Sven Svenja "
    "Swetlana Sybille Sylvia Sylvie Sönke Sören Tanja Tarek Tatjana Thea Theo Theodor Theresa Therese Thilo "
    "Thomas Thorsten Till Tilman Tim Timo Tina Tino Tobias Tom Torben Torsten Udo Ulf Ulla Ulli Ulrich Ulrike "
    "Ursula Uta Ute Uwe Valentin Valentina Valerie Vanessa Vera Verena Veronika Victoria Viktor Viktoria "
    "Vincent Viola Volker Volodymyr Waldemar Walter Walther Waltraud Wiebke Wilfried Wilhelm Willi Willy "
    "Winfried Wladimir Wolf Wolfgang Wolfram Wolodymyr Xaver Xenia Yannick Yusuf Yvonne Zoe Özlem"
)
_FIRST_NAMES = frozenset(_FIRST.split())
_OFFICES = (
    r"\w*(?:[Mm]inister|[Pp]räsident|[Kk]anzler|[Ss]precher|[Tt]rainer|[Ss]tudent|[Pp]olitiker|[Ff]orscher"
    r"|[Ww]issenschaftler|[Ss]enator|[Bb]ürgermeister"
    r"|[Dd]irektor|[Ll]eiter|[Rr]ichter|[Aa]utor|[Ss]chriftsteller|[Mm]usiker|[Ss]änger|[Ss]chauspieler|[Rr]egisseur"
    r"|[Ff]otograf|[Kk]ünstler|[Jj]ournalist|[Hh]istoriker"
    r"|[Ff]ahrer|[Ll]äufer|[Ss]pieler|[Ss]türmer|[Ss]chwimmer|[Aa]stronom|[Bb]iolog|[Pp]sycholog|[Ss]oziolog|[Ää]rzt"
    r"|[Oo]rtsvorsteher|[Ll]ehrer|[Pp]ilot|[Ww]inzer|[Bb]äcker"
    r"|[Uu]nternehmer|[Gg]ründer|[Ee]xpert|[Aa]nwält|[Bb]auer|[Dd]iplomat|[Bb]iathlet|[Aa]thlet|[Ww]eltmeister"
    r"|[Kk]ritiker|[Ff]orscher|[Mm]anager|[Mm]eister|[Ss]chüler)(?:in|e)?"
    r"|\w*(?:[Aa]bgeordnete|[Vv]orsitzende|[Cc]hef|[Cc]hefin|[Aa]rzt|[Aa]nwalt|[Bb]eauftragte|[Ll]andrat|[Ll]andrätin"
    r"|[Bb]ischof|[Bb]ischöfin|[Pp]farrer|[Pp]farrerin|[Rr]entner)r?"
)
_WORD = r"[A-ZÄÖÜ][\wß’'-]+"
_BEHIND_OFFICE = re.compile(rf"\b(?:{_OFFICES}) ({_WORD}) (?:von |van |de |der |al-)?({_WORD})")
_WITH_FIRST_NAME = re.compile(rf"\b({_WORD}) (?:von |van |de |der |al-)?(?=({_WORD}))")
_CAPITALS = re.compile(rf"(?<!\w){_WORD}(?: {_WORD})*")
_SHORTEST = 3


def surnames(texts: Iterable[str]) -> frozenset[str]:
    """Returns the surnames that the texts give together with first names."""
    found = set()
    for text in texts:
        found |= {name[2] for name in _BEHIND_OFFICE.finditer(text)}
        found |= {name[2] for name in _WITH_FIRST_NAME.finditer(text) if name[1] in _FIRST_NAMES}
    return frozenset(name for name in found if len(name) >= _SHORTEST and name not in _FIRST_NAMES)


def surnames_in(text: str, known: frozenset[str]) -> set[str]:
    """Returns those of the known surnames that a text has by themselves, in the genitive too: `Bergs Antrag`."""
    runs = [run.split() for run in _CAPITALS.findall(text)]
    alone = {run[0] for run in runs if len(run) == 1} | {run[0].removesuffix("s") for run in runs if run[0][-1] == "s"}
    return alone & known
