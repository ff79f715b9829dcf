import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
django.setup(set_prefix=False)

from chat.gate import Gate  # noqa: E402 -- needs the settings, as the next
from chat.handler import Handler  # noqa: E402

application = Gate(Handler())
