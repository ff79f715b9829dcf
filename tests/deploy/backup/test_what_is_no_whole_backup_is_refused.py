import shutil
from pathlib import Path

import pytest

from deploy.archive import DIGEST, unpack
from deploy.stores import Unusable
from tests.deploy.backup.conftest import Build

pytestmark = pytest.mark.slow


@pytest.fixture
def damaged(backup: Path, tmp_path: Path) -> Path:
    return shutil.copy(backup, tmp_path / "damaged.tar")


def said_of(archive: Path) -> str:
    with pytest.raises(Unusable) as refused:
        unpack(archive, None)
    return str(refused.value)


def cut(archive: Path) -> None:
    """Before what it ends with, the digest of its manifest; behind that a tar file holds nothing."""
    content = archive.read_bytes()
    archive.write_bytes(content[: content.rindex(DIGEST.encode())])


def test_a_whole_one_is_taken(backup: Path) -> None:
    assert unpack(backup, None).databases["database"].rows["chat_turn"] == 1


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3])
def test_a_truncated_one(damaged: Path, share: float) -> None:
    content = damaged.read_bytes()
    damaged.write_bytes(content[: int(len(content) * share)])
    assert f"{damaged} is no whole backup of hosho" in said_of(damaged)


def test_one_that_lacks_its_last_part(damaged: Path) -> None:
    cut(damaged)
    assert f"{damaged} is no whole backup of hosho" in said_of(damaged)


@pytest.mark.parametrize("place", [0.5, 0.7])
def test_a_changed_one(damaged: Path, place: float) -> None:
    content = bytearray(damaged.read_bytes())
    content[int(len(content) * place)] ^= 1
    damaged.write_bytes(content)
    assert "is not as it was written: database was changed" in said_of(damaged)


def test_one_whose_manifest_was_changed(damaged: Path) -> None:
    damaged.write_bytes(damaged.read_bytes().replace(b'"chat_turn": 1', b'"chat_turn": 2', 1))
    assert "its manifest was changed" in said_of(damaged)


def test_any_other_file(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8" * 4000)
    assert "no whole backup of hosho" in said_of(tmp_path / "photo.jpg")


def test_the_command_says_it_in_one_sentence_and_leaves_the_place_empty(empty: Build, damaged: Path) -> None:
    cut(damaged)
    house = empty()
    assert house.refuses("-m", "deploy.restore", str(damaged)).startswith("hosho was not restored: ")
    assert list(house.var.glob("*.db*")) == []
