import pytest

from chat import rasa
from tests.chat.visitor import Visitor
from tests.fakes import FakeEngine


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """The dialogue engine of this process."""
    fake = FakeEngine()
    monkeypatch.setattr(rasa, "_engine", fake)
    return fake


@pytest.fixture
def passer_by(engine: FakeEngine) -> Visitor:
    """Somebody who only looks at pages; no database is at hand."""
    return Visitor()


@pytest.fixture
def stranger(transactional_db: None, engine: FakeEngine) -> Visitor:
    """Somebody without a session."""
    return Visitor()


@pytest.fixture
def visitor(stranger: Visitor) -> Visitor:
    """Somebody whose session is open."""
    return stranger.opens()


@pytest.fixture
def other(visitor: Visitor) -> Visitor:
    """Somebody else, in a session of their own."""
    return Visitor().opens()
