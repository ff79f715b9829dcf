from tests.chat.conftest import engine  # noqa: F401 -- a fixture
