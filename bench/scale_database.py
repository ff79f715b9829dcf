"""Sets Django up on a database of its own in the folder named on the command line; imported before anything of ours."""

import os
import sys
from pathlib import Path

FOLDER = Path(sys.argv[1])
ENTRIES, QUESTIONS = int(sys.argv[2]), int(sys.argv[3])
os.environ |= {"HOSHO_VAR": str(FOLDER), "HOSHO_DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "web.settings"}

import django  # noqa: E402

django.setup()
