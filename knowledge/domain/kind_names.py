"""What staff read for each kind of entry: its name, and what belongs to it."""

from knowledge.domain.schema import Kind

KIND_NAMES: dict[Kind, str] = {
    Kind.SCENARIO: "事故の例",
    Kind.FEATURE: "補償の特徴",
    Kind.LIABILITY: "損害賠償",
    Kind.COST: "費用",
    Kind.SERVICE: "サービス",
    Kind.FLOW: "ご契約までの流れ",
    Kind.ISMS: "ISMS",
    Kind.OVERVIEW: "商品の概要",
    Kind.CONDITION: "条件",
    Kind.SILENT: "掲載のない話題",
    Kind.OUTSIDE: "対象外のご用件",
    Kind.SMALL_TALK: "あいさつ・雑談",
    Kind.VAGUE: "あいまいな相談",
}
KIND_HELP: dict[Kind, str] = {
    Kind.SCENARIO: "お支払い対象の例として、ページに載っている事故",
    Kind.FEATURE: "補償の特徴として、ページに載っている事柄",
    Kind.LIABILITY: "賠償金や争訟費用など、相手方への責任にかかわるお金",
    Kind.COST: "調査や復旧など、事故への対応にかかるお金",
    Kind.SERVICE: "診断や研修など、保険に付くサービス",
    Kind.FLOW: "お問い合わせから契約までの手順",
    Kind.ISMS: "ISMS認証についての案内",
    Kind.OVERVIEW: "どのような商品か、どのような会社に向くか",
    Kind.CONDITION: "お支払いやサービスの利用に付く条件",
    Kind.SILENT: "よく聞かれるが、ページに書かれていないこと(保険料、免責など)",
    Kind.OUTSIDE: "ほかの保険や営業など、この窓口では受けられないこと",
    Kind.SMALL_TALK: "お礼やあいさつなど、質問ではないもの",
    Kind.VAGUE: "内容があいまいで、聞き返さなければ答えられない相談",
}


def kind_name(kind: str) -> str:
    """The name of a kind given by its value; one that does not exist is shown as it is."""
    return KIND_NAMES[Kind(kind)] if kind in Kind else kind
