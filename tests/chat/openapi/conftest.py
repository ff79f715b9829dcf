import pytest

from knowledge.domain.schema import Entry
from knowledge.models import Release
from knowledge.publishing import publish
from tests.chat.visitor import Visitor
from tests.knowledge.conftest import encoder, entries, save_drafts  # noqa: F401 -- fixtures
from tests.knowledge.fakes import FakeEncoder


@pytest.fixture
def release(
    stranger: Visitor,
    save_drafts: object,  # noqa: F811
    entries: list[Entry],  # noqa: F811
    encoder: FakeEncoder,  # noqa: F811
) -> Release:
    """The small corpus, live: /readyz has nothing to complain of."""
    for entry in entries:
        save_drafts(entry)  # type: ignore[operator]
    return publish(encoder, note="最初の版", by="山田")[0]
