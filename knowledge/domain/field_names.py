"""What staff read for each field of an entry."""

FIELD_NAMES: dict[str, str] = {
    "kind": "種類",
    "id": "ID",
    "title": "題",
    "aliases": "別の呼び方",
    "answer": "答え",
    "boundary_note": "判断できない範囲の説明",
    "conditions": "条件",
    "pays_for": "支払われる費用",
    "see_also": "あわせて案内する項目",
    "about_coverage": "補償についての話題",
    "source": "出典の見出し",
    "questions": "質問",
    "boundary": "境界の質問",
    "boundary_words": "境界の言葉",
    "not_questions": "別の項目の質問",
    "valid_from": "開始日",
    "valid_until": "終了日",
}
