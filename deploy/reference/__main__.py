"""Write docs/reference/ anew: python -m deploy.reference (make docs)"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
django.setup()

from deploy.reference.documents import DOCUMENTS, FOLDER  # noqa: E402


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, written in DOCUMENTS.items():
        (FOLDER / name).write_text(written(), encoding="utf-8")


if __name__ == "__main__":
    main()
