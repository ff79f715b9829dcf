"""Files on their way in: looked at first, imported afterwards, never kept for long."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from knowledge.domain.sheets.workbook_guard import LARGEST
from knowledge.exchange import read_upload
from knowledge.import_plan import ImportPlan, difference
from knowledge.models import Upload

KEPT = timedelta(days=1)


def look_at(owner: User, name: str, content: bytes, scope: str) -> Upload:
    """Keep the file together with what it would change (some seconds for thousands of entries)."""
    forget_old()
    plan = difference(read_upload(name, content), scope)
    kept = b"" if plan.faults else content
    return Upload.objects.create(
        owner=owner, name=name[:255], scope=scope, content=kept, plan=plan.model_dump(mode="json")
    )


def look_again(upload: Upload) -> None:
    """Compare the file with the drafts as they are by now."""
    upload.plan = difference(read_upload(upload.name, bytes(upload.content)), upload.scope).model_dump(mode="json")
    upload.save(update_fields=["plan"])


def plan_of(upload: Upload) -> ImportPlan:
    return ImportPlan.model_validate(upload.plan)


def forget_old() -> int:
    """Delete what nobody imported; returns how many."""
    return Upload.objects.filter(made_at__lt=timezone.now() - KEPT).delete()[0]


def bytes_of(file: "UploadedFile[bytes]") -> bytes:
    """The file's content; of one that is too large only so much that it can be refused."""
    content: bytes = file.read(LARGEST + 1)
    return content
