"""Other leads of the same company, e-mail address or phone number."""

from dataclasses import dataclass

from django.db.models import Q

from leads.models import Lead

KEYS = {"company_key": "会社", "email_key": "メール", "phone_key": "電話"}


@dataclass(frozen=True)
class Related:
    """`same` says what the two have in common: 会社・電話"""

    lead: Lead
    same: str


def related(lead: Lead) -> list[Related]:
    """Newest first."""
    known = {key: value for key in KEYS if (value := getattr(lead, key))}
    if not known:
        return []
    alike = Q.create([Q(**{key: value}) for key, value in known.items()], connector=Q.OR)
    others = Lead.objects.filter(alike).exclude(pk=lead.pk).select_related("owner").defer("transcript")
    return [
        Related(other, "・".join(KEYS[key] for key, value in known.items() if getattr(other, key) == value))
        for other in others
    ]
