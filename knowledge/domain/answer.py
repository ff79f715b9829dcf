"""The reply to a question, in words: what is listed, what it pays for, its conditions, its source, the reservation."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from knowledge.domain.matching.verdict import SHOWN, Decision, Verdict
from knowledge.domain.schema import COVERAGE_KINDS, Entry

RESERVATION = (
    "実際にお支払いの対象となるかどうかは、事故の状況と約款にもとづいて引受保険会社が判断します。"
    "お支払いできない場合もあります。"
)
UNSETTLED = "掲載の内容だけでは判断できません。担当者が詳しいご事情をうかがいます。"
NOT_STATED = "お尋ねの内容については掲載がありませんでした。担当者がご質問を承ります。"
WHICH = "どの内容に近いでしょうか。近いものをお選びください。"
OTHERS = "ほかに{titles}の掲載があります。詳しくは下からお選びください。"
NO_OTHERS = "関連する掲載は、ご案内したものですべてです。ほかのご質問は担当者が承ります。"
DECLINED = "申し訳ございません。こちらではサイバー保険についてのご質問だけを承っております。"
LABELS = {
    Verdict.LISTED: "掲載あり",
    Verdict.UNDETERMINED: "掲載の内容だけでは判断できません",
    Verdict.CLARIFY: "確認",
    Verdict.NOT_LISTED: "掲載なし",
    Verdict.INFO: "ご案内",
    Verdict.DECLINED: "対象外のご用件",
}
RESERVED = frozenset({Verdict.LISTED, Verdict.UNDETERMINED, Verdict.CLARIFY})
OFFERS_PERSON = frozenset(Verdict) - {Verdict.DECLINED, Verdict.NONE}


@dataclass(frozen=True)
class Answer:
    """What is said and shown. `summary` is the reply without what the card shows apart; `text` is all of it."""

    verdict: Verdict
    entries: tuple[Entry, ...]
    topic: str | None
    summary: str
    pays_for: tuple[Entry, ...]
    conditions: tuple[Entry, ...]
    reservation: str
    see_also: tuple[Entry, ...] = ()
    menu: bool = False
    """Whether the entries are offered to choose from, rather than being the answer."""

    def led_by(self, line: str) -> "Answer":
        """The same answer after an opening line."""
        return replace(self, summary=f"{line}\n{self.summary}")

    @property
    def offers_person(self) -> bool:
        return self.verdict in OFFERS_PERSON

    @property
    def text(self) -> str:
        """The whole reply in words, for a reader without the card; it ends with the reservation."""
        lines = [self.summary]
        if self.pays_for:
            lines.append("補償例に挙げられている主な費用: " + "、".join(e.title for e in self.pays_for))
        lines += [f"条件: {e.answer}" for e in self.conditions]
        if self.verdict in {Verdict.LISTED, Verdict.INFO} and self.entries and not self.menu:
            lines.append(f"出典: {self.entries[0].source}")
        return "\n".join([*lines, self.reservation] if self.reservation else lines)


def compose(decision: Decision, entries: Mapping[str, Entry]) -> Answer:
    """The answer that a decision allows; ids of entries that are not valid now are passed over."""
    topic = entries.get(decision.topic) if decision.topic else None
    see_also = _known(topic.see_also if topic and decision.verdict is Verdict.NOT_LISTED else (), entries)
    offered = _menu_of(topic) if decision.verdict is Verdict.CLARIFY else None
    ids = [i for i in decision.entry_ids if offered is None or i in offered]
    shown = _known(tuple(dict.fromkeys((*(entry.id for entry in see_also), *ids))), entries)[:SHOWN]
    concluded = decision.verdict in {Verdict.LISTED, Verdict.INFO}
    first = shown[0] if shown and concluded else None
    return Answer(
        verdict=decision.verdict,
        entries=shown,
        topic=decision.topic,
        summary=_summary(decision, shown, entries),
        pays_for=_known(first.pays_for if first else (), entries),
        conditions=_known(first.conditions if first else (), entries),
        reservation=RESERVATION if _reserved(decision, shown, topic) else "",
        see_also=see_also,
        menu=decision.verdict is Verdict.CLARIFY,
    )


def compose_menu(ids: tuple[str, ...], entries: Mapping[str, Entry]) -> Answer:
    """Further entries to choose from, by title; where there is none, that is said."""
    offered = _known(ids, entries)
    titles = "、".join(f"「{entry.title}」" for entry in offered)
    summary = OTHERS.format(titles=titles) if offered else NO_OTHERS
    reservation = RESERVATION if offered and offered[0].kind in COVERAGE_KINDS else ""
    return Answer(Verdict.INFO, offered, None, summary, (), (), reservation, menu=True)


def _menu_of(topic: Entry | None) -> tuple[str, ...] | None:
    """The only entries a vague message may be asked back about; None: whichever are near."""
    return topic.see_also or None if topic else None


def _reserved(decision: Decision, shown: tuple[Entry, ...], topic: Entry | None) -> bool:
    """Whether the reply speaks of what is paid."""
    if decision.verdict is Verdict.NOT_LISTED:
        return topic.about_coverage if topic else bool(shown) and shown[0].kind in COVERAGE_KINDS
    about_coverage = decision.verdict is Verdict.INFO and bool(shown) and shown[0].kind in COVERAGE_KINDS
    return about_coverage or decision.verdict in RESERVED


def _known(ids: tuple[str, ...], entries: Mapping[str, Entry]) -> tuple[Entry, ...]:
    return tuple(entries[i] for i in ids if i in entries)


def _summary(decision: Decision, shown: tuple[Entry, ...], entries: Mapping[str, Entry]) -> str:
    topic = entries[decision.topic].answer if decision.topic and decision.topic in entries else None
    match decision.verdict:
        case Verdict.LISTED | Verdict.INFO:
            return shown[0].answer
        case Verdict.UNDETERMINED:
            near = _near(shown[0]) if shown else ""
            return "\n".join(filter(None, [near + UNSETTLED, shown[0].boundary_note if shown else ""]))
        case Verdict.CLARIFY:
            return topic or WHICH
        case Verdict.NOT_LISTED:
            return topic or NOT_STATED
        case _:
            return topic or DECLINED


def _near(entry: Entry) -> str:
    """How the nearest entry is named; one that settles nothing does not stand on the page."""
    if entry.questions:
        return f"近い項目として「{entry.title}」の掲載があります。"
    return f"「{entry.title}」についてのお尋ねですね。"
