"""Staff ask why a text gets its answer."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from knowledge.domain.matching.verdict import OWN_SETTLED_AT_LEAST, SETTLED_AT_LEAST, SURELY_ON_PAGE
from knowledge.models import Release, UnansweredQuestion
from tests.knowledge.fakes import FakeEncoder

pytestmark = pytest.mark.django_db


def explained(text: str) -> list[str]:
    out = StringIO()
    call_command("explain_match", text, stdout=out)
    return out.getvalue().splitlines()


def under(heading: str, lines: list[str]) -> list[str]:
    """The indented lines under the heading."""
    start = next(i for i, line in enumerate(lines) if line.startswith(heading)) + 1
    end = next((i for i in range(start, len(lines)) if not lines[i].startswith("  ")), len(lines))
    return [line.strip() for line in lines[start:end]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("電車にノートパソコンを置き忘れた", "判定: 掲載あり(listed) 第1版"),
        ("車上荒らしでパソコンを盗まれた", "判定: 掲載の内容だけでは判断できません(undetermined) 第1版"),
        ("保険料はいくらですか", "判定: 掲載なし(not_listed) 第1版"),
        ("電話で聞きたい", "判定: ご案内(info) 第1版"),
        ("火災保険に入りたい", "判定: 対象外のご用件(declined) 第1版"),
        ("ありがとう", "判定: 対話(none) 第1版"),
    ],
)
def test_the_verdict_and_the_release_stand_first(release: Release, text: str, verdict: str) -> None:
    assert explained(text)[0] == verdict


def test_the_five_best_candidates_are_named_with_their_probabilities(release: Release) -> None:
    found = under("候補", explained("電車にノートパソコンを置き忘れた"))
    score, settled, entry_id, title = found[0].split(" ")
    assert (entry_id, title) == ("scenario.lost_device", "外出先でPCや書類を紛失")
    assert 0.9 <= float(settled) <= float(score) <= 1
    assert len(found) == 5


def test_the_words_that_spoke_for_the_best_candidate_are_named(release: Release) -> None:
    [words] = under("最も近い候補を推した言葉", explained("会社のスマホをタクシーに忘れた"))
    assert "タクシー" in words
    assert len(words.split("、")) <= 6


def test_without_a_word_of_the_examples_that_is_said(release: Release) -> None:
    assert under("最も近い候補を推した言葉", explained("xyzzy")) == ["(例文にある言葉はありません)"]


def test_the_nearest_examples_are_quoted_the_very_question_first(release: Release) -> None:
    found = under("似ている例文", explained("ＦＡＸを違う番号に送ってしまった"))
    assert found[0] == "1.00 「FAXを違う番号に送ってしまった」 scenario.missent_mail"
    assert len(found) == 5


def test_an_example_at_the_boundary_is_marked(release: Release) -> None:
    found = under("似ている例文", explained("車上荒らしでパソコンを盗まれた"))
    assert found[0] == "1.00 「車上荒らしでパソコンを盗まれた」 scenario.lost_device [境界]"


def test_the_gates_are_given_with_their_bounds(release: Release) -> None:
    found = under("判定のゲート", explained("電車にノートパソコンを置き忘れた"))
    assert found[0] == "掲載ページの内容が優勢"
    for gate, bound in zip(found[1:], (SURELY_ON_PAGE, SETTLED_AT_LEAST, OWN_SETTLED_AT_LEAST), strict=True):
        assert f"{bound:.2f}未満" in gate


def test_the_topic_outside_the_page_is_named(release: Release) -> None:
    gates = under("判定のゲート", explained("保険料はいくらですか"))
    assert gates[0] == "掲載ページの外が優勢: silent.premium"


@pytest.mark.parametrize("text", ["", "  ", "😱", "\0", "\ud83d", "あ" * 5000])
def test_any_text_can_be_explained(release: Release, text: str) -> None:
    assert explained(text)[0].startswith("判定: ")


def test_explaining_keeps_no_question(release: Release) -> None:
    explained("保険料はいくらですか")
    assert not UnansweredQuestion.objects.exists()


def test_a_definition_is_explained_as_visitors_get_it(release: Release) -> None:
    assert explained("法律上の損害賠償金とは何ですか")[0].startswith("判定: ご案内(info)")


def test_without_a_release_it_is_said_how_to_publish(encoder: FakeEncoder) -> None:
    with pytest.raises(CommandError, match="publish_knowledge で公開してください"):
        explained("保険料はいくらですか")


def test_a_release_that_cannot_be_read_is_said_in_words(release: Release, encoder: FakeEncoder) -> None:
    Release.objects.update(matcher=b"PK damaged")
    with pytest.raises(CommandError, match="公開中の版を読めません"):
        explained("保険料はいくらですか")
