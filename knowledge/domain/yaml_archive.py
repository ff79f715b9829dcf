"""Entries as YAML files, alone or in a ZIP file, without leaving them on a disk of ours."""

import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath

from knowledge.domain import files
from knowledge.domain.faults import Fault
from knowledge.domain.incoming import Incoming, refused
from knowledge.domain.schema import Entry
from knowledge.domain.sheets.workbook_guard import BROKEN, Refused, check_size, open_archive

_LONGEST_NAME = 200


def to_archive(entries: Iterable[Entry]) -> bytes:
    """A ZIP file with one YAML file an entry."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in entries:
            archive.writestr(f"{entry.id}.yml", files.to_yaml(entry))
    return packed.getvalue()


def read_yaml(name: str, data: bytes) -> Incoming:
    """The entry of one file."""
    try:
        check_size(data)
    except Refused as error:
        return refused(name, str(error))
    return _read(name, {PurePosixPath(name).name: data}, [], ())


def read_archive(name: str, data: bytes) -> Incoming:
    """The entries of all .yml files in a ZIP file, in whatever folder of it they are."""
    try:
        with _opened(data) as archive:
            members = [m for m in archive.infolist() if not m.is_dir() and not m.filename.startswith("__MACOSX/")]
            found: dict[str, bytes] = {}
            faults, passed_over = [], []
            for member in members:
                file = PurePosixPath(member.filename.replace("\\", "/")).name
                if file.endswith(".yaml"):
                    faults.append(Fault(file, 0, files.OTHER_ENDING))
                elif not file.endswith(".yml") or file.startswith("."):
                    passed_over.append(file)
                elif file in found:
                    faults.append(Fault(file, 0, "同じ名前のファイルが二つあります。一つにしてください"))
                else:
                    found[file] = archive.read(member)
    except Refused as error:
        return refused(name, str(error))
    if not found and not faults:
        faults.append(Fault(name, 0, "知識ファイル(.yml)が入っていません"))
    return _read(name, found, faults, tuple(passed_over))


@contextmanager
def _opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    try:
        with open_archive(data) as archive:
            if "xl/workbook.xml" in archive.namelist():
                raise Refused("中身が Excel のブックです。名前の終わりを .xlsx にしてください")
            yield archive
    except BROKEN as error:
        raise Refused("壊れていて読めません。ZIP ファイルを作り直してください") from error


def _read(name: str, found: dict[str, bytes], faults: list[Fault], passed_over: tuple[str, ...]) -> Incoming:
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for file, content in found.items():
            if len(file.encode()) > _LONGEST_NAME:
                faults.append(Fault(file, 0, "ファイルの名前が長すぎます"))
                continue
            paths.append(Path(folder) / file)
            paths[-1].write_bytes(content)
        loaded = files.load(sorted(paths))
    return Incoming(
        name=name,
        entries=loaded.entries,
        read=loaded.entries,
        faults=sorted(faults + loaded.faults),
        broken=loaded.broken,
        locate=loaded.locate,
        passed_over=passed_over,
    )
