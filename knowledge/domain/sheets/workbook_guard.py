"""What is no workbook that may be opened: told before anything in it is unpacked or read."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

LARGEST = 30 * 1024 * 1024
"""Bytes of a file that is taken."""

LARGEST_UNPACKED = 200 * 1024 * 1024
"""Bytes of all that is packed in it."""

MOST_MEMBERS = 12_000

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What zipfile raises at a damaged archive."""

_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AGAIN = "Excel で開き、「Excel ブック (.xlsx)」として保存し直してください"


class Refused(Exception):
    """The file is not read; said to staff, with the remedy."""


def open_archive(data: bytes) -> zipfile.ZipFile:
    """A ZIP file that is complete, not too large and not locked. Raises Refused."""
    check_size(data)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except BROKEN as error:
        raise Refused("壊れているか、途中までしか書かれていません。元のファイルを開けるか確かめてください") from error
    members = archive.infolist()
    # zipfile never unpacks more of a member than it declares, so that the declared sizes are a true bound
    if sum(member.file_size for member in members) > LARGEST_UNPACKED or len(members) > MOST_MEMBERS:
        raise Refused("中身が大きすぎます。分けて取り込んでください")
    if any(member.flag_bits & 1 for member in members):
        raise Refused("パスワードが付いています。外して保存し直してください")
    return archive


def check_size(data: bytes) -> None:
    """Raises Refused."""
    if not data:
        raise Refused("ファイルが空です")
    if len(data) > LARGEST:
        raise Refused(f"ファイルが大きすぎます。{LARGEST // (1024 * 1024)}MBまでです。分けて取り込んでください")


def check_workbook(data: bytes) -> None:
    """Raises Refused unless the file is an Excel workbook of today's form, unlocked and without macros."""
    if data.startswith(_OLD_OR_LOCKED):
        if _LOCKED in data:
            raise Refused("パスワードが付いています。Excel でパスワードを外し、保存し直してください")
        raise Refused(f"古い形式(.xls)です。{_SAVE_AGAIN}")
    if data and not data.startswith(b"PK"):
        raise Refused(f"Excel のブックではありません。{_SAVE_AGAIN}")
    with open_archive(data) as archive:
        names = {name.lower() for name in archive.namelist()}
        if any(_macros(names)) or _declares_macros(archive):
            raise Refused(f"マクロが含まれています。{_SAVE_AGAIN}")
        if "xl/workbook.bin" in names:
            raise Refused(f"バイナリ形式(.xlsb)です。{_SAVE_AGAIN}")
        if "xl/workbook.xml" not in names:
            raise Refused(f"Excel のブックではありません。{_SAVE_AGAIN}")


def _macros(names: set[str]) -> Iterator[bool]:
    yield from (name.endswith(("vbaproject.bin", "vbaprojectsignature.bin")) for name in names)
    yield from (name.startswith("xl/macrosheets/") for name in names)


def _declares_macros(archive: zipfile.ZipFile) -> bool:
    try:
        return b"macroenabled" in archive.read("[Content_Types].xml").lower()
    except KeyError:
        return False
    except BROKEN as error:
        raise Refused("壊れています。Excel で開けるか確かめてください") from error
