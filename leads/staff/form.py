"""What staff may write on a lead: its status, its owner, a note. Never what the visitor said."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.models import User

from leads.models import Lead, Status
from leads.staff.people import NOBODY, name_of, salespeople

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Lead]
    _ModelChoiceField = forms.ModelChoiceField[User]
else:
    _ModelForm = forms.ModelForm
    _ModelChoiceField = forms.ModelChoiceField

DECIDED = ("status", "owner")


class _Owner(_ModelChoiceField):
    def label_from_instance(self, obj: User) -> str:
        return name_of(obj)


class LeadForm(_ModelForm):
    """The shown status and owner travel along, so that a page left open does not undo what others changed since."""

    status = forms.ChoiceField(label="状況", choices=Status.choices, show_hidden_initial=True)
    owner = _Owner(salespeople(), label="担当者", required=False, empty_label=NOBODY, show_hidden_initial=True)
    note = forms.CharField(
        label="新しいメモ",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4, "placeholder": "電話の結果、次の約束など"}),
    )

    class Meta:
        model = Lead
        fields = DECIDED

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.fields["owner"]
        if isinstance(owner, _Owner) and self.instance.owner_id:
            owner.queryset = salespeople(self.instance.owner_id)

    @property
    def decided(self) -> dict[str, Any]:
        """Of status and owner, what was changed on this page, with its new value."""
        return {name: self.cleaned_data[name] for name in DECIDED if name in self.changed_data}
