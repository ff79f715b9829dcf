"""Run by test_on_postgresql.py against an empty PostgreSQL: seals what was plain there, and prints what it found."""

import json

import django

django.setup()

from django.db import connection  # noqa: E402

from leads.models import Lead  # noqa: E402
from sealing.leftovers import wipe  # noqa: E402
from sealing.rotation import reseal, sealed_models  # noqa: E402
from tests.sealing import test_what_was_plain_is_sealed as plain  # noqa: E402

if __name__ == "__main__":
    before = plain.migrate(plain.BEFORE)
    plain.fill(before)
    kept = list(before.get_model("leads", "Lead").objects.values("content", "company_key", "phone_key").order_by("pk"))
    wipe(connection, *plain.TABLES)  # writes what is there now to the files
    told = {"plain": plain.said_in(plain.written())}
    plain.migrate(plain.SEALED)
    told |= {"sealed": plain.said_in(plain.written()), "read": Lead.objects.order_by("pk")[0].company}
    told |= {"resealed": [reseal(model) for model in sealed_models()]}
    back = plain.migrate(plain.BEFORE)
    lead = back.get_model("leads", "Lead").objects
    told |= {"back": list(lead.values("content", "company_key", "phone_key").order_by("pk")) == kept}
    print(json.dumps(told))
