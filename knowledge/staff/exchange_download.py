"""Files that staff take away."""

from collections.abc import Iterable, Iterator, Sequence

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from knowledge import exchange
from knowledge.domain.kind_names import KIND_NAMES
from knowledge.domain.sheets.csv_writing import Lost
from knowledge.domain.sheets.spreadsheet import neutral
from knowledge.staff.exchange_page import known_scope

_CP932 = "csv-cp932"
FORMS = {
    "xlsx": (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (".csv", "text/csv; charset=utf-8"),
    _CP932: ("_Shift_JIS.csv", "text/csv; charset=shift_jis"),
    "yaml": (".zip", "application/zip"),
}


def download(form: str, scope: str) -> HttpResponse:
    """The drafts of the scope as a file named after it. Raises CorpusError, Http404."""
    if form not in FORMS:
        raise Http404
    ending, content_type = FORMS[form]
    scope = known_scope(scope)
    what = {kind.value: name for kind, name in KIND_NAMES.items()}.get(scope, "全体")
    name = f"知識ベース_{what}_{timezone.localtime():%Y%m%d-%H%M}{ending}"
    return attachment(exchange.export(form, scope), name, content_type)


def lost(form: str, scope: str) -> list[Lost]:
    """Cells that the file cannot hold as they are. Raises CorpusError."""
    return exchange.lost(known_scope(scope)) if form == _CP932 else []


def attachment(data: bytes, name: str, content_type: str) -> HttpResponse:
    """A file with a Japanese name, whatever the browser."""
    disposition = content_disposition_header(True, name)
    return HttpResponse(data, content_type=content_type, headers={"Content-Disposition": disposition})


def harmless(rows: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """Cells that quote a file run nothing either."""
    return ([neutral(cell) for cell in row] for row in rows)
