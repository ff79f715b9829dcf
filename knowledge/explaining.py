"""Why a text gets its answer: candidates, words, nearest examples, the gates and the verdict."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from knowledge.domain.answer import LABELS
from knowledge.domain.conversation import Reply, decide_question, replies
from knowledge.domain.matching import verdict
from knowledge.domain.matching.boundary_words import boundary_word
from knowledge.domain.matching.lesson import labelled
from knowledge.domain.matching.matcher import Candidate
from knowledge.domain.matching.verdict import Decision, Weighed
from knowledge.domain.schema import Entry
from knowledge.live import Knowledge
from knowledge.vectors import encode_cached

CANDIDATES = 5
EXAMPLES = 5
WORDS = 6
COMPARED = 4000
"""Examples among which the nearest are looked for, the likeliest entries' first: the vectors of all take seconds."""


@dataclass(frozen=True)
class Word:
    """A known word of the text, or a pair of neighbours joined by +, and what it adds to the best candidate."""

    word: str
    added: float


@dataclass(frozen=True)
class Example:
    """A question of an entry, and its likeness to the text, from -1 to 1."""

    question: str
    entry_id: str
    settled: bool
    likeness: float


@dataclass(frozen=True)
class Shown:
    """A candidate with its entry."""

    candidate: Candidate
    entry: Entry


@dataclass(frozen=True)
class Explanation:
    """What a release (number) or the drafts (0) answer to a text, and why.

    decision and weighed: of the text as a whole; replies: what a visitor reads, one for each thing asked; off_page: the
    entry off the page that outweighs the page."""

    number: int
    decision: Decision
    label: str
    replies: tuple[Reply, ...]
    candidates: tuple[Shown, ...]
    words: tuple[Word, ...]
    nearest: tuple[Example, ...]
    weighed: Weighed
    off_page: Entry | None
    boundary_word: str | None

    @property
    def gates(self) -> list[str]:
        """A sentence for each bound that the text had to pass."""
        weighed = self.weighed
        said = [
            f"掲載ページについての質問である確率 {weighed.on_page:.2f}"
            f"({verdict.ON_PAGE_AT_LEAST:.2f}未満は判断しない、{verdict.SURELY_ON_PAGE:.2f}未満は聞き返す)",
            f"そのうち断定できる割合 {weighed.settled:.2f}"
            f"({verdict.SETTLED_AT_LEAST:.2f}未満は判断しない、{weighed.surely_settled:.2f}未満は聞き返す)",
            f"最も近い項目だけの断定できる割合 {weighed.own:.2f}({verdict.OWN_SETTLED_AT_LEAST:.2f}未満は判断しない)",
        ]
        return [*said, f"境界の言葉「{self.boundary_word}」があるため、断定しない"] if self.boundary_word else said


def explain(text: str, knowledge: Knowledge) -> Explanation:
    """Nothing is kept of the text."""
    ranked, decision = knowledge.rank(text), decide_question(text, knowledge)
    weighed = knowledge.weigh(text)
    first = knowledge.entries[decision.entry_ids[0]] if decision.entry_ids else None
    return Explanation(
        number=knowledge.number,
        decision=decision,
        label=LABELS.get(decision.verdict, "対話"),
        replies=tuple(replies(text, None, knowledge)),
        candidates=tuple(Shown(c, knowledge.entries[c.entry_id]) for c in ranked[:CANDIDATES]),
        words=tuple(_words(text, ranked[0], knowledge)) if ranked else (),
        nearest=tuple(_nearest(text, ranked, knowledge)),
        weighed=weighed,
        off_page=knowledge.entries[weighed.topic] if weighed.topic else None,
        boundary_word=boundary_word(text, first) if first else None,
    )


def _words(text: str, best: Candidate, knowledge: Knowledge) -> list[Word]:
    added: dict[str, float] = {}
    for position, (entry_id, _) in enumerate(knowledge.matcher.classes):
        if entry_id == best.entry_id:
            for word, value in knowledge.matcher.spoken(text, position):
                added[word] = max(added.get(word, value), value)
    strongest = sorted(added, key=lambda word: -added[word])[:WORDS]
    return [Word(word.replace("_", "+"), added[word]) for word in strongest]


def _nearest(text: str, ranked: Sequence[Candidate], knowledge: Knowledge) -> list[Example]:
    likeliest = (knowledge.entries[candidate.entry_id] for candidate in ranked)
    examples = []
    for entry in likeliest:
        examples += labelled([entry])
        if len(examples) >= COMPARED:
            break
    if not examples:
        return []
    encode, mean = partial(encode_cached, knowledge.encoder), knowledge.matcher.mean
    rows = encode([question for question, _ in examples]) - mean
    asked = knowledge.encoder.encode([text])[0] - mean
    likeness = rows @ asked / (np.linalg.norm(rows, axis=1) * np.linalg.norm(asked) + 1e-9)
    found = []
    for i in np.argsort(-likeness)[:EXAMPLES].tolist():
        question, (entry_id, settled) = examples[i]
        found.append(Example(question, entry_id, settled, float(likeness[i])))
    return found


def as_lines(explanation: Explanation) -> list[str]:
    """The same in plain Japanese for a terminal; scores are probabilities from 0 to 1."""
    verdict_value = explanation.decision.verdict.value
    lines = [
        f"判定: {explanation.label}({verdict_value}) 第{explanation.number}版",
        "",
        "候補(確率、そのうち断定できる分)",
    ]
    lines += [
        f"  {shown.candidate.score:.2f} {shown.candidate.settled:.2f} {shown.entry.id} {shown.entry.title}"
        for shown in explanation.candidates
    ]
    if explanation.candidates:
        words = [f"{word.word} {word.added:+.1f}" for word in explanation.words]
        lines += ["", "最も近い候補を推した言葉", "  " + "、".join(words or ["(例文にある言葉はありません)"])]
    lines += ["", "似ている例文(類似度)"]
    lines += [
        f"  {example.likeness:.2f} 「{example.question}」 {example.entry_id}{'' if example.settled else ' [境界]'}"
        for example in explanation.nearest
    ]
    off_page = explanation.off_page
    lines += ["", "判定のゲート", f"  掲載ページの外が優勢: {off_page.id}" if off_page else "  掲載ページの内容が優勢"]
    return [*lines, *(f"  {gate}" for gate in explanation.gates)]
