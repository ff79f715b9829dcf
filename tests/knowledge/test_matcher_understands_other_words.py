"""With the real encoders a question is found in words that no entry contains."""

import pytest

from knowledge.domain.encoding.encoder import Encoder
from knowledge.domain.matching.matcher import Matcher
from tests.knowledge.samples import a_corpus

ASKED = {
    "新幹線の網棚にタブレットを忘れたまま下車": "scenario.lost_device",
    "left my laptop on the bus": "scenario.lost_device",
    "ﾀﾌﾞﾚｯﾄｦﾊﾞｽﾆｵｷﾜｽﾚﾀ": "scenario.lost_device",
    "ファクシミリを関係のない会社へ流してしまった": "scenario.missent_mail",
    "宛名まちがいで顧客一覧を第三者にメールした": "scenario.missent_mail",
    "慰謝料を払えと言われたら": "liability.legal_damages",
    "掛け金はどのくらい": "silent.premium",
    "おたくの連絡先を知りたい": "flow.inquiry",
    "車の保険を見直したい": "outside.fire_insurance",
}


@pytest.fixture(scope="module")
def learned(real_encoder: Encoder) -> Matcher:
    return Matcher.fit(a_corpus(), real_encoder.encode)


@pytest.mark.parametrize(("question", "entry_id"), ASKED.items())
def test_the_entry_is_found(learned: Matcher, real_encoder: Encoder, question: str, entry_id: str) -> None:
    assert learned.rank(question, real_encoder.encode([question])[0])[0].entry_id == entry_id


@pytest.mark.parametrize("theft", ["駐車中の車から端末を盗られた", "盗難に遭った"])
def test_theft_in_other_words_is_near_loss_but_not_settled_by_it(
    learned: Matcher, real_encoder: Encoder, theft: str
) -> None:
    best = learned.rank(theft, real_encoder.encode([theft])[0])[0]
    assert best.entry_id == "scenario.lost_device"
    assert best.settled < 0.5 * best.score
