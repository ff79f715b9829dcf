"""The live release in this process: loaded once, exchanged a second or so after another goes live."""

import datetime
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import structlog
from django.utils import timezone

from knowledge import measures, reading
from knowledge.domain.answer import Answer, compose
from knowledge.domain.encoding.encoder import Encoder
from knowledge.domain.matching.boundary_words import bounded
from knowledge.domain.matching.known import Known, as_written, known_questions
from knowledge.domain.matching.matcher import Candidate, Matcher, Probabilities, read_by
from knowledge.domain.matching.matcher_file import from_bytes
from knowledge.domain.matching.verdict import Decision, Weighed, conclude
from knowledge.domain.matching.weighing import Weigher
from knowledge.domain.names import Names
from knowledge.domain.schema import PAGE_KINDS, Entry, Kind
from knowledge.models import Activation, Release

log = structlog.get_logger(__name__)

LOOK_AGAIN_AFTER = 1.0
"""Seconds for which the live release's number is taken as known."""
RANKED = 1000
"""Entries ranked, many times those that are shown or that a follow-up asks for."""


class NoRelease(Exception):
    """Nothing has been published yet: run manage.py publish_knowledge."""


@dataclass(frozen=True)
class _Day:
    """The entries that may answer on a day, and what weighs them."""

    valid: dict[str, Entry]
    weigher: Weigher


@dataclass(frozen=True)
class Knowledge:
    """A release ready to answer."""

    number: int
    entries: dict[str, Entry]
    matcher: Matcher
    encoder: Encoder

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        return {entry_id: entry.kind for entry_id, entry in self.entries.items()}

    @cached_property
    def names(self) -> Names:
        """The titles and aliases of the entries on the page, to be found in texts."""
        return Names(entry for entry in self.entries.values() if entry.kind in PAGE_KINDS)

    @cached_property
    def known(self) -> Known:
        """The corpus' own questions, which are answered word for word as written."""
        return known_questions(self.entries.values())

    @cached_property
    def _on_day(self) -> Callable[[datetime.date], _Day]:
        """Of the day asked for last: a process lives longer than one."""

        @lru_cache(maxsize=1)
        def on_day(day: datetime.date) -> _Day:
            valid = {i: entry for i, entry in self.entries.items() if entry.valid_on(day)}
            kinds = {i: entry.kind for i, entry in valid.items()}
            return _Day(valid, Weigher(self.matcher.classes, kinds))

        return on_day

    def _today(self) -> _Day:
        return self._on_day(timezone.localdate())

    def valid(self) -> dict[str, Entry]:
        """The entries that may answer today."""
        return self._today().valid

    def _probabilities(self, text: str) -> Probabilities:
        """Of each class; of a question of the corpus, as staff wrote it."""
        with measures.ENCODE.time():
            vectors = self.encoder.encode([text])
        probabilities: Probabilities = self.matcher.probabilities([text], vectors)[0]
        label = self.known.label(text)
        return probabilities if label is None else as_written(probabilities, self.matcher.place[label])

    def rank(self, text: str) -> list[Candidate]:
        """Candidates among the entries valid today, the most probable first, of thousands RANKED.

        What the others would have had stays theirs: the question of an entry that has ended is not its neighbour's."""
        valid = self.valid()
        return [c for c in self.matcher.candidates(self._probabilities(text), RANKED) if c.entry_id in valid]

    def weigh(self, text: str) -> Weighed:
        """What the decision rests on, among the entries valid today."""
        return next(self._today().weigher.rows(self._probabilities(text)[np.newaxis])).weighed

    def decide(self, text: str) -> Decision:
        """The verdict and its entries; a boundary word withholds the conclusion."""
        with measures.MATCH.time():
            return bounded(conclude(self.weigh(text), self.kinds), text, self.entries)

    def compose(self, decision: Decision) -> Answer:
        return compose(decision, self.valid())

    def index(self) -> None:
        """Make what the first questions would otherwise wait for: of 50,000 entries it takes some ten seconds."""
        _ = self.kinds, self.names, self.known, self._today()
        self.matcher.index()

    def warm_up(self) -> None:
        """Load and index what a first question would otherwise wait for, some seconds in a new process (not measured:
        nobody waits for it, and whoever looks whether we are ready does it again)."""
        self.names.find("暖機")
        probabilities = self.matcher.probabilities(["暖機"], self.encoder.encode(["暖機"]))
        next(self._today().weigher.rows(probabilities))


def encoder() -> Encoder:
    """The one encoder of this process."""
    return reading.encoder()


class _Live:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._looked_at = -LOOK_AGAIN_AFTER
        self._knowledge: Knowledge | None = None

    def get(self) -> Knowledge:
        # While one thread loads a new release, the others go on answering from the one before.
        if self._lock.acquire(blocking=self._knowledge is None):
            try:
                if time.monotonic() - self._looked_at >= LOOK_AGAIN_AFTER:
                    self._look()
            finally:
                self._lock.release()
        knowledge = self._knowledge
        if knowledge is None:
            raise NoRelease(NoRelease.__doc__)
        return knowledge

    def forget(self) -> None:
        with self._lock:
            self._looked_at = -LOOK_AGAIN_AFTER

    def _look(self) -> None:
        newest = live_number()
        if not newest:
            self._knowledge = None
        elif self._knowledge is None or self._knowledge.number != newest:
            knowledge = _load(Release.objects.get(number=newest))
            knowledge.index()
            self._knowledge = knowledge
        measures.LIVE_RELEASE.set(self._knowledge.number if self._knowledge else 0)
        self._looked_at = time.monotonic()


def _load(release: Release) -> Knowledge:
    """Raises NoRelease when it was fitted with other encoders than this process has, ValueError when it is damaged."""
    return knowledge_from(release.number, release.entries, bytes(release.matcher), release.encoder, str(release))


def knowledge_from(number: int, entries: list[Any], matcher: bytes, fitted_with: str, name: str) -> Knowledge:
    """What is stored of a release or a candidate, ready to answer. Raises as _load."""
    reader = read_by(encoder())
    if fitted_with != reader:
        raise NoRelease(f"{name} was fitted with {fitted_with}, this process has {reader}: publish")
    by_id = {entry.id: entry for entry in map(Entry.model_validate, entries)}
    return Knowledge(number, by_id, from_bytes(matcher), encoder())


def live_number() -> int:
    """The number of the live release, 0 when there is none."""
    return Activation.objects.values_list("release__number", flat=True).first() or 0


def readable(number: int) -> Knowledge | None:
    """That release, read anew; None for 0, and, with a line in the log, for one that this process cannot read."""
    try:
        return _load(Release.objects.get(number=number)) if number else None
    except (NoRelease, ValueError) as error:
        log.error("the live release cannot be read: nothing is compared with it", release=number, reason=str(error))
        return None


_live = _Live()


def look_again() -> None:
    """Forget which release was live when this process last looked; the next question looks."""
    _live.forget()


def current() -> Knowledge:
    """The live release. Raises NoRelease; a stored matcher that cannot be read raises ValueError."""
    return _live.get()
