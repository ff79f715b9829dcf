from tests.chat.conftest import engine  # noqa: F401 -- a fixture
from tests.knowledge.conftest import encoder, entries, release, save_drafts  # noqa: F401 -- fixtures
