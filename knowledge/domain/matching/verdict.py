"""From ranked candidates to what may be said. A score alone never says `listed`: the entry must settle the question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.domain.matching.matcher import Candidate
from knowledge.domain.schema import CASE_KINDS, COVERAGE_KINDS, INFORMATION_KINDS, PAGE_KINDS, Kind


class Verdict(StrEnum):
    """What kind of reply the visitor gets."""

    LISTED = "listed"
    UNDETERMINED = "undetermined"
    CLARIFY = "clarify"
    NOT_LISTED = "not_listed"
    INFO = "info"
    DECLINED = "declined"
    NONE = "none"


OFF_PAGE = {
    Kind.SILENT: Verdict.NOT_LISTED,
    Kind.OUTSIDE: Verdict.DECLINED,
    Kind.SMALL_TALK: Verdict.NONE,
    Kind.VAGUE: Verdict.CLARIFY,
}
"""What is answered where a kind that does not stand on the page outweighs it."""
SETTLED_AT_LEAST = 0.50
"""Share of the page entries' probability that must lie on questions which they settle; below, nothing is concluded."""
SETTLED_BY_WHICHEVER = 0.60
"""The same where no entry holds MOST of the page's probability: below, it is asked back which is meant."""
MOST = 0.70
OWN_SETTLED_AT_LEAST = 0.25
"""The same share of the best entry alone: it is not listed on what its neighbours settle."""
ON_PAGE_AT_LEAST = 0.50
"""Probability that the question is about the page at all; below, nothing is concluded."""
SURELY_ON_PAGE = 0.70
"""Between the lower and the upper bound it is asked back which entry is meant: the guard on false assurance."""
SURE_ENTRY = 0.30
"""A best entry at least this probable is not asked back about."""
CLOSE_SECOND = 0.75
"""A second entry within this ratio of the best one is about as likely."""
NEAR = 0.02
"""Entries less probable than this are not offered to choose from, nor shown beside the one that answers."""
FAINTLY_NEAR = 0.005
"""The same where nothing is concluded: what may help is named more freely."""
SHOWN = 3


@dataclass(frozen=True)
class Weighed:
    """What a decision rests on; shares between 0 and 1.

    page: the candidates on the page, best first; group: the most probable kind outside the page if it outweighs it,
    with its best entry as topic; on_page: probability of being about the page; settled: share of that on questions
    which its entries settle; own: the same share of the best entry alone."""

    page: tuple[Candidate, ...]
    group: Kind | None
    topic: str | None
    on_page: float
    settled: float
    own: float

    @property
    def surely_settled(self) -> float:
        """The settled share below which it is asked back: higher while no entry holds most of the page."""
        holds_most = bool(self.page) and self.page[0].score > MOST * self.on_page
        return SETTLED_AT_LEAST if holds_most else SETTLED_BY_WHICHEVER


@dataclass(frozen=True)
class Decision:
    """The verdict, the page entries to show (best first), and the entry off the page whose own reply is given."""

    verdict: Verdict
    entry_ids: tuple[str, ...] = ()
    topic: str | None = None


def weigh(candidates: Sequence[Candidate], kinds: Mapping[str, Kind]) -> Weighed:
    """The shares that decide."""
    page = tuple(c for c in candidates if kinds[c.entry_id] in PAGE_KINDS)
    on_page = sum(c.score for c in page)
    settled = sum(c.settled for c in page) / on_page if on_page else 0.0
    own = page[0].settled / page[0].score if page and page[0].score else 0.0
    group, topic = _likeliest_group(candidates, kinds)
    return Weighed(page, group, topic, on_page, settled, own)


def decide(candidates: Sequence[Candidate], kinds: Mapping[str, Kind]) -> Decision:
    """The verdict on candidates, most probable first."""
    return conclude(weigh(candidates, kinds), kinds)


def conclude(weighed: Weighed, kinds: Mapping[str, Kind]) -> Decision:
    """The most probable group of kinds decides first; within the page, whether it is settled; then, which entry."""
    page, topic = weighed.page, weighed.topic
    near, faintly_near = _at_least(NEAR, page), _at_least(FAINTLY_NEAR, page)
    if weighed.group:
        verdict = OFF_PAGE[weighed.group]
        if verdict is Verdict.CLARIFY:
            cases = tuple(c.entry_id for c in page if kinds[c.entry_id] in CASE_KINDS)
            return Decision(Verdict.CLARIFY if cases else Verdict.UNDETERMINED, cases, topic)
        return Decision(verdict, faintly_near if verdict is Verdict.NOT_LISTED else (), topic)
    unsettled = weighed.settled < SETTLED_AT_LEAST or weighed.own < OWN_SETTLED_AT_LEAST
    if unsettled or weighed.on_page < ON_PAGE_AT_LEAST:
        return Decision(Verdict.UNDETERMINED, faintly_near)
    if weighed.on_page < SURELY_ON_PAGE or weighed.settled < weighed.surely_settled:
        return Decision(Verdict.CLARIFY if len(near) > 1 else Verdict.UNDETERMINED, near)
    if kinds[page[0].entry_id] in INFORMATION_KINDS:
        return Decision(Verdict.INFO, near)
    return Decision(Verdict.CLARIFY if _about_as_likely(page, kinds) else Verdict.LISTED, near)


def _at_least(score: float, page: Sequence[Candidate]) -> tuple[str, ...]:
    """The first few that are as probable as this; the best one in any case."""
    return tuple(c.entry_id for c in page[:SHOWN] if c.score >= score or c is page[0])


def _likeliest_group(candidates: Sequence[Candidate], kinds: Mapping[str, Kind]) -> tuple[Kind | None, str | None]:
    """The group (None: the page) with the largest share, and its most probable entry when it is not the page."""
    shares: dict[Kind | None, float] = {}
    topics: dict[Kind | None, str] = {}
    for candidate in candidates:
        kind = kinds[candidate.entry_id]
        group = None if kind in PAGE_KINDS else kind
        shares[group] = shares.get(group, 0.0) + candidate.score
        topics.setdefault(group, candidate.entry_id)
    group = max(shares, key=lambda g: shares[g], default=None)
    return group, topics[group] if group else None


def _about_as_likely(page: Sequence[Candidate], kinds: Mapping[str, Kind]) -> bool:
    """Two coverage entries neither of which stands out."""
    if len(page) < 2 or kinds[page[1].entry_id] not in COVERAGE_KINDS:
        return False
    best, second = page[0].score, page[1].score
    return best < SURE_ENTRY and second >= max(NEAR, CLOSE_SECOND * best)
