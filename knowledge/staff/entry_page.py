"""All that an entry's page shows, ready for its templates."""

from typing import Any

from django.forms import BoundField
from django.utils import timezone

from knowledge import editing, quality
from knowledge.domain.kind_names import kind_name
from knowledge.models import Draft
from knowledge.staff.conflict import differences, marks
from knowledge.staff.entry_fields import SECTIONS, USED_BY
from knowledge.staff.entry_form import EntryForm
from knowledge.staff.entry_preview import cards
from knowledge.staff.people import name_of
from knowledge.staff.states import LABELS, period, state_of


def preview(form: EntryForm) -> dict[str, Any]:
    """The entry as typed, as visitors would read it, and what is wrong with it so far."""
    return {
        "cards": cards(form.written),
        "faulty": [(form[name].auto_id, form[name].label, messages) for name, messages in form.errors.items()],
        "draft": form.draft,
        "entry_id": form.entry_id if form.written.get("title") else "",
    }


def show_faults(form: EntryForm) -> None:
    """Look at the whole entry, as saving would."""
    form.show_faults(editing.faults(form.written, new=form.draft is None))


def page(form: EntryForm) -> dict[str, Any]:
    """The form in its sections, its preview, and what is known of the draft."""
    sections = [
        (section.heading, [_field(form, name) for name in section.fields if name in form.fields])
        for section in SECTIONS
    ]
    shown = {"form": form, "sections": sections, **preview(form)}
    return shown | (_of_draft(form.draft) if form.draft else {})


def _field(form: EntryForm, name: str) -> tuple[BoundField, str]:
    """With the kinds that use it; the script shows those of the chosen kind."""
    return form[name], " ".join(sorted(USED_BY.get(name, ())))


def _of_draft(draft: Draft) -> dict[str, Any]:
    state = state_of(draft)
    return {
        "id_name": draft.entry_id.partition(".")[2],
        "kind_name": kind_name(draft.kind),
        "state": state.value,
        "state_label": LABELS[state],
        "ended": period(draft, timezone.localdate()),
        "writer": name_of(draft.updated_by) or "システム",
        "advice": quality.advice(draft),
        "began_with": marks(draft.data),
    }


def compared(form: EntryForm, version: str, began_with: str) -> dict[str, Any]:
    """What differs, when the draft is newer than the version the typing began with."""
    if form.draft is None or version == str(form.draft.version):
        return {}
    return {"differences": differences(form.draft.data, form.written, began_with)}
