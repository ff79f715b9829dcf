"""Who belongs to us: Rasa and whoever gathers our metrics know HOSHO_ACTION_TOKEN."""

import hmac

from django.conf import settings
from django.http import HttpRequest


def carried_by(request: HttpRequest) -> bool:
    """Whether the request comes with the shared token, compared in constant time."""
    given = request.headers.get("Authorization", "")
    return hmac.compare_digest(given.encode(), f"Bearer {settings.ENVIRONMENT.action_token}".encode())
