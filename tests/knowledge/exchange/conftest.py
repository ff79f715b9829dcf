import pytest

from knowledge.domain.schema import Entry
from tests.knowledge.conftest import Save
from tests.knowledge.samples import a_corpus


@pytest.fixture
def corpus(save_drafts: Save) -> list[Entry]:
    """The small corpus, saved as drafts."""
    save_drafts(*a_corpus())
    return a_corpus()
