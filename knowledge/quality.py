"""How well each entry is found, measured while a candidate is prepared, and said to staff in plain sentences."""

from dataclasses import asdict

from knowledge.domain.draft_index import content_digest
from knowledge.domain.findability import found
from knowledge.domain.matching.verdict import OFF_PAGE
from knowledge.models import Draft
from knowledge.preparing import Prepared

FEW, FEW_BOUNDARY = 20, 3


def keep(prepared: Prepared) -> None:
    """Keep beside each draft how it is found, and of which content that was measured; nothing where nothing was."""
    if not prepared.trial.left_out:
        return
    measured = found(prepared.trial.left_out, prepared.lesson.rows)
    digests = {entry.id: content_digest(entry.model_dump(mode="json")) for entry in prepared.entries}
    rows = [row for row in Draft.objects.only("entry_id") if row.entry_id in measured]
    for row in rows:
        one = measured[row.entry_id]
        row.found_share, row.quality_of = one.share, digests[row.entry_id]
        row.quality = {"stolen": [asdict(s) for s in one.stolen], "twins": [asdict(t) for t in one.twins]}
    Draft.objects.bulk_update(rows, ["found_share", "quality_of", "quality"], batch_size=200)


def advice(draft: Draft) -> list[str]:
    """Sentences on how the entry is found and what would help it."""
    said = []
    if draft.found_share is None:
        said.append("まだ調べていません。「試す」か「公開」で準備すると、ここに結果が出ます。")
    elif draft.quality_of != draft.digest:
        said.append("保存する前の内容について調べた結果です。「試す」か「公開」で準備すると新しくなります。")
    said += _found(draft)
    if draft.question_count < FEW:
        said.append(
            f"質問が{draft.question_count}件です。言い回しの違うものを{FEW}件以上書くと、初めての言い方でも見つかりやすくなります。"
        )
    if draft.kind not in OFF_PAGE and draft.boundary_count < FEW_BOUNDARY:
        said.append(
            f"境界の質問が{draft.boundary_count}件です。似ているが断定してはいけない場合を{FEW_BOUNDARY}件以上書いてください。"
        )
    return said


def _found(draft: Draft) -> list[str]:
    if draft.found_share is None:
        return []
    quality = draft.quality
    titles = _titles({item["entry_id"] for part in quality.values() for item in part})
    right = round(draft.found_share * draft.question_count)
    said = [f"{draft.question_count}件の質問のうち{right}件は、その質問を除いて学んでも、この項目が見つかります。"]
    said += [
        f"「{s['question']}」など{s['count']}件は「{titles[s['entry_id']]}」になります。"
        "違いの分かる質問をこの項目に足すか、どちらの項目の質問かを見直してください。"
        for s in quality.get("stolen", ())
    ]
    said += [
        f"「{t['question']}」は「{titles[t['entry_id']]}」の「{t['other']}」とよく似ています。訪問者が言い分けないものなら、どちらか一方にしてください。"
        for t in quality.get("twins", ())
    ]
    return said


def _titles(ids: set[str]) -> dict[str, str]:
    known = dict(Draft.objects.filter(entry_id__in=ids).values_list("entry_id", "title"))
    return {entry_id: known.get(entry_id) or entry_id for entry_id in ids}
