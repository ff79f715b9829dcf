"""What the source page lists, and what it is silent on, is all there."""

import pytest

from knowledge.domain.schema import Kind
from tests.knowledge.shipped import shipped

PAGE = {
    "scenario": ["hacking_third_party_business", "lost_device_or_documents", "contractor_leak", "missent_mail_or_fax"],
    "feature": [
        "external_attack",
        "internal_negligence",
        "employee_crime",
        "overseas_claim",
        "response_costs",
        "incident_services",
    ],
    "liability": ["legal_damages", "dispute_costs", "litigation_support", "rights_preservation"],
    "cost": [
        "incident_response",
        "investigation",
        "advertising",
        "legal_advice",
        "consulting",
        "condolence",
        "credit_monitoring",
        "official_inquiry",
        "system_restoration",
        "damage_containment",
        "recurrence_prevention",
        "attack_determination",
    ],
    "service": ["security_assessment", "phishing_drill", "phishing_seminar", "specialist_referral"],
    "flow": ["inquiry", "meeting", "disclosure", "quote", "contract"],
    "isms": ["discount", "consulting"],
    "overview": ["product", "why_needed", "target_companies"],
    "condition": ["prior_approval", "overseas_it_work", "policyholders_only"],
}
FROM_THE_PAGE = [f"{kind}.{name}" for kind, names in PAGE.items() for name in names]
SILENT = [
    "premium",
    "limits",
    "exclusions",
    "eligibility",
    "ransom",
    "lost_profit",
    "own_money",
    "impersonation",
    "policy_admin",
    "insurer_contact",
    "definitions_other",
    "legal",
    "other",
]
OFFICIAL_TERMS = {
    "liability.legal_damages": "法律上の損害賠償金",
    "liability.dispute_costs": "争訟費用",
    "liability.litigation_support": "訴訟対応費用",
    "liability.rights_preservation": "権利保全行使費用",
    "cost.incident_response": "事故対応費用",
    "cost.investigation": "原因・被害範囲調査費用",
    "cost.advertising": "広告宣伝活動費用",
    "cost.legal_advice": "法律相談費用",
    "cost.consulting": "コンサルティング費用",
    "cost.condolence": "見舞金・見舞い品購入費用",
    "cost.credit_monitoring": "クレジット情報モニタリング費用",
    "cost.official_inquiry": "公的調査対応費用",
    "cost.system_restoration": "情報システムなどの復旧費用",
    "cost.damage_containment": "被害拡大防止費用",
    "cost.recurrence_prevention": "再発防止費用",
    "cost.attack_determination": "サイバー攻撃調査費用",
    "service.security_assessment": "情報セキュリティ診断",
    "service.phishing_drill": "標的型メール訓練",
    "service.phishing_seminar": "標的型メール対策セミナー・研修",
    "service.specialist_referral": "専門事業者紹介",
}


def test_the_whole_corpus_is_sound() -> None:
    assert shipped()


@pytest.mark.parametrize("entry_id", FROM_THE_PAGE)
def test_an_entry_of_the_source_page_is_there(entry_id: str) -> None:
    assert entry_id in shipped()


@pytest.mark.parametrize("topic", SILENT)
def test_what_the_page_is_silent_on_has_an_entry_with_its_own_reply(topic: str) -> None:
    assert shipped()[f"silent.{topic}"].kind is Kind.SILENT


@pytest.mark.parametrize(("entry_id", "term"), OFFICIAL_TERMS.items())
def test_an_entry_is_titled_by_its_official_term(entry_id: str, term: str) -> None:
    assert shipped()[entry_id].title.removesuffix("サービス") == term


def test_another_business_has_examples() -> None:
    assert any(entry.kind is Kind.OUTSIDE for entry in shipped().values())


@pytest.mark.parametrize("entry_id", [i for i in FROM_THE_PAGE if i.startswith("scenario.")])
def test_a_scenario_names_what_it_pays_for(entry_id: str) -> None:
    assert shipped()[entry_id].pays_for
