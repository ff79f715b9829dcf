import os
import sys
from pathlib import Path

import pytest

# As deploy/rasa starts Rasa: quiet, without telemetry, the repository's root importable.
os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def pytest_configure(config: pytest.Config) -> None:
    """Rasa's frozen dependencies deprecate one another; nothing of it is ours to mend."""
    config.addinivalue_line("filterwarnings", "ignore::DeprecationWarning")
