import os
from pathlib import Path

import pytest


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which nothing of hosho is set but where its files go; the folder does not exist yet."""
    for name in [name for name in os.environ if name.startswith("HOSHO_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "hosho" / "var"
    monkeypatch.setenv("HOSHO_VAR", str(folder))
    return folder
