"""What a correction does to the form: each new value counts, is echoed or asked for; nothing unread is written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from knowledge.domain.legal_form import has_legal_form
from knowledge.domain.text import fold
from leads.domain import words
from leads.domain.answers import Heard, answered
from leads.domain.correcting_words import split_clauses, without_opening
from leads.domain.corrections import Correction, find_corrections, find_removal, instead_of, statements
from leads.domain.fields import SPECS, Field
from leads.domain.form import OTHER_WAY, Answer, Form
from leads.domain.lead import Kind
from leads.domain.outcome import Outcome, ask, ask_more, corrected, onward
from leads.domain.questions import Line
from leads.domain.reading import Again, Echo, Read, read

TELLING = {Field.PAST_INCIDENTS, Field.INCIDENT_DETAILS}
_NAMES = {Field.COMPANY, Field.CONTACT_NAME}
_FREE_TEXT = {*_NAMES, Field.PREFERRED_TIME, Field.FISCAL_PERIOD}
_PREFERS = (
    r"^(?:やっぱり?|やはり|できれば|連絡は|、|(?:{0})(?:番号|アドレス)?(?:じゃなくて?|ではなくて?|でなくて?|より|は[^。]{{0,8}}(?:ので|から|くて))も?)*"
    r"(?:{1})(?:番号|アドレス)?の?(?:方|ほう)?(?:で|が|に|のみ|だけ)"
    r"(?:で|が|に|いい|よい|良い|お願い|希望|連絡|して|し|たい|ください|です|ます|大丈夫|結構|[。!])*$"
)
_SOFT = re.compile("じゃなく|ではなく|でなく|やっぱ|やはり")
_HARD = re.compile("訂正|修正|変更|変え|直[しすせ]|違[いうっえ]|間違|誤り")
_DENIES = re.compile("違[いうっえ]|間違|誤り|ちが[いうっ]")
_DESCRIBED = re.compile("(?:名前?|名称|屋号)が(?!.+(?:になりま|に変わ|が正し))")
"""「会社名が古いです」 tells something of the name, not the name."""
_SURELY_NAMED = re.compile(r"でした|だった|になりま|が正し|登録|(?:です|で)[。!]?$")


def amended(form: Form, heard: Heard) -> Outcome | None:
    """What follows when a message corrects or removes what is known, or None when it does neither."""
    if outcome := _removed(form, heard.text):
        return outcome
    known = _correctable(form)
    found = find_corrections(heard.text, known, form.asks in TELLING)
    corrections = [c for c in found if c.sure or _is_meant(form, c, heard.text)]
    if not corrections and (evident := _evident(form, heard.text)):
        corrections = [evident]
    if not corrections:
        return None
    if _answers_after_all(form, corrections, heard.text):
        return answered(form, replace(heard, text=without_opening(heard.text)))
    if corrections[0].field is None:
        return _unnamed(form, corrections[0], heard)
    asks_too = statements(heard.text).strip() != heard.text.strip()
    return replace(_written(form, corrections), digression=asks_too)


def prefers_other_way(form: Form, text: str) -> bool:
    """「電話だけで」 where the address is asked and may be left out."""
    other = OTHER_WAY.get(form.asks)
    if other is None or not form.may_skip(form.asks):
        return False
    mentions = SPECS[form.asks].mention, SPECS[other].mention
    return bool(re.search(_PREFERS.format(*mentions), fold(text), re.IGNORECASE))


def _correctable(form: Form) -> set[Field]:
    """What is known, and the other way of contact once one is."""
    known = set(form.answers) - {Field.CONSENT}
    return known | ({f for f, other in OTHER_WAY.items() if other in known and f is not form.asks})


def _is_meant(form: Form, correction: Correction, text: str) -> bool:
    """Whether a field that is only named with a value is corrected, rather than the asked one answered."""
    field, asked = correction.field, form.asks
    if field is None or field is asked or asked in TELLING or SPECS[asked].mentioned(text):
        return False
    if field in _NAMES and (_DESCRIBED.search(text) or not _SURELY_NAMED.search(text)):
        return False
    review = asked is Field.REVIEW
    if not review and asked not in _FREE_TEXT and read(asked, text) is not None:
        return False
    return isinstance(read(field, correction.text), Answer | Echo | Again if review else Answer | Echo)


def _answers_after_all(form: Form, corrections: list[Correction], text: str) -> bool:
    """「やっぱり電話は夕方がいいです」 where a time is asked, 株式会社間違い探し where a company is."""
    if form.asks is Field.REVIEW or instead_of(text) or not isinstance(read(form.asks, text), Answer | Echo):
        return False
    if any(c.field and c.text and read(c.field, c.text) for c in corrections):
        return False
    named = form.asks is Field.COMPANY and has_legal_form(text) and corrections[0].field is None
    return named or bool(_SOFT.search(text) and not _HARD.search(text))


def _evident(form: Form, text: str) -> Correction | None:
    """An address or a number that says itself what it is, where something else is asked."""
    said = statements(text)
    if form.asks in TELLING or len(split_clauses(said)) != 1 or said != text or form.kind is Kind.URGENT:
        return None
    if form.asks is Field.REVIEW and re.search("[億万]", said) and isinstance(read(Field.ANNUAL_SALES, said), Echo):
        return Correction(Field.ANNUAL_SALES, said)
    for way in OTHER_WAY:
        wanted = form.asks is Field.REVIEW or (way in form.answers and way is not form.asks)
        if wanted and isinstance(read(way, text), Answer | Echo):
            return None if form.asks is not Field.REVIEW and read(form.asks, text) else Correction(way, text)
    return None


def _removed(form: Form, text: str) -> Outcome | None:
    """A field that may be left out is taken off the form; one of the two ways of contact stays."""
    removable = {f for f in form.answers if SPECS[f].optional or f in OTHER_WAY}
    asked = {form.asks} & set(OTHER_WAY)
    field = find_removal(text, removable | asked)
    if field is None:
        return None
    label = SPECS[field].label
    if not form.may_drop(field):
        return ask(form, words.ONE_OF_TWO)
    known = field in form.answers
    return onward(form.dropping(field), words.REMOVED.format(label=label) if known else words.UNDERSTOOD)


def _unnamed(form: Form, correction: Correction, heard: Heard) -> Outcome | None:
    """Something is wrong, it is not said what: what was just echoed, what is named by its value, else it is asked."""
    if form.echo and read(form.asks, correction.text):
        return answered(form.asking(form.asks), replace(heard, text=correction.text))
    if instead := instead_of(heard.text):
        if field := _whose_value(form, instead[0]):
            return _written(form, [Correction(field, instead[1])])
        if any(read(f, instead[1]) for f in (form.asks, OTHER_WAY.get(form.asks)) if f and f is not Field.REVIEW):
            return answered(form, replace(heard, text=instead[1]))
    if _answers_anew(form, correction.text, heard.text):
        return answered(form, replace(heard, text=correction.text))
    if form.asks in OTHER_WAY and isinstance(read(form.asks, heard.text), Answer):
        return None
    if evident := _evident(form, correction.text):
        return _written(form, [evident])
    return _which(form, heard.text)


def _answers_anew(form: Form, value: str, text: str) -> bool:
    """「5億に変更」 where sales are asked; 「違います、山田商事です」 at the industry is about something else."""
    if form.asks is Field.REVIEW or not value:
        return False
    asked_anew = form.asks in form.answers
    certain = form.asks not in _FREE_TEXT and not _DENIES.search(text)
    return (asked_anew or certain) and read(form.asks, value) is not None


def _whose_value(form: Form, said: str) -> Field | None:
    whose = _stem(said)
    fields = [f for f, a in form.answers.items() if len(whose) > 1 and (whose in a.shown or whose == _stem(a.said))]
    return fields[0] if len(fields) == 1 else None


def _stem(value: str) -> str:
    return value.strip().removesuffix("業")


def _which(form: Form, text: str) -> Outcome | None:
    fields = [f for f in form.answers if f is not Field.CONSENT]
    if not fields and "押" in text:
        return ask(form.changed(leaving=True))
    if not fields:
        return None if _SOFT.search(text) else ask(form, words.NOTHING_TO_CORRECT)
    buttons = tuple(words.TO_CORRECT.format(label=SPECS[f].label) for f in fields)
    return Outcome(form, (Line(words.WHICH_TO_CORRECT, buttons),))


@dataclass
class _Written:
    """The form with the values that could be read, what to say of them, and the first that is still to be settled."""

    form: Form
    notes: list[str] = field(default_factory=list)
    open: tuple[Field, Read] | None = None

    def take(self, correction: Correction) -> None:
        assert correction.field is not None
        found = _reread(self.form, correction)
        if isinstance(found, Answer):
            self.notes.append(corrected(self.form, correction.field, found))
            self.form = self.form.with_answer(correction.field, found)
        elif self.open is None:
            self.open = (correction.field, found)


def _written(form: Form, corrections: Iterable[Correction]) -> Outcome:
    written = _Written(form)
    for correction in corrections:
        written.take(correction)
    return _settled(written, form)


def _settled(written: _Written, before: Form) -> Outcome:
    """Back to where the form was, or on to what the corrections leave open."""
    form, notes = written.form, written.notes
    if written.open is None:
        kept = before.echo is not None and before.asks not in form.answers
        return ask(form, *notes) if kept else onward(form, *notes)
    field, found = written.open
    form = form.asking(field)
    match found:
        case Echo(answer):
            return ask(form.changed(echo=answer), *notes)
        case Again() as again:
            return ask_more(form, again, *notes)
    old = form.answers.get(field)
    return ask(form, *notes, *([words.KEPT.format(label=SPECS[field].label, shown=old.shown)] if old else []))


def _reread(form: Form, correction: Correction) -> Read:
    """The new value as read; certifications named as well (「ISMSも追加」) join those known."""
    if correction.field is None or not correction.text:
        return None
    found = read(correction.field, correction.text)
    old = form.answers.get(correction.field)
    if correction.field is Field.CERTIFICATIONS and old and isinstance(found, Answer) and correction.adds:
        both = list(dict.fromkeys([*old.value, *found.value]))
        return found.model_copy(update={"shown": "、".join(both) or old.shown, "value": both})
    return found
