"""What a visitor wants changed when the form has been sent: it is with sales, who must hear of it from the visitor."""

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.tracker import said, session
from actions.wire import PERSON
from leads import forms
from leads.domain import words
from leads.domain.corrections import find_corrections
from leads.domain.fields import Field
from leads.domain.question import is_question

LONGEST = 40


def says_how_to_change(dispatcher: CollectingDispatcher, tracker: Tracker, cancels: bool = False) -> bool:
    """Whether the message cancels or corrects what was sent; if so, it is answered here."""
    text = said(tracker)
    if not cancels and (len(text) > LONGEST or is_question(text) or not _corrects(text)):
        return False
    form = forms.under_way(session(tracker))
    receipt = forms.last_receipt(session(tracker))
    if form or not receipt:
        return False
    dispatcher.utter_message(text=words.WITH_SALES.format(reference=receipt), buttons=[PERSON])
    return True


def _corrects(text: str) -> bool:
    found = find_corrections(text, set(Field) - {Field.CONSENT, Field.REVIEW})
    return any(correction.field for correction in found)
