"""Our actions as rasa-sdk's own server finds them."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
django.setup()

from actions import custom_actions, disclosure_form  # noqa: E402, F401
