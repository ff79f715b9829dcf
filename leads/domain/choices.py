"""The answers that choose: past incidents, certifications, yes or no, a period, a time to be called."""

from leads.domain.certifications import read_certifications
from leads.domain.fiscal_period import read_fiscal_period
from leads.domain.past_incidents import read_past_incidents
from leads.domain.preferred_time import read_preferred_time
from leads.domain.yes_no import read_yes_no

__all__ = [
    "read_certifications",
    "read_fiscal_period",
    "read_past_incidents",
    "read_preferred_time",
    "read_yes_no",
]
