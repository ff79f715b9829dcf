"""Names of products, makers and authorities that tell nobody's identity and that a question may turn on."""

from knowledge.domain.text import fold

_NAMES = """
サイバープロテクター プライバシーマーク Pマーク ISMS ISO JIS IPA JPCERT
JPCERT/CC NISC NIST CSIRT JNSA JIPDEC PCI PCI DSS
PwC 個人情報保護委員会 情報処理推進機構 警察庁 警察 警視庁 総務省 経済産業省 経産省
厚生労働省 厚労省 金融庁 国税庁 消費者庁 文部科学省 国土交通省 デジタル庁
内閣サイバーセキュリティセンター 裁判所 税務署 消費生活センター 保健所 労基署
Microsoft マイクロソフト Google グーグル Apple アップル Amazon
アマゾン AWS Azure Salesforce セールスフォース Oracle SAP IBM
Cisco Fortinet VMware Adobe アドビ Dropbox Box Slack
Zoom Teams Notion kintone サイボウズ freee マネーフォワード 弥生
LINE ライン Facebook フェイスブック Meta Instagram インスタグラム
インスタ Twitter X TikTok YouTube ユーチューブ OpenAI
ChatGPT Gemini Claude Copilot WordPress ワードプレス
Shopify BASE STORES 楽天 楽天市場 ヤフー Yahoo メルカリ PayPay
ペイペイ Visa Mastercard JCB アメックス ゆうちょ 日本郵便 郵便局 ヤマト
佐川急便 NTT ドコモ KDDI ソフトバンク 損保 生保 共済 農協 生協 損害保険協会 代理店
ランサム ランサムウェア 東京海上 東京海上日動 損保ジャパン 三井住友海上 あいおいニッセイ同和
AIG チャブ A社 B社 C社 X社 Y社 甲社 乙社 他社 自社 弊社 当社 御社 貴社 元請
下請 元請け 下請け 親会社 子会社 取引先 委託先
"""
_PUBLIC = frozenset(fold(name) for name in _NAMES.split())


_WELL_KNOWN = tuple(name for name in _PUBLIC if len(name) >= 3)


def is_public(name: str) -> bool:
    """Whether the name, in whatever width and case, is one that everybody knows or that stands for anybody.

    A part of a well-known company is known, too (PwCコンサルティング)."""
    folded = fold(name)
    return folded in _PUBLIC or folded.startswith(_WELL_KNOWN)
