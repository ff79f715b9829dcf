"""A backup: a tar file of databases, led by a manifest that says what must be in it, ended by the manifest's digest."""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Literal

from pydantic import AwareDatetime, BaseModel, ValidationError

from deploy.stores import Rows, Unusable, private

FORMAT = 1
MANIFEST, DIGEST = "manifest.json", "manifest.sha256"
BLOCK = 1 << 20
Name = Literal["database", "tracker"]
"""Ours, and Rasa's conversations."""


class Stored(BaseModel):
    """A database in the archive."""

    kind: str
    sha256: str
    rows: Rows


class Manifest(BaseModel):
    """`keys`: fingerprints of the secrets in use, never the secrets; `migrations`: those applied, as app.name."""

    format: int
    hosho: str
    made_at: AwareDatetime
    migrations: list[str]
    keys: dict[str, list[str]]
    databases: dict[Name, Stored]


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(target: Path, manifest: Manifest, files: Mapping[Name, Path]) -> None:
    """A new file that only we may read, read back once it is written. Raises OSError, Unusable."""
    text = json.dumps(manifest.model_dump(mode="json"), indent=1).encode()
    with private(target) as file, tarfile.open(fileobj=file, mode="w") as tar:
        _add(tar, MANIFEST, text)
        for name, path in files.items():
            tar.add(path, name, filter=_anonymous)
        _add(tar, DIGEST, hashlib.sha256(text).hexdigest().encode())
    unpack(target, None)


def unpack(source: Path, folder: Path | None) -> Manifest:
    """The manifest, once everything in the archive is as it says; its databases go into `folder`. Raises Unusable."""
    try:
        with tarfile.open(source, "r:") as tar:
            text = _read(tar, MANIFEST)
            if hashlib.sha256(text).hexdigest().encode() != _read(tar, DIGEST):
                raise Unusable(f"{source} is not as it was written: its manifest was changed")
            manifest = Manifest.model_validate_json(text)
            if manifest.format != FORMAT:
                raise Unusable(f"{source} is of format {manifest.format}, this hosho reads {FORMAT}")
            for name, stored in manifest.databases.items():
                if _copy(tar, name, folder) != stored.sha256:
                    raise Unusable(f"{source} is not as it was written: {name} was changed")
    except (tarfile.TarError, EOFError, KeyError, ValidationError) as error:
        raise Unusable(f"{source} is no whole backup of hosho: {type(error).__name__}") from None
    return manifest


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(content), 0o600
    tar.addfile(member, io.BytesIO(content))


def _member(tar: tarfile.TarFile, name: str) -> IO[bytes]:
    file = tar.extractfile(name)
    if file is None:
        raise KeyError(name)
    return file


def _read(tar: tarfile.TarFile, name: str) -> bytes:
    return _member(tar, name).read()


def _copy(tar: tarfile.TarFile, name: str, folder: Path | None) -> str:
    """The digest of a member, which is written into the folder, if there is one."""
    digest = hashlib.sha256()
    with _member(tar, name) as file, private(folder / name) if folder else open(os.devnull, "wb") as copy:
        while block := file.read(BLOCK):
            digest.update(block)
            copy.write(block)
    return digest.hexdigest()
