"""GET /readyz: ready, or one sentence for each part that is not."""

from typing import Any

import numpy as np
import pytest
from cryptography.fernet import Fernet
from django.conf import settings as settings_of_django
from pytest_django import Settings

from knowledge import live
from knowledge.domain.encoding.encoder import Vectors
from knowledge.domain.files import read
from knowledge.domain.matching.matcher import Matcher, read_by
from knowledge.domain.matching.matcher_file import to_bytes
from knowledge.models import Activation, Release
from tests.chat.visitor import Visitor
from tests.fakes import FakeEngine
from tests.metrics import told_by
from web.environment import ROOT

pytestmark = pytest.mark.slow

ENTRIES = ("cost.condolence.yml", "scenario.lost_device_or_documents.yml")
EXAMPLES = 20
"""Of each: what the fake encoder makes of hundreds is learnt for half a minute."""


class FakeEncoder:
    """A text's vector counts its characters: quick, and alike texts are near."""

    version = "fake-1"
    dimensions = 64

    def encode(self, texts: Any) -> Vectors:
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for character in text:
                row[ord(character) % self.dimensions] += 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture
def asked(stranger: Visitor, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    """A load balancer, before a process that has loaded no release yet."""
    monkeypatch.setattr(live, "_live", live._Live())
    monkeypatch.setattr(live, "encoder", FakeEncoder)
    return stranger


@pytest.fixture
def release(asked: Visitor) -> Release:
    """A small release, live."""
    whole = [entry for name in ENTRIES for entry in read(ROOT / "knowledge" / "entries" / name)]
    entries = [entry.model_copy(update={"questions": entry.questions[:EXAMPLES]}) for entry in whole]
    made = Release.objects.create(
        number=1,
        entries=[entry.model_dump(mode="json") for entry in entries],
        matcher=to_bytes(Matcher.fit(entries, FakeEncoder().encode)),
        encoder=read_by(FakeEncoder()),
        note="試験",
        published_by="試験",
    )
    Activation.objects.create(release=made, by="試験")
    return made


def problems_of(visitor: Visitor) -> list[str]:
    """The problems of a process that is not ready, each of them a sentence."""
    response = visitor.send("GET", "/readyz")
    body = response.json()
    assert (response.status_code, body["ready"]) == (503, False)
    problems: list[str] = body["problems"]
    assert all(len(problem.split()) >= 4 for problem in problems)
    return problems


def test_with_a_release_and_an_engine_it_is_ready(asked: Visitor, release: Release) -> None:
    response = asked.send("GET", "/readyz")
    assert (response.status_code, response.json()) == (200, {"ready": True, "problems": [], "warnings": []})


def test_once_ready_the_first_question_waits_for_nothing_to_load(asked: Visitor, release: Release) -> None:
    asked.send("GET", "/readyz")
    assert "names" in vars(live.current())


def test_without_a_release_it_is_not_ready_and_says_how_to_publish(asked: Visitor) -> None:
    (problem,) = problems_of(asked)
    assert "publish_knowledge" in problem


def test_an_engine_with_a_problem_makes_it_not_ready(asked: Visitor, release: Release, engine: FakeEngine) -> None:
    engine.trouble = "the tracker store failed and fell back to memory"
    assert problems_of(asked) == ["the tracker store failed and fell back to memory"]


def test_every_problem_is_named_not_the_first_alone(asked: Visitor, engine: FakeEngine) -> None:
    engine.trouble = "Rasa does not answer: ConnectError"
    assert len(problems_of(asked)) == 2


def test_a_damaged_release_makes_it_not_ready(asked: Visitor, release: Release) -> None:
    Release.objects.update(matcher=bytes(release.matcher)[:100])
    (problem,) = problems_of(asked)
    assert "damaged" in problem


def test_entries_that_cannot_be_read_make_it_not_ready(asked: Visitor, release: Release) -> None:
    Release.objects.update(entries=[{"id": "cost.condolence"}])
    (problem,) = problems_of(asked)
    assert "damaged" in problem


def test_a_release_of_another_encoder_makes_it_not_ready(asked: Visitor, release: Release) -> None:
    Release.objects.update(encoder="fake-0")
    (problem,) = problems_of(asked)
    assert "fake-0" in problem
    assert "publish" in problem


def test_keys_that_do_not_open_what_is_stored_make_it_not_ready(
    asked: Visitor, release: Release, settings: Settings
) -> None:
    asked.opens().says("誤送信は対象ですか")
    assert asked.send("GET", "/readyz").status_code == 200
    other = Fernet.generate_key().decode()
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"field_keys": [other]})
    remedy = "put the key it was sealed under back into HOSHO_FIELD_KEYS"
    assert problems_of(asked) == [f"no key in HOSHO_FIELD_KEYS opens chat.Turn.text: {remedy}"]


def test_a_release_published_meanwhile_makes_it_ready(
    asked: Visitor, engine: FakeEngine, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "LOOK_AGAIN_AFTER", 0.0)
    problems_of(asked)
    request.getfixturevalue("release")
    assert asked.send("GET", "/readyz").status_code == 200


def test_a_database_without_its_tables_is_named(asked: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Activation._meta, "db_table", "not_there")
    (problem,) = problems_of(asked)
    assert "HOSHO_DATABASE_URL" in problem
    assert "not_there" not in problem


def ready_as_told(visitor: Visitor) -> float:
    token = settings_of_django.ENVIRONMENT.action_token
    return told_by(visitor.send("GET", "/metrics", Authorization=f"Bearer {token}").content.decode()).value(
        "hosho_ready"
    )


def test_the_metrics_say_the_same(asked: Visitor, release: Release, engine: FakeEngine) -> None:
    assert ready_as_told(asked) == 1
    engine.trouble = "no model is loaded"
    assert ready_as_told(asked) == 0
