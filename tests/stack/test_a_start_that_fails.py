"""What web cannot load ends it, with the reason in its log: it does not say for ever that it is starting."""

from pathlib import Path

import pytest

from tests.deploy.web_alone import started_web

pytestmark = pytest.mark.stack
WITHOUT_SPACY = "import sys\nsys.modules['spacy'] = None\n"


def test_the_process_ends_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_SPACY)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(RuntimeError) as ended, started_web(tmp_path):
        pytest.fail("it has started without what it needs")
    assert "web cannot start" in str(ended.value)
    assert "ModuleNotFoundError" in str(ended.value)
