"""Other leads of the same company, e-mail address or phone number."""

from dataclasses import dataclass

from django.db.models import Q

from leads import lookup_keys
from leads.models import Lead
from sealing.lookups import digests

KEYS = {
    "company_key": (lookup_keys.company, "会社"),
    "email_key": (lookup_keys.email, "メール"),
    "phone_key": (lookup_keys.phone, "電話"),
}


@dataclass(frozen=True)
class Related:
    """`same` says what the two have in common: 会社・電話"""

    lead: Lead
    same: str


def related(lead: Lead) -> list[Related]:
    """Newest first."""
    known = {key: found for key, (read, _) in KEYS.items() if (found := digests(read(lead)))}
    if not known:
        return []
    alike = Q.create([Q(**{f"{key}__in": found}) for key, found in known.items()], connector=Q.OR)
    others = Lead.objects.filter(alike).exclude(pk=lead.pk).select_related("owner").defer("transcript")
    return [
        Related(other, "・".join(KEYS[key][1] for key, found in known.items() if getattr(other, key) in found))
        for other in others
    ]
