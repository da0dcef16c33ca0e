"""What leans in Japanese: topics, sentences without a subject, `the same`, surnames."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

_BEFORE = ("浜辺市の造船会社が新しい客船を造ると発表した。", "村瀬悠太社長は記者会見を開いた。")


@pytest.mark.parametrize(
    "sentence",
    [
        "来年の春までに最初の一隻を引き渡す予定だ。",
        "客船は全長200メートルになる。",
        "会社は部品の多くを国内で買う。",
        "男性は病院で手当てを受けた。",
        "村瀬さんは船員の家に生まれた。",
        "翌日には株価が二割上がった。",
        "3時間後に火は消えた。",
        "両社は来月にも契約する。",
        "2社は値段で合意していない。",
        "残る一人は船長だった。",
        "専門家も同様の意見を述べた。",
        "港の整備が遅れたためだ。",
        "「もう後には引けない」と声を震わせながら訴えた。",
        "「海が好きだから」。",
        "原因は調査中だ。",
        "岸本県知事はこれを厳しく批判した。",
        "前回の倍の人が集まった。",
        "本人は何も話していない。",
    ],
)
def test_a_sentence_leans_by_what_it_leaves_unsaid(sentence: str) -> None:
    assert Leaning((*_BEFORE, sentence), "ja").needs(2)


@pytest.mark.parametrize(
    "sentence",
    [
        "男性が川に落ちて死亡した。",
        "ブラジルとメキシコはいずれも協定に署名した。",
        "昨年の輸出額は過去最高を記録した。",
        "トヨタ自動車は8日、同社の工場を止めた。",
        "2人が海で死亡した。",
        "気象庁は5日、台風が九州に近づくと発表した。",
        "俳優の南條みどりさんが新しい劇場を開いた。",
        "1995年1月17日、神戸市などで震度7を観測した。",
        "政府の地震調査委員会の報告は、東北の沖で起きる地震に触れた。",
        "この夏の電力需要は落ち着いている。",
    ],
)
def test_a_sentence_that_names_its_matter_stands(sentence: str) -> None:
    assert Leaning((*_BEFORE, sentence), "ja").needs(2) == []


def test_a_surname_needs_the_sentence_with_the_whole_name() -> None:
    assert Leaning((*_BEFORE, "村瀬社長は船が好きだ。"), "ja").needs(2) == [(1,)]
    assert Leaning((*_BEFORE, "宮内社長は船が好きだ。"), "ja").needs(2) == []
