"""rasa-sdk's own server with our actions: python -m bench.stacks.action_server --actions actions --port 5055

Its worker is another process, which begins with this module: Django must be ready before it is handed the actions."""

import os

import django
from rasa_sdk.__main__ import main
from sanic.worker.manager import WorkerManager

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # rasa-sdk runs an action in its event loop
django.setup()
WorkerManager.THRESHOLD = 1200
"""Tenths of a second until a worker that has not started is given up; its own 300 are few where a machine is busy."""

if __name__ == "__main__":
    main()
