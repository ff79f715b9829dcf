"""The knowledge as files for staff, out and in: nothing is changed before the difference has been looked at."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from audit.recording import record
from audit.vocabulary import Did, Kind
from knowledge.domain.faults import CorpusError, Fault
from knowledge.domain.files import OTHER_ENDING
from knowledge.domain.incoming import Incoming, refused
from knowledge.domain.schema import Entry
from knowledge.domain.sheets.csv_reading import read_csv
from knowledge.domain.sheets.csv_writing import Lost, lost_in_cp932, to_csv
from knowledge.domain.sheets.workbook_reading import read_workbook
from knowledge.domain.sheets.workbook_writing import to_workbook
from knowledge.domain.sheets.writing import too_long
from knowledge.domain.yaml_archive import read_archive, read_yaml, to_archive
from knowledge.drafts import read_each
from knowledge.models import Draft

WHOLE = ""
"""The scope of all entries; else the value of a kind."""

Titles = Mapping[str, str]
WRITERS: dict[str, Callable[[list[Entry], Titles], bytes]] = {
    "xlsx": to_workbook,
    "csv": lambda entries, titles: to_csv(entries, titles, "utf-8"),
    "csv-cp932": lambda entries, titles: to_csv(entries, titles, "cp932"),
    "yaml": lambda entries, _: to_archive(entries),
}
SHEETS = ("xlsx", "csv", "csv-cp932")
READERS: dict[str, Callable[[str, bytes], Incoming]] = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xlsb", ".xltx", ".xltm", ".xls"), read_workbook),
    ".csv": read_csv,
    ".yml": read_yaml,
    ".zip": read_archive,
}
_TAKEN = "Excel(.xlsx)、CSV(.csv)、YAML(.yml、またはそれらの .zip)のどれかにしてください"


def export(form: str, scope: str = WHOLE) -> bytes:
    """The drafts of the scope in one of the forms of WRITERS.

    Raises CorpusError naming the drafts that are not sound, or cells that Excel could not keep."""
    entries, titles = entries_of(scope), _titles()
    if form in SHEETS and (faults := too_long(entries, titles)):
        raise CorpusError(faults)
    record(Did.EXPORTED, Kind.ENTRY, count=len(entries), form=form, scope=scope)
    return WRITERS[form](entries, titles)


def lost(scope: str = WHOLE) -> list[Lost]:
    """What cp932 cannot hold. Raises CorpusError as export."""
    return lost_in_cp932(entries_of(scope), _titles())


def entries_of(scope: str) -> list[Entry]:
    """The drafts of the scope, each sound in itself: what is wrong between them can be mended in the file."""
    drafts = Draft.objects.filter(kind=scope) if scope else Draft.objects.all()
    entries, faults = read_each(drafts.values_list("entry_id", "data"))
    if not entries and not faults:
        faults.append(Fault("下書き", 0, "書き出す項目がありません"))
    if faults:
        raise CorpusError(faults)
    return entries


def read_upload(name: str, data: bytes) -> Incoming:
    """What a file holds. It never raises: what is wrong with the file is among the faults."""
    ending = PurePosixPath(name).suffix.lower()
    if ending == ".yaml":
        return refused(name, OTHER_ENDING)
    if ending not in READERS:
        return refused(name, f"この種類のファイルは取り込めません。{_TAKEN}")
    return READERS[ending](name, data)


def _titles() -> Titles:
    return dict(Draft.objects.values_list("entry_id", "title"))
