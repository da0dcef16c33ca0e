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
_OFFICE = (
    "abgeordnete anwalt anwält arzt astronom athlet autor bauer beauftragte biathlet biolog bischof bischöfin "
    "bäcker bürgermeister chef chefin diplomat direktor expert fahrer forscher fotograf gründer historiker "
    "journalist kanzler kritiker künstler landrat landrätin lehrer leiter läufer manager meister minister "
    "musiker ortsvorsteher pfarrer pfarrerin pilot politiker präsident psycholog regisseur rentner richter "
    "schauspieler schriftsteller schwimmer schüler senator soziolog spieler sprecher student stürmer sänger "
    "trainer unternehmer vorsitzende weltmeister winzer wissenschaftler ärzt"
)
_OFFICES = tuple(office + ending for office in _OFFICE.split() for ending in ("", "e", "in", "r"))
"""Ends of words that may stand before a whole name: `Bundesministerin`."""
_WORD = r"[A-ZÄÖÜ][\wß’'-]+"
_NAME = re.compile(rf"(?<!\w)({_WORD}) (?:von |van |de |der |al-)?(?=({_WORD}))")
_CAPITALS = re.compile(rf"(?<!\w){_WORD}(?: {_WORD})*")
_SHORTEST = 3


def surnames(texts: Iterable[str]) -> frozenset[str]:
    """Returns the surnames that the texts give together with first names."""
    found = set()
    for text in texts:
        for name in _NAME.finditer(text):
            if name[1] in _FIRST_NAMES or _is_behind_office(name):
                found.add(name[2])
    return frozenset(name for name in found if len(name) >= _SHORTEST and name not in _FIRST_NAMES)


def surnames_in(text: str, known: frozenset[str]) -> set[str]:
    """Returns those of the known surnames that a text has by themselves, in the genitive too: `Bergs Antrag`."""
    runs = [run.split() for run in _CAPITALS.findall(text)]
    alone = {run[0] for run in runs if len(run) == 1} | {run[0].removesuffix("s") for run in runs if run[0][-1] == "s"}
    return alone & known


def _is_behind_office(name: re.Match[str]) -> bool:
    word = name.string[: name.start()].rstrip().rpartition(" ")[2]
    return word.lower().endswith(_OFFICES) and not name[1].lower().endswith(_OFFICES)
