from tests.chat.conftest import engine, other, stranger, visitor  # noqa: F401 -- fixtures
from tests.knowledge.conftest import encoder, entries, release, save_drafts  # noqa: F401 -- fixtures
