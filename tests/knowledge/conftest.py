from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge import live
from knowledge.domain import files
from knowledge.domain.encoding.encoder import Encoder, default_encoder
from knowledge.domain.faults import CorpusError
from knowledge.domain.matching.matcher import Matcher
from knowledge.domain.schema import Entry
from knowledge.models import Draft, Release
from knowledge.publishing import publish
from tests.knowledge.fakes import Clock, FakeEncoder
from tests.knowledge.samples import a_corpus


@pytest.fixture
def entries() -> list[Entry]:
    return a_corpus()


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> FakeEncoder:
    """The encoder of this process, and a process that has not looked for a release yet."""
    fake = FakeEncoder()
    monkeypatch.setattr(live, "encoder", lambda: fake)
    monkeypatch.setattr(live, "_live", live._Live())
    return fake


@pytest.fixture(scope="session")
def real_encoder() -> Encoder:
    return default_encoder()


@pytest.fixture
def matcher(entries: list[Entry], encoder: FakeEncoder) -> Matcher:
    return Matcher.fit(entries, encoder.encode)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    fake = Clock()
    monkeypatch.setattr(live, "time", fake)
    return fake


@pytest.fixture
def corpus_folder(tmp_path: Path, entries: list[Entry]) -> Path:
    """The small corpus as files."""
    folder = tmp_path / "entries"
    files.write(entries, folder)
    return folder


Save = Callable[..., None]


@pytest.fixture
def save_drafts(db: None) -> Save:
    """Puts entries straight into the drafts, as the staff pages do."""

    def save(*entries: Entry) -> None:
        for entry in entries:
            Draft.objects.update_or_create(entry_id=entry.id, defaults={"data": entry.model_dump(mode="json")})

    return save


@pytest.fixture
def release(save_drafts: Save, entries: list[Entry], encoder: FakeEncoder) -> Release:
    """The small corpus, published."""
    save_drafts(*entries)
    return publish(encoder, note="最初の版", by="山田")[0]


@pytest.fixture
def faults_of(tmp_path: Path) -> Callable[..., list[str]]:
    """Reads the given files (name -> content) as a folder; the faults, one line each, as staff would see them."""

    def read(**contents: str | bytes) -> list[str]:
        folder = tmp_path / "read"
        folder.mkdir(exist_ok=True)
        for name, content in contents.items():
            data = content if isinstance(content, bytes) else content.encode()
            (folder / f"{name.replace('__', '.')}.yml").write_bytes(data)
        try:
            files.read(folder)
        except CorpusError as error:
            return str(error).splitlines()
        return []

    return read
