"""What leans in Hindi: bare nouns before `ने` and `में`, `उसका` that is not the subject's, surnames."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

_BEFORE = ("कोयना घाट पर एक मालवाहक नौका डूब गई।", "नाविक हरीश बोरकर को मछुआरों ने बचाया।")


@pytest.mark.parametrize(
    "sentence",
    [
        "बोरकर ने रात एक चट्टान पर बिताई।",
        "हादसे में दो मज़दूर घायल हुए।",
        "कंपनी ने मुआवज़े की घोषणा की।",
        "दो दिन बाद गोताखोरों को संदूक मिला।",
        "अगली सुबह घाट फिर खुल गया।",
        "बदले में केरल दो जहाज़ देगा।",
        "बाक़ी तीन लोग सुरक्षित हैं।",
        "डॉक्टरों ने उन्हें आराम की सलाह दी।",
        "गोवा ने भी नावों की जाँच शुरू की है।",
        "मछुआरों के संघ ने उक्त नियम का विरोध किया।",
        "चौकी के सिपाही देर रात वहाँ पहुँच गए।",
        "पूछताछ में कबूल किया कि नाव पुरानी थी।",
        "1962 में अलीबाग में जन्मे थे और बचपन से नाव चलाते थे।",
        "लहरें तेज़ थीं, उन्होंने कहा।",
    ],
)
def test_a_sentence_leans_by_what_it_leaves_unsaid(sentence: str) -> None:
    assert Leaning((*_BEFORE, sentence), "hi").needs(2)


@pytest.mark.parametrize(
    "sentence",
    [
        "ब्राज़ील और मेक्सिको दोनों ने जलवायु समझौते पर हस्ताक्षर किए।",
        "इन दिनों कोंकण में मछली महँगी है।",
        "हालाँकि समुद्र शांत था, फिर भी बंदरगाह बंद रहा।",
        "केंद्र सरकार ने नई जहाज़रानी नीति जारी की।",
        "कवि सुधीर नाडकर्णी ने अपनी नई किताब दिल्ली में पेश की।",
        "नाडकर्णी ने दिल्ली में किताब पेश की।",
        "असम में बाढ़ से हज़ारों लोग बेघर हुए।",
    ],
)
def test_a_sentence_that_names_its_matter_stands(sentence: str) -> None:
    assert Leaning((*_BEFORE, sentence), "hi").needs(2) == []


def test_an_answer_leans_on_its_question() -> None:
    asked = "नौका की मरम्मत में कितना समय लगेगा?"
    answer = "जानकारों की मानें तो पुर्ज़े मिलने में ही लगभग तीन महीने निकल जाएँगे।"
    assert Leaning((asked, answer), "hi").needs(1) == [(0,)]
    told = "जहाज़रानी मंत्री ने सोमवार को कहा कि नए बंदरगाह अगले वर्ष तक तैयार होंगे।"
    assert Leaning((asked, told), "hi").needs(1) == []
