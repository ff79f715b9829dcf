"""Keeps how far each form got, apart from what was said in it."""

from django.utils import timezone

from leads.domain.form import Form
from leads.domain.furthest import furthest
from leads.domain.outcome import End
from leads.models import FormProgress


def follow(progress: FormProgress | None, form: Form, end: End | None) -> FormProgress:
    """The form's progress as it is now, stored; None: the form begins today."""
    progress = progress or FormProgress(day=timezone.localdate())
    progress.kind, progress.reached, progress.end = form.kind, furthest(form, progress.reached, end), end or ""
    progress.save()
    return progress
