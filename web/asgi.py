import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
django = get_asgi_application()

from chat.gate import Gate  # noqa: E402 -- needs the settings

application = Gate(django)  # type: ignore[arg-type]  # its stubs name dict where ASGI has any mapping
