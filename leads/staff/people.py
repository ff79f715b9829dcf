"""Who may own a lead, and how staff are named."""

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from knowledge.staff.people import shown_name

NOBODY = "未定"


def salespeople(or_who_is: int | None = None) -> QuerySet[User]:
    """The group and the superusers, as long as their accounts are in use; and the owner so far, by id."""
    may = (Q(groups__name="sales") | Q(is_superuser=True)) & Q(is_active=True)
    return User.objects.filter(may | Q(pk=or_who_is)).distinct().order_by("last_name", "username")


def name_of(user: User | None) -> str:
    """The family name first, or else the login; 未定 for nobody."""
    return NOBODY if user is None else shown_name(user)
