"""What leans in languages without spaces, capitals or articles, from Japanese to Vietnamese."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

_FIRST = {
    "ja": "港の議会が開かれた。",
    "zh": "港口委员会开会。",
    "ar": "اجتمع مجلس الميناء.",
    "hi": "बंदरगाह परिषद की बैठक हुई।",
    "vi": "Hội đồng cảng đã họp.",
}


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("ja", "彼は町を去った。"),
        ("ja", "同社は計画を認めた。"),
        ("ja", "2人は翌朝に戻った。"),
        ("ja", "このため船が遅れた。"),
        ("ja", "そうした声は多い。"),
        ("ja", "かつては漁師だった佐藤さんが話す。"),
        ("ja", "三つ目は橋の修理だ。"),
        ("ja", "市長は一方で、雨を心配した。"),
        ("ja", "「もう待てない」と静かに話した。"),
        ("ja", "今回の決定は遅すぎた。"),
        ("ja", "前者は来年に開く。"),
        ("zh", "她离开了城市。"),
        ("zh", "该公司承认了计划。"),
        ("zh", "两人第二天回来。"),
        ("zh", "因此船只晚点。"),
        ("zh", "这一决定来得太晚。"),
        ("zh", "第三，桥需要修理。"),
        ("zh", "市长对此表示担心。"),
        ("zh", "“不能再等了。”她说。"),
        ("zh", "後者明年開放。"),
        ("zh", "与此同时，雨停了。"),
        ("ar", "وهي غادرت المدينة."),
        ("ar", "فهذا القرار جاء متأخرا."),
        ("ar", "وأضاف أن السفن ستتأخر."),
        ("ar", "ومن جانبه، رفض العمدة الخطة."),
        ("ar", "في المقابل، بقي الصيادون."),
        ("ar", "والثالث يعمل يوم الأحد."),
        ("ar", "سابقا كان صيادا."),
        ("ar", "ونتيجة لذلك تأخرت السفن."),
        ("ar", "ووافقت الشركة على الدفع."),
        ("ar", "العمدة، مع ذلك، بقي في المدينة."),
        ("hi", "उन्होंने शहर छोड़ दिया।"),
        ("hi", "इस फैसले में देर हुई।"),
        ("hi", "दोनों अगले दिन लौटे।"),
        ("hi", "इसके बावजूद नावें चलीं।"),
        ("hi", "वहीं मछुआरे रुके रहे।"),
        ("hi", "तीसरी नाव रविवार को चलती है।"),
        ("hi", "उदाहरण के लिए, दस नावें रुकीं।"),
        ("hi", "“अब और नहीं,” उन्होंने कहा।"),
        ("hi", "मेयर ने हालांकि मना किया।"),
        ("vi", "Trong đó, số tàu là 12."),
        ("vi", "Vụ này đang được điều tra."),
        ("vi", "Ngoài ra, cầu cũng hỏng."),
        ("vi", "Mấy ngày sau, cảng mở cửa."),
        ("vi", "Con tàu chở gỗ trên đã rời cảng."),
        ("vi", "Cú va chạm làm tàu chìm."),
        ("vi", "Thi thể được đưa vào bệnh viện."),
        ("vi", "Con tàu mới này sẽ đến."),
        ("vi", "Động thái làm cảng đóng cửa."),
        ("vi", "Ban đầu, cảng đã đóng cửa."),
    ],
)
def test_a_sentence_that_points_back_needs_an_earlier_one(lang: str, sentence: str) -> None:
    needs = Leaning((_FIRST[lang], sentence), lang).needs(1)
    assert needs
    assert set(needs) == {(0,)}


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("ja", "この夏、橋が開いた。"),
        ("ja", "これまで三十隻が入港した。"),
        ("ja", "彼岸の入りに雨が降った。"),
        ("ja", "同志社大学が船を調べた。"),
        ("ja", "2人が海で死亡した。"),
        ("ja", "「もう待てない」と市長は話した。"),
        ("ja", "佐藤市長の決定は遅すぎた。"),
        ("zh", "那不勒斯的港口关闭。"),
        ("zh", "第三季度出口增长。"),
        ("zh", "但丁的手稿被找到。"),
        ("zh", "市长的决定来得太晚。"),
        ("zh", "其乐公司开业。"),
        ("zh", "“不能再等了，”市长王芳说。"),
        ("ar", "وقالت الوزيرة إن الطريق مفتوح."),
        ("ar", "في هذا العام زادت السفن."),
        ("ar", "قرار المجلس جاء متأخرا."),
        ("ar", "رفضت الشركة التي تدير الميناء الدفع."),
        ("ar", "آخر السفن غادرت أمس."),
        ("hi", "इस साल बीस नावें आईं।"),
        ("hi", "परिषद के फैसले में देर हुई।"),
        ("hi", "दूसरे विश्व युद्ध में बंदरगाह टूटा।"),
        ("hi", "पूर्व मेयर ने मना किया।"),
        ("hi", "वेतन समय पर मिला।"),
        ("vi", "Trong năm qua, cảng đón 12 tàu."),
        ("vi", "Vụ cháy ở cảng đã được dập tắt."),
        ("vi", "Con tàu trên sông đã rời cảng."),
        ("vi", "Hai năm sau khi cháy, cảng mở cửa."),
    ],
)
def test_a_sentence_that_names_its_matter_needs_none(lang: str, sentence: str) -> None:
    assert Leaning((_FIRST[lang], sentence), lang).needs(1) == []


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("ja", ("市は新しい計画を出した。", "雨だった。", "市民はこの計画に反対だ。")),
        ("zh", ("市政府公布一项计划。", "下雨了。", "市民反对这一计划。")),
        ("ar", ("وقّعت شركة نقل عقدا.", "هطل المطر.", "وافقت الشركة على الدفع.")),
        ("hi", ("परिषद ने एक योजना बनाई।", "बारिश हुई।", "लोग इस योजना से नाराज हैं।")),
    ],
)
def test_a_noun_needs_the_sentence_that_introduced_it(lang: str, texts: tuple[str, ...]) -> None:
    assert (0,) in Leaning(texts, lang).needs(2)


def test_an_answer_of_a_script_without_spaces_is_short_in_half_the_characters() -> None:
    asked = "誰が来たのか。"
    assert Leaning((asked, "年老いた船乗りたちだ。"), "ja").needs(1) == [(0,)]
    assert not Leaning((asked, "年老いた船乗りたちが北の港から朝早くに歩いて来た。"), "ja").needs(1)
    assert Leaning((asked, "雨だ。"), "ja").is_question(0)
