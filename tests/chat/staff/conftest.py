from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from chat.models import Tally
from knowledge.models import AskedOnDay, UnansweredQuestion

Member = Callable[[str], Client]
Asked = Callable[..., None]


@pytest.fixture
def member(db: None) -> Member:
    """The browser of somebody who is in this group alone."""

    def opened(group: str) -> Client:
        user = User.objects.create_user(f"{group}_member", is_staff=True)
        user.groups.add(Group.objects.get(name=group))
        client = Client()
        client.force_login(user)
        return client

    return opened


@pytest.fixture
def content(member: Member) -> Client:
    return member("content")


@pytest.fixture
def asked(db: None) -> Asked:
    """Counts questions some days ago."""

    def count(questions: int, verdict: str = "listed", entry_id: str = "", ago: int = 0, **counts: int) -> None:
        day = timezone.localdate() - timedelta(days=ago)
        Tally.objects.create(day=day, verdict=verdict, entry_id=entry_id, questions=questions, **counts)

    return count


@pytest.fixture
def in_vain(db: None) -> Callable[..., None]:
    """Keeps a question that went unanswered some days ago; masked unless it is said not to be."""

    def keep(text: str, times: int = 1, ago: int = 0, **columns: object) -> None:
        kept = {"masked": True, "verdict": "not_listed", "last_at": timezone.now()} | columns
        question = UnansweredQuestion.objects.create(key=text, text=text, **kept)
        AskedOnDay.objects.create(question=question, day=timezone.localdate() - timedelta(days=ago), count=times)

    return keep
