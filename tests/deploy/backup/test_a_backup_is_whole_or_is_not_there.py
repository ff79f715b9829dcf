import resource
from pathlib import Path
from uuid import UUID

import pytest

from tests.deploy.backup.house import House

pytestmark = pytest.mark.slow

Lived = tuple[House, UUID]


@pytest.mark.parametrize("share", [0.1, 0.999])
def test_a_disk_that_fills_up_leaves_no_half_file(lived_in: Lived, backup: Path, tmp_path: Path, share: float) -> None:
    """No file may become larger than that: the copy, or the archive, breaks off in the midst."""

    largest = int(backup.stat().st_size * share)

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    done = lived_in[0].run("-m", "deploy.backup", str(tmp_path / "hosho.tar"), before=full)
    assert done.returncode == 1, done.stdout
    assert done.stderr.startswith("hosho was not backed up: ")
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_earlier_backup_is_not_written_over(lived_in: Lived, backup: Path) -> None:
    before = backup.read_bytes()
    assert "exists" in lived_in[0].refuses("-m", "deploy.backup", str(backup))
    assert backup.read_bytes() == before


def test_a_folder_that_is_not_there_is_named(lived_in: Lived, tmp_path: Path) -> None:
    assert f"no folder {tmp_path / 'away'}" in lived_in[0].refuses(
        "-m", "deploy.backup", str(tmp_path / "away" / "b.tar")
    )
