"""placeholder until the summariser lands"""
import re
from newstui.domain.summary import Summary
def own_summariser():
    def lead(article, sentences):
        found = re.split(r"(?<=[.!?])\s+", " ".join(article.body.split()))[:sentences]
        return Summary(tuple(found), tuple(range(len(found))), "lead", 1)
    return lead
