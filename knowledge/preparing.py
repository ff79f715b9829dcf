"""Preparing a release: check the drafts, fit the matcher, try it on every question, compare it with the live one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from knowledge import drafts, live
from knowledge.domain.comparison import Report, Trial, compare, entry_changes
from knowledge.domain.encoding.encoder import Encoder
from knowledge.domain.faults import CorpusError, Fault
from knowledge.domain.matching.lesson import Encode, Lesson, learn
from knowledge.domain.matching.linear_model import is_large
from knowledge.domain.matching.matcher import Matcher
from knowledge.domain.schema import Entry
from knowledge.domain.trial import left_out_outcomes, outcomes, questions_of
from knowledge.domain.trial_sample import sampled
from knowledge.vectors import encode_cached, not_cached

PORTION = 200
"""Texts encoded between two words of progress: some five seconds when all are new."""
Progress = Callable[[str, float], None]
"""Told the step in words, and the share done of it all, from 0 to 1."""


@dataclass(frozen=True)
class Prepared:
    """What may become a release: sound entries, what was learnt from them, its trial, and the report on it.

    `live`: the number of the release that was live meanwhile, whether or not it can be read; 0 when there is none."""

    entries: list[Entry]
    lesson: Lesson
    matcher: Matcher
    trial: Trial
    report: Report
    live: int


def prepare_drafts(encoder: Encoder, progress: Progress = lambda *_: None) -> Prepared:
    """The drafts as they are now. Raises CorpusError naming every fault."""
    progress("内容を確かめています", 0.0)
    entries = drafts.all_entries()
    if len(entries) < 2:
        raise CorpusError([Fault("下書き", 0, "公開には2件以上の項目が必要です")])
    by_id = {entry.id: entry for entry in entries}
    number = live.live_number()
    base = live.readable(number)
    asked = questions_of(entries, list(base.entries.values()) if base else ())
    _encode_new([text for _, _, text in asked], encoder, progress)
    encode = partial(encode_cached, encoder)
    progress("質問の言い方を学んでいます", 0.4)
    lesson = learn(entries, encode)
    matcher = Matcher.of(lesson)
    progress("新しい版を確かめています", 0.7)
    differing = entry_changes(base.entries if base else {}, by_id)
    some = sampled(asked, len(matcher.classes), {*differing.added, *differing.changed, *differing.removed})
    tried = outcomes(some, by_id, matcher, encode)
    large = is_large(len(lesson.rows), len(lesson.classes))  # then there is no time to leave every question out
    after = Trial(by_id, tried, () if large else left_out_outcomes(by_id, lesson, encode), held=len(asked))
    progress("今の版と比べています", 0.85)
    return Prepared(entries, lesson, matcher, after, _report(base, after, lesson, encode), number)


def _report(base: live.Knowledge | None, after: Trial, lesson: Lesson, encode: Encode) -> Report:
    if base is None:
        return compare(0, {}, after, lambda _: (), lambda _: ())
    known = {**base.entries, **after.entries}
    return compare(
        base.number,
        base.entries,
        after,
        lambda some: outcomes(
            [(known[o.entry_id], o.role, o.question) for o in some], base.entries, base.matcher, encode
        ),
        lambda some: left_out_outcomes(base.entries, lesson, encode, only=some) if some else (),
    )


def _encode_new(texts: list[str], encoder: Encoder, progress: Progress) -> None:
    """Fill the cache in portions, so that the longest step can be watched."""
    new = not_cached(encoder, texts)
    for start in range(0, len(new), PORTION):
        progress("質問を読み取っています", 0.05 + 0.35 * start / len(new))
        encode_cached(encoder, new[start : start + PORTION])
