"""Where the pages of releases are, and a candidate prepared in this process as `prepare_release` does beside it."""

from knowledge import candidates
from knowledge.models import Candidate
from tests.knowledge.fakes import FakeEncoder

HISTORY = "/staff/knowledge/release/"
PREPARE = f"{HISTORY}prepare/"


def prepared(encoder: FakeEncoder, by: str = "yamada") -> Candidate:
    found = candidates.build(candidates.prepare(by).digest, encoder)
    assert found is not None
    return found
