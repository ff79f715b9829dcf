"""Content staff for the database of this environment, and one release only, the live one, three weeks old:
python -m tests.browser.content_data PASSWORD"""

import sys
from datetime import timedelta

import django

django.setup()

from django.contrib.auth.models import Group, User  # noqa: E402
from django.db import transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from knowledge.models import Activation, Candidate, Draft, Proposal, Release  # noqa: E402

STAFF = {
    "yamada": ("山田", "花子", "content"),
    "ito": ("伊藤", "健", "content"),
    "kato": ("加藤", "誠", "approver"),
}


def main(password: str) -> None:
    for login, (last_name, first_name, group) in STAFF.items():
        user, _ = User.objects.get_or_create(username=login, last_name=last_name, first_name=first_name, is_staff=True)
        user.set_password(password)
        user.save()
        user.groups.add(Group.objects.get(name=group))
    begin_the_history()


@transaction.atomic
def begin_the_history() -> None:
    """Whatever the developer has published before."""
    then = timezone.now() - timedelta(weeks=3)
    live = Activation.objects.all()[0]
    Proposal.objects.all().delete()
    Candidate.objects.all().delete()
    Activation.objects.exclude(pk=live.pk).delete()
    Release.objects.exclude(pk=live.release_id).delete()
    Activation.objects.update(at=then)
    Release.objects.update(number=1, published_at=then)
    Draft.objects.update(updated_at=then)


if __name__ == "__main__":
    main(sys.argv[1])
