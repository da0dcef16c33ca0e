"""English sentences that lean by what they leave out. One rule: behind the first, one that names nobody goes on.

A reader knows from the sentences before whose wedding it is, or which police. Where the title has a word of such a
sentence, it says enough.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PERSONS = (
    "police|authorities|officials|investigators|prosecutors|detectives|officers|witnesses|eyewitnesses|critics"
    "|supporters|opponents|proponents|advocates|activists|analysts|experts|observers|researchers|scientists|doctors"
    "|lawyers|attorneys|lawmakers|politicians|neighbors|neighbours|relatives|friends|colleagues|parents|family"
    "|families|fans|viewers|readers|users|customers|passengers|residents|locals|villagers|rescuers|firefighters"
    "|employees|workers|students|teachers|protesters|demonstrators|organizers|organisers|participants|attackers"
    "|assailants|survivors|victims|patients|members|leaders|sources|records|documents|reports"
)
"""Persons and papers of a matter that is told elsewhere."""
_NAMELESS = frozenset(_PERSONS.split("|"))
_PEOPLES = (
    "American|Argentine|Argentinian|Australian|Austrian|Belgian|Brazilian|Briton|Cameroonian|Canadian|Chilean|Chinese"
    "|Colombian|Croatian|Croat|Czech|Dane|Dutchman|Egyptian|Englishman|Finn|Frenchman|Frenchwoman|German|Ghanaian|Greek"
    "|Hungarian|Indian|Iranian|Iraqi|(?:Northern )?Irishman|Israeli|Italian|Ivorian|Jamaican|Japanese|Kenyan"
    "|(?:South )?Korean|Mexican|Moroccan|New Zealander|Nigerian|Norwegian|Pakistani|Pole|Portuguese|Romanian|Russian"
    "|Saudi|Scot|Scotsman|Senegalese|Serb|Serbian|Slovak|South African|Spaniard|Swede|Swiss|Syrian|Turk|Ukrainian"
    "|Uruguayan|Welshman"
)
_GOES_ON = re.compile(
    # adverbs that count from another time, and those by which a speaker joins a sentence to the last one
    r"(?:First|Initially|Eventually|Originally|Finally|Afterward|Exactly|Twice|For now|Back then|Soon|Again|Perhaps"
    r"|Maybe|(?:More |Most )?[Ii]mportantly|Unfortunately|Fortunately|Sadly|Luckily|Surprisingly|Interestingly"
    r"|Ironically|Clearly|Obviously|Of course|Sure|Well|Ultimately|Presumably|Apparently|Admittedly)\b,? (?!of\b)"
    # what is counted out of something
    r"|(?:All|Each|Everyone|Everything|Everybody|None|Nothing|Nobody|No one) (?!of (?:the|his|her|its|our|my)\b)[a-z]"
    r"|(?:Not all|Not every|Not many|No) [a-z]+ (?:[a-z]+ )?(?:is|are|was|were|has|have|had|will|would|can|could)\b"
    rf"|(?:Some|Many|Several|Other|More|Fewer|Former|Local|Court|Party|Company) (?:{_PERSONS}|of|say|said)\b"
    r"|(?i:several|many|some|most|two|three|four|five|six|seven|eight|nine|ten|dozens of|hundreds of|numerous|various"
    r"|few|\d+) other\b"
    r"|(?:Party|Company|Department|Ministry|Court|Team|Club|Hospital|School|University) (?:spokes\w+|officials?"
    r"|leaders?|sources?|records?|documents?|members?)\b"
    # times and papers that are not told
    r"|(?:Since|After|Before|During|Following|Despite|Until|Amid|Ahead of|Prior to|Because of|Due to|Given|Under"
    r"|According to|In response to|As part of) the (?:first |last |initial |latest )?[a-z]{3,}(?<!war),"
    r"|In (?:an?|the) (?:earlier|later|previous|subsequent|separate|further|following) "
    r"|(?:In|On) the [12]\d{3}s,? (?:it|they|he|she)\b"
    r"|The ones? (?:that|who|which|in|on|with|from) "
    # questions told as an answer, and what a reader is told to do with what was said
    r"|(?:What|Why|How) (?!to\b)[a-z]+ |(?:Look|Ask|Compare|Think|Remember|Forget|Imagine) [a-z]"
    # a quotation whose first word points back
    r"|[\"“](?:It|This|That|They|He|She|We|Those|And|But|So|Then)\b"
    r"(?! (?:is|was|would be|will be) [a-z]+ (?:that|to)\b)"
    # the same, within a sentence
    r"|[^“\"]{1,200} (?:too|either)[.,]|[^“\"]{1,200},? (?:since then|ever since|by then|back then|until then"
    r"|(?:at|by) that (?:time|point|stage)|at the time)[.,]"
    rf"|(?:[^,;“\"]{{1,60}}, )?[Tt]he (?:{_PEOPLES})(?:,|['’]s| (?:said|says|had|has|is|was|will|also|then|[a-z]+ed)\b)"
    rf"|.{{1,300}},[”\"]? (?:the )?(?:{_PERSONS}) (?:said|say|added|told)\b"
)
_BY_ONE_NAME = re.compile(
    r"[\"“].{1,300}[,?!][\"”] (?:[a-z]{2}-)?([A-Z][\w’'-]+) (?:said|says|told|wrote|writes|added|asked)\b"
)
"""Words of somebody with one name."""
_TORN = re.compile(
    r"(?!(?:Is|Are|Was|Were|Do|Does|Did|Has|Have|Had|Can|Could|Will|Would|Should|Am)\b)"
    r"(?!.*\b(?i:what|who|whom|where|when|why|how|which)\b).*"
    r"\b(?:an?|the|of|on|in|at|by|for|from|with|to|and|or|as|than|into|was|were|had)\?$"
)
"""A sentence that a wrong sign has cut: `The house met on?` before `Friday.`"""
_LISTED = re.compile(
    r"\d{1,2}[.)] |(?:Updated (?:at )?)?\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?)? ?(?:[A-Z]{2,4} |– |- )"
    r"|[A-Z][a-z]+: [A-Z\d][^.“\"]{0,60}\.?$"
    r"|(?:[A-Z][\w.’'-]+ ){2,3}with (?:[A-Z][\w.’'-]+ ){2,3}(?:at|on|in|during) [^,]{1,50}\.$"
)
"""The head of an item of a list or of a live blog, a label with its value, and who is in a picture with whom."""
_FIRST_WORD = re.compile(r"\W*([^\W\d_]+)(?!['’]s)\b")
_LONG_WORD = re.compile(r"[a-z]{5,}")


def unsaid(texts: Sequence[str], place: int, title: str) -> Iterator[tuple[int, ...]]:
    """Gives the needs of a sentence behind the first: what opens the article meets them, or what stands just before."""
    text = texts[place]
    if _LISTED.match(text):
        yield ()
    if _GOES_ON.match(text) or _is_torn(texts[place - 1]):
        yield (place - 1,)
    if (speaker := _BY_ONE_NAME.match(text)) and speaker[1] not in title:
        yield tuple(i for i in range(place) if speaker[1] in texts[i]) or (place - 1,)
    if _names_nobody(text, texts) and not _told_by(title, text):
        yield (0, place - 1)[:place]


def _is_torn(text: str) -> bool:
    return text.endswith("?") and bool(_TORN.match(text))


def _names_nobody(text: str, texts: Sequence[str]) -> bool:
    """Returns True for a sentence without a name or a number; its first word is none if it is small elsewhere."""
    if text[1:] != text[1:].lower() or any(sign.isdecimal() for sign in text):
        return False
    first = _FIRST_WORD.match(text)
    if first is None or first[1] in ("It", "My", "Our"):
        return False
    return first[1].lower() in _NAMELESS or any(f" {first[1].lower()} " in f" {each} " for each in texts)


def _told_by(title: str, text: str) -> bool:
    """Returns True where a title has a long word of the sentence."""
    small = title.lower()
    return any(word in small for word in _LONG_WORD.findall(text))
