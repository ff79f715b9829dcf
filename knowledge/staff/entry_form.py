"""The form of an entry. It takes what is typed; whether that is sound is for knowledge.editing to say."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.http import QueryDict
from django.utils.html import format_html

from knowledge.domain.corpus import MAY_NAME
from knowledge.domain.entry_faults import FieldFault
from knowledge.domain.field_names import FIELD_NAMES
from knowledge.domain.kind_names import KIND_HELP, KIND_NAMES
from knowledge.domain.lines import as_lines, lines_of
from knowledge.domain.naming import proposed_name
from knowledge.models import Draft
from knowledge.staff.entry_fields import HELP
from knowledge.staff.entry_links import links_to
from knowledge.staff.picking import PickField

LINES = {"aliases": 3, "questions": 14, "not_questions": 3, "boundary": 6, "boundary_words": 3}
"""Fields typed one item a line, with the rows they take."""
PROSE = {"answer": 6, "boundary_note": 4}
DATES = ("valid_from", "valid_until")
FIXED = ("kind", "name")
"""Given once, when an entry is added."""
ASCII = RegexValidator(r"^[a-z0-9_]*\Z", "半角の英小文字・数字・_ で書いてください")
SHOWN_AS = {"id": "name"}
"""Fields of an entry that the form shows as another."""


class LinesField(forms.CharField):
    def to_python(self, value: Any) -> Any:
        return lines_of(value or "")

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else as_lines(value or ())


class NameField(forms.CharField):
    """Full-width letters, as an input method leaves them, count as ASCII."""

    def to_python(self, value: Any) -> str:
        return unicodedata.normalize("NFKC", value or "").strip().lower()


def _labelled(name: str) -> dict[str, Any]:
    return {"label": FIELD_NAMES.get(name, name), "help_text": HELP[name], "required": False}


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _fields() -> dict[str, forms.Field]:
    kinds = [("", "選んでください"), *((kind.value, f"{KIND_NAMES[kind]}: {KIND_HELP[kind]}") for kind in KIND_NAMES)]
    wide = {"class": "wide"}
    fields: dict[str, forms.Field] = {
        "kind": forms.ChoiceField(
            choices=kinds,
            error_messages={"required": "種類を選んでください"},
            **{**_labelled("kind"), "required": True},
        ),
        "name": NameField(validators=[ASCII], **{**_labelled("name"), "label": "IDの名前"}),
        "title": forms.CharField(widget=forms.TextInput(attrs=wide), **_labelled("title")),
        "source": forms.CharField(widget=forms.TextInput(attrs=wide), **_labelled("source")),
        "about_coverage": forms.BooleanField(**_labelled("about_coverage")),
    }
    fields |= {name: forms.CharField(widget=_area(rows), **_labelled(name)) for name, rows in PROSE.items()}
    fields |= {name: LinesField(widget=_area(rows), **_labelled(name)) for name, rows in LINES.items()}
    for name in MAY_NAME:
        fields[name] = PickField(name, label=FIELD_NAMES[name], help_text=HELP[name])
    for name in DATES:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        fields[name] = forms.DateField(widget=widget, **_labelled(name))
    return fields


class EntryForm(forms.Form):
    """For a draft, or for a new entry (None). initial: what the fields of a new one hold at first."""

    def __init__(
        self,
        draft: Draft | None,
        data: QueryDict | None = None,
        initial: Mapping[str, Any] | None = None,
        read_only: bool = False,
    ) -> None:
        kept = {"about_coverage": True, **(draft.data if draft else initial or {})}
        super().__init__(data, initial=kept, label_suffix="")
        self.draft = draft
        self.entry_id = draft.entry_id if draft else ""
        self.fields |= {n: field for n, field in _fields().items() if draft is None or n not in FIXED}
        for field in self.fields.values():
            field.disabled = read_only

    def clean(self) -> None:
        self.given = dict(self.cleaned_data)  # Django drops a field's value as soon as a fault is found in it
        if self.draft is None:
            kind, name = self.given.get("kind", ""), self.given.get("name", "")
            taken = Draft.objects.filter(kind=kind).values_list("entry_id", flat=True)
            names = {entry_id.partition(".")[2] for entry_id in taken}
            self.entry_id = f"{kind}.{name or proposed_name(self.given.get('title', ''), names)}"

    @property
    def written(self) -> dict[str, Any]:
        """The entry as typed, in the shape of Draft.data; as kept, while nothing has been typed."""
        if not self.is_bound:
            return {"kind": "", "id": "", **self.initial}
        self.is_valid()
        entry = {name: self.given[name] for name in FIELD_NAMES if name in self.given}
        dates = {name: day.isoformat() if (day := self.given.get(name)) else None for name in DATES}
        return {**entry, **dates, "id": self.entry_id, "kind": self.entry_id.partition(".")[0]}

    def show_faults(self, faults: Iterable[FieldFault]) -> None:
        """Put faults at their fields; a field that is malformed as a form has its fault already."""
        found, malformed = list(faults), set(self.errors)
        links = links_to({fault.other for fault in found} - {""})
        for fault in found:
            name = SHOWN_AS.get(fault.field, fault.field)
            if name in malformed or (name == "name" and "kind" in malformed):
                continue
            link = format_html(" → {}", links[fault.other]) if fault.other in links else ""
            self.add_error(name, forms.ValidationError(format_html("{}{}", fault.message, link)))
