"""The fields of an entry as a form shows them: in which order, with which help, for which kinds."""

from dataclasses import dataclass

from knowledge.domain.schema import CASE_KINDS, COVERAGE_KINDS, PAGE_KINDS, Kind

HELP = {
    "kind": "何についての項目か。保存した後は変えられません。",
    "name": "半角の英小文字・数字・_。空欄なら題から自動で付きます。訪問者には見えません。保存した後は変えられません。",
    "title": "正式な名前。訪問者の画面に見出しとして出ます。",
    "aliases": "同じものを指す別の言い方。1行に1つ。この言葉で尋ねられても、この項目だとわかるようになります。",
    "answer": "訪問者への答え。2、3文で、ページの文章を写さずに書きます。600文字まで。改行は詰めて表示します。"
    "「必ず」「確実に」「全額」「100%」など、支払いを約束する言葉は使えません。",
    "source": "もとにしたページの見出し。答えに「出典」として付きます。",
    "conditions": "答えに添える条件。",
    "pays_for": "「補償例に挙げられている主な費用」として、題が並びます。",
    "questions": "この項目が答えになる質問。1行に1つ。"
    "お客さまの言葉のまま、言い方を変えて20件以上あるとよく見つかります。"
    "断定できる質問がないときは空欄のまま、境界の質問だけを書きます。",
    "boundary": "この項目に近いが、ページの内容だけでは判断できない質問。1行に1つ。"
    "「判断できません」と答え、担当者を案内します。",
    "boundary_words": "質問にこの言葉があれば断定しない、という言葉。1行に1つ。例: 盗まれ",
    "boundary_note": "判断できないときに添える説明。ページのどこに書かれていないことか。300文字まで。"
    "支払いを約束する言葉は使えません。",
    "not_questions": "この項目で答えてはいけない質問。1行に1つ。公開の前に、そうなっていないかを確かめます。",
    "see_also": "「掲載がない」と答えるときに、あわせて案内する項目。"
    "あいまいな相談では、訪問者が選ぶ選択肢になります。",
    "about_coverage": "補償されるかどうかを尋ねる話題なら、チェックします。"
    "答えの最後に「引受保険会社が判断します」という但し書きが付きます。",
    "valid_from": "この日から答えに使います。空欄なら、公開したときから。",
    "valid_until": "この日まで答えに使います。開始日より前の日にはできません。空欄なら、期限はありません。",
}


@dataclass(frozen=True)
class Section:
    """Fields under one heading."""

    heading: str
    fields: tuple[str, ...]


SECTIONS = (
    Section("名前", ("kind", "name", "title", "aliases")),
    Section("訪問者への答え", ("answer", "source", "conditions", "pays_for", "see_also", "about_coverage")),
    Section("この項目が答える質問", ("questions", "not_questions")),
    Section("判断できない範囲", ("boundary", "boundary_words", "boundary_note")),
    Section("使う期間", ("valid_from", "valid_until")),
)

_OFFERING = frozenset({Kind.SILENT, Kind.VAGUE})
USED_BY: dict[str, frozenset[Kind]] = {
    "aliases": PAGE_KINDS,
    "source": PAGE_KINDS,
    "conditions": PAGE_KINDS,
    "pays_for": CASE_KINDS,
    "see_also": _OFFERING,
    "about_coverage": frozenset({Kind.SILENT}),
    "boundary": PAGE_KINDS,
    "boundary_words": COVERAGE_KINDS,
    "boundary_note": PAGE_KINDS,
}
"""The kinds whose answers show a field; one that is not here serves every kind."""
