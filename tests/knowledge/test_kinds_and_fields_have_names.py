from knowledge.domain.field_names import FIELD_NAMES
from knowledge.domain.kind_names import KIND_HELP, KIND_NAMES, kind_name
from knowledge.domain.schema import Entry, Kind


def test_every_kind_and_every_field_has_a_japanese_name_of_its_own() -> None:
    assert set(KIND_NAMES) == set(KIND_HELP) == set(Kind)
    assert set(FIELD_NAMES) == set(Entry.model_fields)
    assert len(set(KIND_NAMES.values())) == len(KIND_NAMES)
    assert len(set(FIELD_NAMES.values())) == len(FIELD_NAMES)


def test_a_kind_that_does_not_exist_is_shown_as_it_is() -> None:
    assert (kind_name("cost"), kind_name("new_kind"), kind_name("")) == ("費用", "new_kind", "")
