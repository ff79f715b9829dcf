"""The form as Rasa's loop: Rasa holds whose turn it is, leads/ decides what follows from each message."""

from collections.abc import Sequence

from django.utils import timezone
from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop
from rasa_sdk.executor import CollectingDispatcher

from actions import texts
from actions.after_sending import says_how_to_change
from actions.custom_actions import AnswerQuestion, DeleteMyData, NoneOfThese, ShowEntry
from actions.memory import remember
from actions.tracker import Domain, Events, confidence, in_the_form, intent, message_id, said, session
from actions.wire import PERSON, QUOTE, say, say_line
from chat.history import conversation
from knowledge import answering
from knowledge.answering import Answered
from knowledge.domain.entities import names_in
from knowledge.domain.matching.verdict import Verdict
from leads import forms
from leads.domain import words
from leads.domain.amending import TELLING
from leads.domain.answers import Heard
from leads.domain.commands import Command, read_command
from leads.domain.fields import Field
from leads.domain.form import Form
from leads.domain.lead import Kind
from leads.domain.question import is_question
from leads.domain.urgency import names_an_accident, sounds_urgent, wants_no_quote, wants_to_talk_first
from leads.forms import Step

NAME = "disclosure_form"
STARTS = {"quote": Kind.QUOTE, "person": Kind.CALLBACK, "incident_in_progress": Kind.URGENT}
ELSEWHERE: dict[str, type[Action]] = {
    "show_entry": ShowEntry,
    "none_of_these": NoneOfThese,
    "delete_my_data": DeleteMyData,
}
"""Buttons of earlier answers, pressed while the form is under way."""
INSTEAD = {Kind.CALLBACK: texts.HAND_OVER, Kind.URGENT: texts.INCIDENT}
CONTENT = {"coverage", "cost", "service", "procedure", "premium", "isms", "company_fit", "product"}
SURE = 0.8
"""Confidence from which an intent counts beside what the words themselves say."""


class DisclosureForm(Action):
    """Overrides Rasa's own form of this name (https://rasa.com/docs/rasa/forms)."""

    def name(self) -> str:
        return NAME

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        form = forms.under_way(session(tracker)) if in_the_form(tracker) else None
        if form is None and says_how_to_change(dispatcher, tracker):
            return [ActiveLoop(None)]
        if kind := _interrupting(tracker, form) if form else _starting(tracker):
            return _begin(dispatcher, tracker, kind)
        if form and not said(tracker) and intent(tracker) in STARTS:
            return _ask_again(dispatcher, tracker)
        if form and (elsewhere := ELSEWHERE.get(intent(tracker))) and not said(tracker):
            events = elsewhere().run(dispatcher, tracker, domain)
            return [*events, *_ask_again(dispatcher, tracker)]
        return _go_on(dispatcher, tracker, domain)


def _starting(tracker: Tracker) -> Kind | None:
    """The form that a message begins; the words must bear the intent out where a wrong form would be a nuisance."""
    kind, text = STARTS.get(intent(tracker)), said(tracker)
    if kind is Kind.URGENT and text and confidence(tracker) < SURE and not sounds_urgent(text):
        return None
    if kind is Kind.QUOTE and wants_no_quote(text):
        return Kind.CALLBACK if wants_to_talk_first(text) else None
    return kind


def _interrupting(tracker: Tracker, form: Form) -> Kind | None:
    """Another form: by button, by a cry before consent, or for an accident that starts in the middle of this one.

    Who is in an accident or is to be called has a person already: the same form goes on."""
    kind, text = STARTS.get(intent(tracker)), said(tracker)
    if kind is Kind.CALLBACK and form.kind is not Kind.QUOTE:
        kind = form.kind if text else None
    if not text:
        return kind
    if confidence(tracker) < SURE:
        return None
    if kind is form.kind:
        return kind if form.asks is Field.CONSENT else None
    if kind is Kind.URGENT:
        return kind if names_an_accident(text) and form.asks not in TELLING else None
    return kind if form.asks is Field.CONSENT and form.kind is not Kind.URGENT else None


def _begin(dispatcher: CollectingDispatcher, tracker: Tracker, kind: Kind) -> Events:
    text = said(tracker)
    answers = _first_answers(text, kind)
    declined = any(answered.answer.verdict is Verdict.DECLINED for answered in answers)
    if declined or (answers and (kind is not Kind.QUOTE or is_question(text))):
        say(dispatcher, answers, instead=INSTEAD.get(kind), ways_on=False)
        answers = []
    if declined:
        return [ActiveLoop(None)]
    step = forms.begin(session(tracker), kind, message_id(tracker))
    return [*remember(None), *_speak(dispatcher, step, answers)]


def _first_answers(text: str, kind: Kind) -> list[Answered]:
    """What there is to say before the form; what a wish for a quote is near to is told only where it is a question."""
    if kind is not Kind.QUOTE:
        return [answering.hand_over(text, in_progress=kind is Kind.URGENT)]
    found = answering.answer_question(text) if text else []
    return [answered for answered in found if answered.answer.verdict in {Verdict.DECLINED, Verdict.INFO}]


def _go_on(dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
    text = said(tracker)
    heard = Heard(text, timezone.now(), asks_something=_asks(tracker), names=names_in(text))
    visitor = session(tracker)
    step = forms.take(visitor, heard, message_id(tracker), lambda: conversation(visitor))
    if step is None:
        return _nothing_under_way(dispatcher, tracker, domain)
    events = AnswerQuestion().run(dispatcher, tracker, domain) if step.digression else []
    return [*events, *_speak(dispatcher, step)]


def _asks(tracker: Tracker) -> bool:
    return intent(tracker) in CONTENT and confidence(tracker) >= SURE


def _speak(dispatcher: CollectingDispatcher, step: Step, silent: Sequence[Answered] = ()) -> Events:
    """Utter what the form says; `silent` answers travel with it without words of their own."""
    for line in step.says:
        say_line(dispatcher, line, step.form, silent)
    return [ActiveLoop(NAME if step.goes_on else None)]


def _ask_again(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
    step = forms.ask_again(session(tracker))
    return _speak(dispatcher, step) if step else [ActiveLoop(None)]


def _nothing_under_way(dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
    """続きから or 送信 without a form: its receipt, if it was sent. What only sounds so (誤送信) is a question."""
    receipt = forms.last_receipt(session(tracker))
    resumes = read_command(said(tracker)) is Command.RESUME or said(tracker) == ""
    exact = resumes or read_command(said(tracker)) is Command.SEND
    if not exact and not (receipt and intent(tracker) in {"resume", "submit"} and confidence(tracker) >= SURE):
        return [*AnswerQuestion().run(dispatcher, tracker, domain), ActiveLoop(None)]
    if receipt:
        dispatcher.utter_message(text=words.SENT_ALREADY.format(reference=receipt))
    else:
        nothing = words.NOTHING_TO_RESUME if resumes else words.NOTHING_TO_SEND
        dispatcher.utter_message(text=nothing, buttons=[QUOTE, PERSON])
    return [ActiveLoop(None)]
