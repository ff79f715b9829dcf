"""The days a page of figures is about; days are Japan's."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

LENGTHS = (7, 30, 90)
DEFAULT = 30


@dataclass(frozen=True)
class Period:
    """So many days, the last of them today, which is not over yet."""

    length: int
    last: date

    @property
    def first(self) -> date:
        return self.last - timedelta(days=self.length - 1)

    @property
    def begins(self) -> datetime:
        """The first midnight, for what has a time rather than a day."""
        return timezone.make_aware(datetime.combine(self.first, time.min))

    @property
    def days(self) -> list[date]:
        """Every day, the oldest first."""
        return [self.first + timedelta(days=passed) for passed in range(self.length)]


def chosen(text: str) -> Period:
    """The period of this many days until today; another text than one of LENGTHS is taken for DEFAULT."""
    lengths = {str(length): length for length in LENGTHS}
    return Period(lengths.get(text, DEFAULT), timezone.localdate())
