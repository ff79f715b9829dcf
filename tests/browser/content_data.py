"""Content staff for the database of this environment: python -m tests.browser.content_data PASSWORD"""

import sys

import django

django.setup()

from django.contrib.auth.models import Group, User  # noqa: E402

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


if __name__ == "__main__":
    main(sys.argv[1])
