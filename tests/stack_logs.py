"""The real logs of a started stack, searched for every text, token, password, name, address and number sent to it."""

from bench.receiver import Receiver
from deploy.started import Stack
from tests import said

LOGS = ("web", "rasa", "deliver")


def assert_they_hold_nothing_said(stack: Stack, receiver: Receiver) -> None:
    for lead in receiver.leads.values():
        personal = lead.model_dump(mode="json", include={"company", "incident_details", "contact", "questions"})
        said.heard(said.leaves(personal))
    said.heard([stack.environment.action_token, stack.environment.secret_key])
    found = {name: said.found_in(stack.log(name)) for name in LOGS}
    assert not any(found.values()), found
