"""The titles of the entries that visitors were shown."""

from collections.abc import Iterable

from knowledge.models import Draft
from leads.domain.lead import Lead


def titles_for(leads: Iterable[Lead]) -> dict[str, str]:
    """By id; an entry that has been removed since has none."""
    shown = {entry for lead in leads for question in lead.questions for entry in question.entries}
    return dict(Draft.objects.filter(entry_id__in=shown).values_list("entry_id", "data__title"))
