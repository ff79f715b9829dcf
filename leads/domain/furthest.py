"""How far a form has come."""

from leads.domain.fields import ASKED, Field
from leads.domain.form import Form
from leads.domain.outcome import End


def furthest(form: Form, before: str, end: End | None) -> Field:
    """The furthest field that the form has asked, in the order of its kind; all of them when it was sent.

    before: the same until now ("" at the beginning). What is asked anew moves nothing back; a field that only another
    kind of form asks does not count once the visitor has changed over to this one."""
    order = ASKED[form.kind]
    if end is End.SENT:
        return order[-1]
    return max((field for field in order if field in (before, form.asks)), key=order.index, default=order[0])
