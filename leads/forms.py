"""The form of a session: started, moved on by each message, ended. A message heard twice changes nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from knowledge.batches import erase
from leads.domain import words
from leads.domain.answers import Heard
from leads.domain.contents import Conversation
from leads.domain.dialogue import switched, turn
from leads.domain.fields import SPECS, Field
from leads.domain.form import Form
from leads.domain.lead import Kind
from leads.domain.outcome import End, Outcome
from leads.domain.questions import Line, question, reviewed, to_consent
from leads.models import Disclosure, Lead
from leads.progress import follow
from leads.submission import submit


@dataclass(frozen=True)
class Step:
    """What the form says, whether it goes on, and the API's `form`; `digression`: answer from the knowledge first."""

    says: tuple[Line, ...]
    goes_on: bool
    form: dict[str, Any] | None
    digression: bool = False

    def as_json(self) -> dict[str, Any]:
        says = [[line.text, list(line.buttons)] for line in self.says]
        return {"says": says, "goes_on": self.goes_on, "form": self.form, "digression": self.digression}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Step":
        says = tuple(Line(text, tuple(buttons)) for text, buttons in kept["says"])
        return cls(says, kept["goes_on"], kept["form"], kept["digression"])


def under_way(session: UUID) -> Form | None:
    """The session's form that has not ended; None when none has begun."""
    disclosure = Disclosure.objects.filter(session=session, ended_at=None).first()
    return Form.model_validate(disclosure.state) if disclosure else None


@transaction.atomic
def begin(session: UUID, kind: Kind, message: str) -> Step:
    """Start a form, or go on with the one under way under this kind."""
    if disclosure := _locked(session):
        return _repeated(disclosure, message) or _keep(
            disclosure, message, switched(Form.model_validate(disclosure.state), kind), Conversation
        )
    form = Form(kind=kind, agency=settings.ENVIRONMENT.agency_name, days=settings.ENVIRONMENT.retention_days)
    disclosure = Disclosure(session=session)
    return _keep(disclosure, message, Outcome(form, (to_consent(form, words.START[kind]),)), Conversation)


@transaction.atomic
def take(session: UUID, heard: Heard, message: str, said: Callable[[], Conversation]) -> Step | None:
    """Move the form under way on by what was heard; None when none is."""
    disclosure = _locked(session)
    if disclosure is None:
        last = Disclosure.objects.filter(session=session).order_by("-id").first()
        return _repeated(last, message) if last else None
    return _repeated(disclosure, message) or _keep(
        disclosure, message, turn(Form.model_validate(disclosure.state), heard), said
    )


def _locked(session: UUID) -> Disclosure | None:
    return Disclosure.objects.select_for_update().filter(session=session, ended_at=None).first()


def _repeated(disclosure: Disclosure, message: str) -> Step | None:
    same = message and disclosure.message == message and disclosure.outcome
    return Step.from_json(disclosure.outcome) if same and disclosure.outcome else None


def _keep(disclosure: Disclosure, message: str, outcome: Outcome, said: Callable[[], Conversation]) -> Step:
    form = outcome.form
    disclosure.state = form.model_dump(mode="json")
    disclosure.message = message
    disclosure.progress = follow(disclosure.progress, form, outcome.end)
    disclosure.save()
    receipt, says = None, outcome.says
    if outcome.end is End.SENT:
        receipt = submit(disclosure, said()).reference
        says = (*says, Line(words.SENT[form.kind].format(reference=receipt)))
        disclosure.refresh_from_db()
        disclosure.state = {}
    elif outcome.end is End.CANCELLED:
        disclosure.ended_at, disclosure.state = timezone.now(), {}
    step = Step(says, outcome.end is None, _as_api(form, outcome.end, receipt), outcome.digression)
    disclosure.outcome = step.as_json()
    disclosure.save()
    return step


def _as_api(form: Form, end: End | None, receipt: str | None) -> dict[str, Any]:
    step, of = form.place
    asks = None if end else form.asks.value
    place = {"step": of if receipt else step, "of": of}
    return {"name": form.name, "asks": asks, **place, "receipt": receipt, "review": _review(form) if asks else None}


def _review(form: Form) -> list[dict[str, str]] | None:
    """What would be sent, line by line, with the words that change each; None before the review."""
    if form.asks is not Field.REVIEW or form.leaving:
        return None
    named = [(field.value, SPECS[field].label, shown) for field, shown in reviewed(form)]
    return [
        {"field": field, "label": label, "value": shown, "edit": words.TO_CORRECT.format(label=label)}
        for field, label, shown in named
    ]


def last_receipt(session: UUID) -> str | None:
    """The reference of the session's last lead."""
    references = Disclosure.objects.filter(session=session).exclude(lead=None).order_by("-id")
    return references.values_list("lead__reference", flat=True).first()


def ask_again(session: UUID) -> Step | None:
    """The question whose turn it is in the form under way, once more; None when none is."""
    form = under_way(session)
    return Step((question(form),), True, _as_api(form, None, None)) if form else None


def forget(session: UUID) -> None:
    """Erase the session's forms, and the transcript of its leads: what was sent to sales stays with sales."""
    Disclosure.objects.filter(session=session).delete()
    Lead.objects.filter(session=session).update(transcript=[])


def forget_unfinished(now: datetime) -> int:
    """Erase the forms left unfinished since HOSHO_RETENTION_DAYS, as visitors were told; how many."""
    left = now - timedelta(days=settings.ENVIRONMENT.retention_days)
    return erase(Disclosure.objects.filter(ended_at=None, updated_at__lt=left))
