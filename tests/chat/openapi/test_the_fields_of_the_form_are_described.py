"""What the form may ask is told in the description: a client draws each field as it pleases."""

import yaml

from bench.fuzzing import DESCRIPTION
from leads.domain.fields import Field


def test_the_fields_are_named_in_their_order() -> None:
    form = yaml.safe_load(DESCRIPTION.read_text(encoding="utf-8"))["components"]["schemas"]["Form"]
    assert form["properties"]["asks"]["enum"] == [*Field, None]
