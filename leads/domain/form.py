"""The form a visitor fills in dialogue: what is known so far, and which field is asked next. Immutable."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict

from leads.domain import consent
from leads.domain.fields import ASKED, SPECS, Field
from leads.domain.lead import Kind, PastIncidents

OTHER_WAY = {Field.EMAIL: Field.PHONE, Field.PHONE: Field.EMAIL}
"""Either of the two suffices to reach the visitor."""


class Answer(BaseModel):
    """An answer as said, as shown back, and as the lead carries it (a JSON value)."""

    model_config = ConfigDict(frozen=True)

    said: str
    shown: str
    value: Any


class Form(BaseModel):
    """`asks` is the field whose turn it is. `echo` is an answer to it that waits for はい or いいえ; `number` one that
    waits for its unit; `failures` counts answers to it that could not be read; `leaving` means that the visitor was
    asked whether to stop. `agency` and `days` are what the words of consent name; `agreed` are those words as they were
    read by who consented, `agreed_kind` the form they were for."""

    model_config = ConfigDict(frozen=True)

    kind: Kind
    asks: Field = Field.CONSENT
    answers: dict[Field, Answer] = {}
    skipped: frozenset[Field] = frozenset()
    echo: Answer | None = None
    number: str | None = None
    failures: int = 0
    leaving: bool = False
    agency: str = "当代理店"
    days: int = 30
    consented_at: datetime | None = None
    agreed: str = ""
    agreed_kind: Kind | None = None

    @property
    def name(self) -> str:
        """The API's name of the form."""
        return "disclosure" if self.kind is Kind.QUOTE else "callback"

    @property
    def to_agree(self) -> str:
        """What is said before anything is collected."""
        return consent.current(self.kind, self.agency, self.days)

    def consented(self, at: datetime) -> "Form":
        return self.changed(consented_at=at, agreed=self.to_agree, agreed_kind=self.kind)

    def of_kind(self, kind: Kind) -> "Form":
        """The same answers in another form; consent is to be asked again where the other collects more."""
        form = self.changed(kind=kind)
        if self.consented_at is None or consent.covers(self.agreed_kind or self.kind, kind):
            return form
        answers = {field: answer for field, answer in self.answers.items() if field is not Field.CONSENT}
        return form.asking(Field.CONSENT).changed(answers=answers, consented_at=None)

    def applicable(self) -> tuple[Field, ...]:
        """The fields this form asks, given the answers so far."""
        return tuple(field for field in ASKED[self.kind] if self._applies(field))

    def _applies(self, field: Field) -> bool:
        if field is Field.INCIDENT_DETAILS:
            return bool(self.value(Field.PAST_INCIDENTS) == PastIncidents.YES)
        if self.kind is Kind.QUOTE or field in self.answers:
            return True
        return OTHER_WAY.get(field) not in self.answers

    def may_skip(self, field: Field) -> bool:
        """Whether the form can go on without an answer to this field."""
        if field in self.answers:
            return True
        if other := OTHER_WAY.get(field):
            order = ASKED[self.kind]
            return other in self.answers or (other not in self.skipped and order.index(other) > order.index(field))
        return SPECS[field].optional

    def value(self, field: Field) -> Any:
        return self.answers[field].value if field in self.answers else None

    def changed(self, **changes: Any) -> "Form":
        return self.model_copy(update=changes)

    def asking(self, field: Field) -> "Form":
        """The same form with this field's turn, whatever was known of it."""
        return self.changed(asks=field, echo=None, number=None, failures=0, leaving=False)

    def with_answer(self, field: Field, answer: Answer) -> "Form":
        answers = {**self.answers, field: answer}
        if field is Field.PAST_INCIDENTS and answer.value != PastIncidents.YES:
            answers.pop(Field.INCIDENT_DETAILS, None)
        return self.changed(answers=answers, skipped=self.skipped - {field})

    def without(self, field: Field) -> "Form":
        return self.changed(skipped=self.skipped | {field})

    def may_drop(self, field: Field) -> bool:
        """Whether a known answer can be taken off: what is optional, and one of two ways of contact."""
        other = OTHER_WAY.get(field)
        if field not in self.answers:
            return self.may_skip(field)
        return SPECS[field].optional if other is None else other in self.answers

    def dropping(self, field: Field) -> "Form":
        """Without this answer, which is not asked for again."""
        return self.changed(answers={f: a for f, a in self.answers.items() if f is not field}).without(field)

    def onward(self) -> "Form":
        """The turn of the first field that is still open; the review when none is."""
        open_fields = [f for f in self.applicable() if f not in self.answers and f not in self.skipped]
        return self.asking(open_fields[0] if open_fields else Field.REVIEW)

    def previous(self) -> Field | None:
        """The field before the one asked that the visitor may answer anew."""
        fields = [field for field in self.applicable() if field is not Field.CONSENT]
        position = fields.index(self.asks) if self.asks in fields else 0
        return fields[position - 1] if position > 0 else None

    @property
    def complete(self) -> bool:
        """Whether all that must be known is known."""
        reachable = any(field in self.answers for field in OTHER_WAY)
        return reachable and all(
            f in self.answers or f in self.skipped for f in self.applicable() if f is not Field.REVIEW
        )

    @property
    def place(self) -> tuple[int, int]:
        """(step, of) as the visitor counts them."""
        fields = self.applicable()
        return (fields.index(self.asks) + 1 if self.asks in fields else len(fields), len(fields))
