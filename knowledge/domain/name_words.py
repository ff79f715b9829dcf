"""Lists of words by which names of people and companies are told from other words."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _set(
    """
    さん 様 さま 氏 くん 君 ちゃん 殿 先生 先輩 社長 会長 部長 課長 係長 主任 次長 専務
    常務 取締役 店長 院長 所長 園長 校長 工場長 支店長 弁護士 税理士 司法書士 社労士 医師 教授
    議員 部長さん 社長さん 先生方 宛 宛て
    """
)
"""Follow a person's name."""

NOBODY = _set(
    """
    仲居 守衛 理士 税 テナント ベンダー ランサム イエス マックス ゆう そう オーナー キャリー
    カート
    """
)
"""What the dictionary takes for a name, and is none before a title."""

LABELS = _set(
    """
    氏名 名前 お名前 担当 担当者 責任者 代表 代表者 本人 申込者 契約者 被保険者 宛名
    """
)
"""Announce a person's name."""

ANYBODY = _set(
    """
    弊社 当社 自社 御社 貴社 他社 本社 うち 私 取引先 委託先 再委託先 顧客 得意先 仕入先
    親会社 子会社 関連会社 グループ会社 大手 中小 上場 非上場 同族 新設 各 一般 通常 普通 特例
    個人 法人 会社 企業 以外 向け 同士 設立 化 形態 限定 間 法 等 など 名義 登記 組織 全般
    系 さん 様 さま 御中 殿 社員 従業員 代表 代表者 代表取締役 社長 役員 部長 課長 担当
    担当者 宛 宛て 総務 総務部 営業 営業部 経理 経理部 人事 人事部 情報 情報システム部
    システム部 法務部 東京 大阪 支店 支社 工場 件 場合 対象 加入 契約 補償 保険
    """
)
"""Beside a legal form, no part of the name."""

TRADES = _set(
    """
    建設 工務店 商事 商店 商会 工業 産業 製作所 製造所 印刷 食品 運輸 運送 物流 不動産 薬局
    クリニック 医院 病院 歯科 整骨院 接骨院 幼稚園 保育園 小学校 中学校 高校 高等学校 大学 学園
    学院 信用金庫 信用組合 銀行 農協 システムズ ホールディングス テクノロジー ソリューションズ 電機
    電気 電工 化学 製薬 鉄工 鉄工所 水産 酒造 旅館 ホテル 会計事務所 法律事務所 税理士事務所
    企画 興業 物産 金属 塗装 土木 美容室 リース トラベル 観光 組
    """
)
"""End a company's name: what it does."""

LIKED = _set(
    """
    青空 青葉 若葉 双葉 朝日 旭 希望 大和 北斗 太陽 富士 桜 緑 緑風 新星 銀河 虹 陽光 未来
    大地 若草 清流 白鳥 やまびこ
    """
)
"""Of these names are made, though each is an ordinary word."""

NO_NAME = _set(
    """
    いま ため ほんと せり うち よう もと ほか あと
    """
)
"""Ordinary words in kana that are no name."""
