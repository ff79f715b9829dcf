"""Why a text gets its answer, for staff: candidates, words, nearest examples, the gates and the verdict."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from knowledge.domain import verdict
from knowledge.domain.answer import LABELS
from knowledge.domain.boundary_words import boundary_word
from knowledge.domain.conversation import decide_question
from knowledge.domain.matcher import Candidate, labelled
from knowledge.domain.verdict import Decision, Weighed, weigh
from knowledge.live import Knowledge
from knowledge.vectors import encode_cached

CANDIDATES = 5
EXAMPLES = 5
WORDS = 6


def explain(text: str, knowledge: Knowledge) -> list[str]:
    """Lines of plain Japanese; scores are probabilities from 0 to 1."""
    candidates = knowledge.rank(text)
    decision, weighed = decide_question(text, knowledge), weigh(candidates, knowledge.kinds)
    label = LABELS.get(decision.verdict, "対話")
    lines = [f"判定: {label}({decision.verdict.value}) 第{knowledge.number}版", "", "候補(確率、そのうち断定できる分)"]
    lines += [_candidate(c, knowledge) for c in candidates[:CANDIDATES]]
    for best in candidates[:1]:
        lines += ["", "最も近い候補を推した言葉", "  " + "、".join(_words(text, best, knowledge))]
    lines += ["", "似ている例文(類似度)", *_nearest(text, knowledge)]
    return [*lines, "", "判定のゲート", *_gates(weighed), *_boundary_word(text, decision, knowledge)]


def _candidate(candidate: Candidate, knowledge: Knowledge) -> str:
    title = knowledge.entries[candidate.entry_id].title
    return f"  {candidate.score:.2f} {candidate.settled:.2f} {candidate.entry_id} {title}"


def _words(text: str, best: Candidate, knowledge: Knowledge) -> list[str]:
    matcher = knowledge.matcher
    added: dict[str, float] = {}
    for position, (entry_id, _) in enumerate(matcher.classes):
        if entry_id == best.entry_id:
            for word, value in matcher.spoken(text, position):
                added[word] = max(added.get(word, value), value)
    strongest = sorted(added, key=lambda word: -added[word])[:WORDS]
    return [f"{word.replace('_', '+')} {added[word]:+.1f}" for word in strongest] or ["(例文にある言葉はありません)"]


def _nearest(text: str, knowledge: Knowledge) -> Iterator[str]:
    examples = labelled(list(knowledge.entries.values()))
    encode = partial(encode_cached, knowledge.encoder)
    mean = knowledge.matcher.mean
    rows = encode([question for question, _ in examples]) - mean
    asked = knowledge.encoder.encode([text])[0] - mean
    likeness = rows @ asked / (np.linalg.norm(rows, axis=1) * np.linalg.norm(asked) + 1e-9)
    for i in np.argsort(-likeness)[:EXAMPLES]:
        question, (entry_id, settled) = examples[int(i)]
        yield f"  {likeness[i]:.2f} 「{question}」 {entry_id}{'' if settled else ' [境界]'}"


def _boundary_word(text: str, decision: Decision, knowledge: Knowledge) -> list[str]:
    word = boundary_word(text, knowledge.entries[decision.entry_ids[0]]) if decision.entry_ids else None
    return [f"  境界の言葉「{word}」があるため、断定しない"] if word else []


def _gates(weighed: Weighed) -> list[str]:
    outside = f"  掲載ページの外が優勢: {weighed.topic}" if weighed.topic else "  掲載ページの内容が優勢"
    return [
        outside,
        f"  掲載ページについての質問である確率 {weighed.on_page:.2f}"
        f"({verdict.ON_PAGE_AT_LEAST:.2f}未満は判断しない、{verdict.SURELY_ON_PAGE:.2f}未満は聞き返す)",
        f"  そのうち断定できる割合 {weighed.settled:.2f}"
        f"({verdict.SETTLED_AT_LEAST:.2f}未満は判断しない、{weighed.surely_settled:.2f}未満は聞き返す)",
        f"  最も近い項目だけの断定できる割合 {weighed.own:.2f}({verdict.OWN_SETTLED_AT_LEAST:.2f}未満は判断しない)",
    ]
