"""A complete form becomes a lead, once: the lead, its deliveries and the form's end in one transaction."""

from django.db import transaction
from django.utils import timezone

from leads import measures, outbox
from leads.domain.contents import Conversation, lead_of
from leads.domain.form import Form
from leads.domain.receipt import new_reference
from leads.models import Disclosure, Lead


@transaction.atomic
def submit(disclosure: Disclosure, said: Conversation) -> Lead:
    """The form's lead; the one it has when it was sent before. Nothing is kept unless everything is."""
    disclosure = Disclosure.objects.select_for_update().get(pk=disclosure.pk)
    if disclosure.lead:
        return disclosure.lead
    now = timezone.now()
    reference = new_reference(timezone.localdate(now))
    form = Form.model_validate(disclosure.state)
    content = lead_of(form, said, reference, now, str(disclosure.session))
    lead = Lead.objects.create(
        reference=reference,
        created_at=now,
        kind=content.kind,
        grade=content.grade,
        content=content.model_dump(mode="json"),
        transcript=list(said.transcript),
        agreed_to=form.agreed,
        company=content.company or "",
        session=disclosure.session,
    )
    outbox.enqueue(lead)
    transaction.on_commit(measures.TAKEN.labels(content.kind.value).inc)
    disclosure.lead, disclosure.ended_at = lead, now
    disclosure.save()
    return lead
