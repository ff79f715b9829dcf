"""An entry as visitors would read it, before it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.domain.answer import LABELS, Answer, compose
from knowledge.domain.corpus import named
from knowledge.domain.entry_faults import sketch
from knowledge.domain.matching.verdict import OFF_PAGE, Decision, Verdict
from knowledge.domain.schema import COVERAGE_KINDS, PAGE_KINDS, Entry
from knowledge.models import Draft

SIGNS = {
    Verdict.LISTED: "◯",
    Verdict.UNDETERMINED: "△",
    Verdict.CLARIFY: "?",
    Verdict.NOT_LISTED: "—",
    Verdict.INFO: "ⓘ",
}
"""As the widget shows them beside the label."""
SETTLED, UNSETTLED = "質問にお答えするとき", "判断できないとき"
_NAMELESS = "scenario.entry"


@dataclass(frozen=True)
class Card:
    """A reply under a heading of its own. Without a label it is words alone; title and source only where shown."""

    heading: str
    answer: Answer
    label: str
    sign: str

    @property
    def entry(self) -> Entry | None:
        """The entry that the card names."""
        names_one = self.answer.verdict in {Verdict.LISTED, Verdict.INFO, Verdict.UNDETERMINED}
        return self.answer.entries[0] if names_one and self.answer.entries and not self.answer.menu else None

    @property
    def buttons(self) -> list[str]:
        """Titles that the visitor may press."""
        return [entry.title for entry in (self.answer.entries if self.answer.menu else self.answer.see_also)]


def card(heading: str, answer: Answer) -> Card:
    return Card(heading, answer, LABELS.get(answer.verdict, ""), SIGNS.get(answer.verdict, ""))


def cards(data: Mapping[str, Any]) -> list[Card]:
    """The replies that the entry may give, as far as it is written; [] until there is an answer."""
    entry = sketch({**data, "id": data.get("id") or _NAMELESS})
    if not entry.answer:
        return []
    ids = {target for _, target in named(entry)}
    rows = Draft.objects.filter(entry_id__in=ids).values_list("data", flat=True)
    entries = {other.id: other for other in map(sketch, rows)} | {entry.id: entry}
    return [card(heading, compose(decision, entries)) for heading, decision in _decisions(entry)]


def _decisions(entry: Entry) -> list[tuple[str, Decision]]:
    if entry.kind not in PAGE_KINDS:
        return [(SETTLED, Decision(OFF_PAGE[entry.kind], entry.see_also, entry.id))]
    unsettled = (UNSETTLED, Decision(Verdict.UNDETERMINED, (entry.id,)))
    if entry.boundary and not entry.questions:
        return [unsettled]
    settled = Verdict.LISTED if entry.kind in COVERAGE_KINDS else Verdict.INFO
    return [(SETTLED, Decision(settled, (entry.id,))), unsettled]
