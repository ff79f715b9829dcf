import re

import pytest
from django.test import Client

from knowledge.models import Draft
from tests.knowledge.conftest import Save
from tests.knowledge.samples import a_corpus, an_entry
from tests.knowledge.staff.entry_pages import ADD, PICK, draft_of, page_of, shown, typed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def corpus(save_drafts: Save) -> None:
    save_drafts(*a_corpus())


def offered(page: str) -> list[str]:
    return re.findall(r'type="checkbox" name="\w+" value="([\w.]+)"', page)


@pytest.mark.parametrize(
    ("field", "term", "ids"),
    [
        ("conditions", "", ["condition.prior_approval"]),
        ("pays_for", "", ["cost.investigation", "liability.legal_damages"]),
        ("pays_for", "調査　費用", ["cost.investigation"]),
        ("see_also", "ｐｃ", ["scenario.lost_device"]),
        ("see_also", "保険料", []),
        ("pays_for", "ない題", []),
        ("title", "", ["condition.prior_approval"]),
    ],
)
def test_a_search_finds_the_entries_that_the_field_may_name(
    content: Client, field: str, term: str, ids: list[str]
) -> None:
    assert offered(shown(content, PICK, field=field, term=term)) == ids


def test_what_is_picked_already_is_not_offered_again(content: Client) -> None:
    page = content.get(PICK, {"field": "pays_for", "term": "", "but": ["cost.investigation", "x"]}).content.decode()
    assert offered(page) == ["liability.legal_damages"]


def test_of_thousands_a_dozen_is_offered_and_the_rest_counted(content: Client) -> None:
    rows = [an_entry(id=f"cost.n{n:04}", title=f"費用その{n}", questions=[f"質問{n}"]) for n in range(2000)]
    Draft.objects.bulk_create(Draft(entry_id=e.id, data=e.model_dump(mode="json")).index() for e in rows)
    page = shown(content, PICK, field="pays_for", term="その")
    assert len(offered(page)) == 12
    assert "ほか1988件" in page
    assert offered(shown(content, PICK, field="pays_for", term="その1999")) == ["cost.n1999"]
    assert len(offered(shown(content, ADD))) < 40


def test_what_is_picked_stands_first_and_ticked_in_its_order(content: Client) -> None:
    draft = draft_of("scenario.lost_device")
    page = shown(content, page_of(draft))
    picked = re.findall(r'name="pays_for" value="([\w.]+)" checked', page)
    assert picked == ["liability.legal_damages", "cost.investigation"]


def test_one_that_is_gone_can_be_seen_and_taken_off(content: Client) -> None:
    draft = draft_of("scenario.lost_device")
    Draft.objects.filter(entry_id="cost.investigation").delete()
    page = shown(content, page_of(draft))
    assert 'value="cost.investigation" checked' in page
    assert "なくなった項目" in page


def test_without_a_script_the_search_works_with_the_page(content: Client) -> None:
    form = typed({"kind": "scenario", "pays_for": ["liability.legal_damages"]}) | {"find-pays_for": "調査"}
    del form["_save"]
    page = content.post(ADD, form).content.decode()
    pays_for = page.split('id="id_pays_for"')[1].split("</fieldset>")[0]
    assert offered(pays_for) == ["liability.legal_damages", "cost.investigation"]
    assert 'value="調査"' in pays_for
