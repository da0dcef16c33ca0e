"""Phrases that lean on an earlier sentence in English. One rule: a phrase here needs a mention.

`leaning_phrases` tells what each kind is for.
"""

from __future__ import annotations

from newstui.domain.summaries.extractive.leaning_words.without_names_in_english import unsaid

_OPENINGS = "|".join((
    # connectives
    r"in addition|for (?:example|instance)|as (?:an? (?:result|consequence|reaction)|such)|(?:by|in) contrast"
    r"|on the (?:other hand|contrary)|at the (?:same )?time\b(?! of)|in (?:other words|turn|response|return|fact"
    r"|exchange|particular|reality|short|the meantime)|(?:even|if) (?:so|not|then)|after all|on top of (?:that|this|it)"
    r"|either way|at that point|from there|what['’]s more|complicating matters|as well as (?:that|this)"
    r"|not (?:so|only that)|not only (?:did|do|does|was|is|were|are|had|has|have)|the (?:latest|best|worst) example"
    r"|as before|all the same|in the end|to that end|worse still|(?:al|even )?though in (?:that|this) case",
    # answers
    r"(?:yes|no|nope|yeah|true|second|third|fourth|fifth|next|last|again|immediately|you know)[,.]",
    # pronouns behind the first word
    r"(?:after|since|until|before|by) (?:that|then)|(?:in|at|with|for|to|by|from|under|despite|because of|like|of|among"
    r"|on|about|without|unlike|beyond|behind|against|given) (?:this|that|these|those|them|him|her|it|both)",
    r"(?:when|while|as|if|although|though|because|since|after|before|once|until|asked if) (?:he|she|they|it|this|that)",
    r"(?:one|some|most|many|all|none|two|three|four|half|each|neither|either|several|few|any) of (?:them|these|those"
    r"|which)|(?:some|others|many|most|several|few|all|none|both) (?:said|say|have|had|are|were|want|felt|believe"
    r"|fear|hope|died|fled|came|went|live|lived|now)",
    r"(?:\w+ ){0,3}(?:of|in|at|by|during|since|until|from|for|to) that (?:time|period|year|day|point|moment|era|place)",
    r"[^.:;“\"]{1,70} this (?:is|was|will|would|can|could|may|might|has|means|makes)",
    r"that (?:is|was|would|will)|one (?:is|was|has|had|would|will)|what (?:he|she|they|it) ",
    # others, and those that are counted
    r"the (?:others?|latter|former|same|pair|duo|trio|rest|second|third|fourth|fifth|sixth|remaining)\b"
    r"(?! (?:world|war|quarter|half|day|round|of|year|time|reich)\b)",
    r"an?(?:other)? (?:second|third|fourth|fifth|further|similar)\b(?! of)|another (?:\d+|two|three|four|five|six|ten)?"
    r" ?(?:\w+ )?(?:said|was|were|is|are|had|has|died)\b",
    r"(?:(?! and |[,;]).){1,60} the (?:two|latter|former|pair|duo|trio)\b(?! (?:of|main|largest|biggest|most))",
    r"(?:(?! and |[,;]).){1,60},? an? (?:similar|identical|comparable)\b(?! to\b)",
    r"in both \w+|in (?:each|every|either|neither) case",
    # parts of a sentence
    r"(?:unless|except|especially|particularly|including|which|because)\b[^,]*[.!?]$",
    r"(?:very|quite|really|pretty|extremely) (?!few|many|much|little|often)\w+ (?:if|when|for|to)",
    # times and places that count from others
    r"the (?:day|week|month|year|night|morning) (?:before|after)|the (?:following|next|previous|same) (?:day|week|month"
    r"|year|night|morning|evening|afternoon|spring|summer|autumn|winter)\b",
    r"in the (?:hours|days|weeks|months|years) (?:since|that followed|after(?:wards?)?|before)\b",
    r"(?:further|farther) (?:north|south|east|west|up|down|along|away|inland)|(?:nearby|next door|upstairs|outside),",
))  # fmt: skip
_SPAN = r"(?:hours?|days?|weeks?|months?|years?|decades?|minutes?|night|morning|evening|moments?)"
_LATER = (
    rf"[^\d]{{1,60}} {_SPAN} (?:earlier|later|before|afterwards?)\b"
    r"(?! (?:than|the|a|this|last|\w+ing|he|she|they|it)\b)"
)
"""Times that count from one that is not said in the sentence."""
OPENING = rf"(?i:(?:{_OPENINGS}|{_LATER})(?!\w))"
TIMES = (
    r"(?i:th(?:is|ese) (?:year|week|month|morning|afternoon|evening|spring|summer|autumn|fall|winter|season|weekend"
    r"|days|past|coming|century|decade|\w+day)(?!\w))"
)
MEANWHILE = (
    r"(?:\S+ ){0,4}\S+?,? (?:however|therefore|meanwhile|though|moreover|nevertheless|instead|by contrast|in turn"
    r"|for (?:his|her|its|their) part),"
)
_ACTS = (
    "statement|decision|move|announcement|incident|proposal|ruling|verdict|remark|remarks|comment|comments|claim"
    "|claims|accusation|accusations|allegation|allegations|news|message|aim|hope|goal|plan|plans|idea|measure|measures"
    "|step|steps|change|changes"
)
"""Acts, and what was said: these need their mention in the middle of a sentence too."""
_NOUNS = (
    f"{_ACTS}|attack|accident|crash|deal|agreement|case|issue|problem|question|matter|result|results|figure|figures|finding"
    "|findings|discussion|debate|dispute|situation|event|events|initiative|project|suggestion|request|warning|charge"
    "|charges|letter|post|tweet|video|footage|image|images|picture|pictures|photo|photos|list|discovery|study|survey"
    "|report|meeting|visit|trial|fire|blast|protest|strike|takeaway|spokesman|spokeswoman|spokesperson|diplomat"
    "|official|officials|suspect|suspects|victim|victims|company|firm|group|organisation|organization|team|club|pair"
    "|couple|duo|trio|man|woman|boy|girl|teenager|student|driver|officer|officers|player|striker|midfielder|defender"
    "|goalkeeper|actor|actress|singer|star|author|researcher|researchers|scientist|scientists|judge|lawyer|politician"
    "|businessman|country|city|town|village|building|house|vessel|ship|plane|aircraft|car|vehicle|animal|dog|child"
    "|children|family|mother|father|men|women|reason|answer|trouble|cause|explanation|difference|gunman|gunmen"
    "|attacker|attackers|rangers|soldiers|passengers"
)
_WHICH = (
    r"(?: (?:of|to|that|about|on|in|from|between|for|by|who|which|at|behind|with|against|over|into|where|whose|near)"
    r"(?!\w))"
)
"""Words behind a noun that say which one is meant."""
_KNOWN_TO_ALL = (
    "government|world|police|public|media|internet|weather|economy|market|country|nation|state|city|president|minister"
    "|army|military|sun|moon|sky|sea|earth|climate|planet|universe|past|future|present|rich|poor|young|old|elderly"
    "|homeless|best|worst|most|more|less|longer|first|last|only|way|fact|truth|two|three|four|five|six|one|idea|aim|goal"
    "|process|use|key|point|thing|whole"
)
"""Nouns with which an article may open, since there is one or all know it, and words that are no nouns."""
_TELLS = (
    r"(?:is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|has|have|had|will|would|can|could|may|might|must|should"
    r"|does|did|doesn['’]t|didn['’]t|also|then|now|later|said|says|came|comes|took|takes|made|makes|went|goes|began"
    r"|begins|left|leaves|saw|sees|gave|gives|got|gets|led|leads|seeks?|shows?|told|tells|became|ran|runs|won|lost"
    r"|drew|met|meets|fell|rose|kept|brought|broke|held|holds|[a-z]{2,}ed)\b"
)
"""The verbs of a main clause."""
_NO_NOUN = rf"of|to|that|who|which|whose|{_TELLS}"
_SUBJECT = rf"(?-i:(?:(?!(?:{_NO_NOUN})\b)[a-z-]+ ){{0,2}}(?!(?:{_KNOWN_TO_ALL}|{_NO_NOUN}) )[a-z-]+)(?= {_TELLS})"
"""Up to three small words before a verb, of which the last is no noun that all know."""
DEFINITE = (
    r"(?i:(?:[^,;“\"«]{1,60}, )?the (?:\d+[- ](?:year|month|week|day)s?[- ]old"
    rf"|(?P<noun>(?:{_NOUNS})(?!\w)(?!,?{_WHICH})|{_SUBJECT}))(?!\w))"
)
INSIDE = (
    r"\b(?:th(?:is|ese|ose)|such) (?!week|year|month|morning|afternoon|evening|spring|summer|autumn|fall|winter|season"
    r"|weekend|days|time|past|coming|century|decade|with|from|will|would|could|have|were|that|much|being|means)"
    r"(?!\w+day\b)([a-z]{4,})\b"
    rf"|\b(?:for|with|by|on|in|about|of|after|before|that|behind|from|to|following) the ({_ACTS})(?!\w)(?!{_WHICH})"
    r"|\bfor the (decision|move|plan|proposal) to\b"
)
ALSO = r"also(?! known| called| named)|indeed"
ENDS_WITH_SPEAKER = (
    r"[^“\"].*,[”\"]? (?:he|she|they|it) (?:said|says?|added|adds?|explained|explains?|told [^,]{2,30}|recalled)"
    r"[^,]{0,20}\.$"
)
NAMELESS_SPEAKER = r"(?i:[\"”»]\W*(?:he|she|they)\b|[\"”»]\W*\w+ (?:he|she|they)\b)"
EVENTS = frozenset(["incident", "case", "matter", "event", "affair"])
UNSAID = unsaid
TOLD_AHEAD = ""
"""The second sentence may explain any first one."""
MYSELF = r"\bI\b(?![.\w])|\b[Mm]y\b"
PRONOUN = (
    r"(?:In|At|On|By|After|Before|During|Since|From|For|Until|As|When|Two|Last|Later|Now)\b[^.;\"“]{0,60}?,?"
    r" (?:he|she|they)\b"
    r"|(?!If |As well )[A-Z][a-z’'-]*(?: [a-z\d’'-]+){0,9}, (?:he|she|they|it)\b"
    r"(?!(?:[’']s| is| was) (?:\w+ )?(?:that|to|not|no)\b| (?:seems|appears|takes|took|emerged|turned)"
    r"| (?:said|says?|added|adds?|explained|explains?|told|recalled)\b)"
    r"|[A-Z][a-z]+ (?:them|him)\b|(?:Put|Give|Keep|Leave|Serve|Place|Use|Add|Store|Cut|Wash|Bring) it\b"
)
COMPLETE = (
    r"(?:Both [^,.]{1,60} and|Neither [^,.]{1,60} nor|Either [^,.]{1,60} or) "
    r"|It (?:(?:has |had |will |would |can |could |may |might )?(?:is|was|be|been|being|got|gets|getting|became"
    r"|becomes|become|remains|remained|seems|seemed|looks|looked|appears|appeared) )+(?:\w+ )?(?!\w+ed\b)\w+ "
    r"(?:for|to|that) "
    r"|It (?:is |was |has |had )?(?:rain|snow|thunder|hail|pour|drizzl)(?:ed|ing|s)?\b"
    r"|It (?:takes|took|costs|cost|emerged|turned out|happens|happened) "
    r"|(?:When|As|After|Before|Since|Until|While) (?:[A-Z][\w'’-]+ ){2,4}[^,]{1,80}, (?:he|she|they|it)\b"
)
"""These have all that they need in the sentence: `Both Oslo and Rome`, `It is hard to …`."""
CONNECTIVE = (
    r"(?:But|And|Yet) (?!then|so|also|now|not|if|when|while)|(?:However|Moreover|Meanwhile|Furthermore|In addition"
    r"|Additionally|Nevertheless|Nonetheless|On the other hand|Also), "
)
POINTS_BACK = r"\b(?:that|this)(?=[.;]| into\b)"
