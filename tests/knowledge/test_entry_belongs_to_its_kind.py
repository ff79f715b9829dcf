import pytest
from pydantic import ValidationError

from knowledge.domain.schema import PAGE_KINDS, Kind
from tests.knowledge.samples import an_entry


def test_an_id_of_another_kind_is_refused_with_the_right_beginning() -> None:
    with pytest.raises(ValidationError, match="「scenario.」にしてください"):
        an_entry(id="cost.condolence", kind="scenario")


@pytest.mark.parametrize(
    "wrong", ["condolence", "cost.", "cost.お見舞い", "Cost.condolence", "cost.a-b", "cost.a.b", ""]
)
def test_an_id_in_another_form_is_refused(wrong: str) -> None:
    with pytest.raises(ValidationError):
        an_entry(id=wrong, kind="cost")


@pytest.mark.parametrize("kind", sorted(PAGE_KINDS))
def test_an_entry_of_the_page_names_its_source(kind: Kind) -> None:
    with pytest.raises(ValidationError, match="出典"):
        an_entry(id=f"{kind}.x", source="")


def test_a_source_of_nothing_but_spaces_is_no_source() -> None:
    with pytest.raises(ValidationError, match="出典"):
        an_entry(source="　 ")


@pytest.mark.parametrize("kind", sorted(set(Kind) - PAGE_KINDS))
def test_what_the_page_is_silent_on_needs_no_source(kind: Kind) -> None:
    assert an_entry(id=f"{kind}.x", source="").source == ""


def test_an_entry_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        an_entry().title = "別の名前"  # type: ignore[misc]
