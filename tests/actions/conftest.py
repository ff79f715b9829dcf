import pytest
from pytest_django import Settings
from rasa_sdk.executor import ActionExecutor

from actions import webhook
from actions.custom_actions import AnswerQuestion
from knowledge import live, unanswered
from knowledge.domain.matching.matcher import Matcher
from knowledge.live import Knowledge
from leads import forms
from leads.domain.form import Form
from tests.actions.broken_actions import Failing, NeverEnding
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import a_corpus


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions kept for staff, in a list instead of the database."""
    kept: list[str] = []
    monkeypatch.setattr(unanswered, "remember", lambda text, answer: kept.append(text))
    return kept


@pytest.fixture
def release_7(monkeypatch: pytest.MonkeyPatch, remembered: list[str]) -> Knowledge:
    """The small corpus as release 7, live in this process without a database."""
    entries, encoder = a_corpus(), FakeEncoder()
    knowledge = Knowledge(7, {e.id: e for e in entries}, Matcher.fit(entries, encoder.encode), encoder)
    monkeypatch.setattr(live, "current", lambda: knowledge)
    return knowledge


@pytest.fixture(autouse=True)
def form_left(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[Form]:
    """The form under way, in a list; without a database, empty: none is."""
    left: list[Form] = []
    if "django_db" not in request.keywords:
        monkeypatch.setattr(forms, "under_way", lambda session: next(iter(left), None))
    return left


@pytest.fixture
def executor(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> ActionExecutor:
    """The webhook's executor with broken actions beside a real one, and 50 ms for each."""
    made = webhook.Executor()
    for action in (Failing, NeverEnding, AnswerQuestion):
        made.register_action(action)
    monkeypatch.setattr(webhook, "executor", lambda: made)
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"action_timeout": 0.05})
    return made
