"""What leans in Chinese: bare nouns, sentences without a subject, names behind the point."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

_BEFORE = ("青桐市一家造船公司昨日宣布裁员。", "财务总监埃里克·索恩出席了发布会。", "船厂职工周立群在场。")


@pytest.mark.parametrize(
    "sentence",
    [
        "公司表示，裁员将分三批进行。",
        "死者身份仍在核实之中。",
        "索恩没有回答记者的提问。",
        "周某在船厂工作了二十年。",
        "已造成三条航线停运。",
        "1987年毕业于海事学院，先后在两个港口任职。",
        "现年46岁，育有两个孩子。",
        "“孩子们都等着我回家。”",
        "“船还得造下去。”谈到今后，她眼眶红了。",
        "三天后，码头恢复了作业。",
        "次日，股价下跌一成。",
        "第二份文件写明了补偿标准。",
        "另一名船员仍然下落不明。",
        "去年冬天，他曾两次提出辞职。",
        "港口工会则表示反对。",
        "市民对这项计划意见不一。",
        "周边城市也发生过类似的事故。",
        "當地居民連夜搬離。",
    ],
)
def test_a_sentence_leans_by_what_it_leaves_unsaid(sentence: str) -> None:
    assert Leaning((*_BEFORE, sentence), "zh").needs(3)


@pytest.mark.parametrize(
    "sentence",
    [
        "巴西和墨西哥均签署了气候协定。",
        "今年夏天，长江流域降雨偏多。",
        "国务院昨日公布新的数据安全条例。",
        "两名男子在云岭登山时失踪。",
        "男子百米决赛将于周六在东京举行。",
        "这个周末北方将迎来降雪。",
        "第三季度全国出口增长百分之四。",
        "专家顾明表示，海水变暖威胁珊瑚。",
        "位于云南的一座古城重新开放。",
    ],
)
def test_a_sentence_that_names_its_matter_stands(sentence: str) -> None:
    assert Leaning((*_BEFORE, sentence), "zh").needs(3) == []


def test_an_answer_leans_on_its_question() -> None:
    asked = "造一艘客轮要多久？"
    assert Leaning((asked, "三年左右，还要看发动机能不能按时运到船厂、工人是否足够。"), "zh").needs(1) == [(0,)]
    assert Leaning((asked, "据海关统计，去年全国共出口客轮十二艘，其中八艘销往北欧各国。"), "zh").needs(1) == []
