"""How long a login of staff lasts: HOSHO_STAFF_HOURS from the password on; Django's session ends an idle one."""

import time
from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

BEGAN = "login_began"
"""Of the session: seconds since the epoch."""


@receiver(user_logged_in, dispatch_uid="login.began")
def began(sender: Any, request: HttpRequest, **_: Any) -> None:
    request.session[BEGAN] = int(time.time())


def is_over(request: HttpRequest) -> bool:
    """Also of a login that nobody dated."""
    age = time.time() - request.session.get(BEGAN, 0)
    return not 0 <= age < settings.ENVIRONMENT.staff_hours * 3600
