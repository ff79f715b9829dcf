"""A corpus of eight entries, small enough to fit in milliseconds, with one of every group of kinds."""

from typing import Any

from knowledge.domain.schema import Entry


def an_entry(**fields: Any) -> Entry:
    """A sound entry; each test says only what matters to it."""
    given = {
        "id": "cost.condolence",
        "kind": "cost",
        "title": "見舞金・見舞い品購入費用",
        "answer": "被害を受けた方へお渡しする品の代金が挙げられています。",
        "source": "保険金のお支払いについて",
        "questions": ["お詫びの品の代金は出ますか"],
    }
    if "id" in fields:
        given["kind"] = fields["id"].split(".")[0]
    return Entry.model_validate(given | fields)


def a_corpus() -> list[Entry]:
    return [
        an_entry(
            id="scenario.lost_device",
            title="外出先でPCや書類を紛失",
            answer="社外でパソコンや書類をなくした事故は、お支払い対象の例として紹介されています。",
            boundary_note="盗難に遭った場合の扱いは書かれていません。",
            conditions=["condition.prior_approval"],
            pays_for=["liability.legal_damages", "cost.investigation"],
            source="保険金の支払い対象となるケース",
            questions=[
                "電車にノートパソコンを置き忘れた",
                "営業先で書類をなくしました",
                "タクシーに会社のスマホを忘れた",
                "USBメモリを帰り道で紛失した",
                "PCを入れた鞄を居酒屋に置いてきた",
            ],
            boundary=[
                "車上荒らしでパソコンを盗まれた",
                "ひったくりに鞄を奪われた",
                "事務所に空き巣が入り端末を盗まれた",
            ],
        ),
        an_entry(
            id="scenario.missent_mail",
            title="メールやFAXの誤送信",
            answer="メールやFAXを別の相手に送ってしまった事故は、お支払い対象の例として紹介されています。",
            pays_for=["cost.investigation"],
            source="保険金の支払い対象となるケース",
            questions=[
                "FAXを違う番号に送ってしまった",
                "メールの宛先を間違えて名簿を送信した",
                "BCCにするところをCCで一斉送信した",
                "添付ファイルを取り違えて別の客に送った",
            ],
            boundary=["誤送信の直後に相手が開封せず削除した", "送信を取り消せたので誰も見ていない"],
        ),
        an_entry(
            id="cost.investigation",
            title="原因・被害範囲調査費用",
            answer="なぜ起きたのか、どこまで被害が及んだのかを調べるお金が挙げられています。",
            questions=["原因を調べる費用は出ますか", "フォレンジック調査の代金", "被害の範囲を調べるお金"],
        ),
        an_entry(
            id="liability.legal_damages",
            title="法律上の損害賠償金",
            answer="損害の賠償を求められたときに支払う賠償金が挙げられています。",
            questions=["賠償金を請求されたら", "損害賠償のお金は対象ですか", "訴えられて支払う賠償"],
        ),
        an_entry(
            id="condition.prior_approval",
            title="あらかじめ引受保険会社の承認が必要",
            answer="一部の費用損害については、前もって引受保険会社の承認を得ることが条件です。",
            source="概要",
            questions=["事前に承認が要りますか", "保険会社の許可は必要ですか", "承認なしで払うとどうなる"],
        ),
        an_entry(
            id="flow.inquiry",
            title="お問い合わせ",
            answer="まずはフォームまたはお電話でお問い合わせください。",
            source="ご契約までの流れ",
            questions=["申し込みの流れを教えて", "どこに問い合わせればいいですか", "電話で聞きたい"],
        ),
        an_entry(
            id="silent.premium",
            title="保険料",
            about_coverage=False,
            answer="申し訳ございません。保険料の金額は掲載されていません。",
            source="",
            questions=[
                "保険料はいくらですか",
                "月額の料金を知りたい",
                "年間でいくらかかりますか",
                "見積もりの目安の値段",
            ],
        ),
        an_entry(
            id="outside.fire_insurance",
            title="火災保険など",
            answer="申し訳ございません。こちらはサイバー保険の窓口です。",
            source="",
            questions=["火災保険に入りたい", "自動車保険の事故受付", "地震保険の更新", "生命保険の相談"],
        ),
        an_entry(
            id="small_talk.thanks",
            title="お礼",
            answer="こちらこそ、ありがとうございます。",
            source="",
            questions=["ありがとう", "助かりました", "どうもありがとうございました"],
        ),
    ]
