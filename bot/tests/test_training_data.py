"""The domain, the rules and the examples, read as Rasa reads them."""

import re
import unicodedata
import warnings
from collections import Counter
from pathlib import Path

import pytest
from rasa.shared.core.constants import DEFAULT_ACTION_NAMES
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

ROOT = Path(__file__).resolve().parents[2]
BUTTONS_ONLY = {"show_entry", "none_of_these"}
"""Intents that the gateway alone sends, for a pressed button."""
OF_RASA = {"restart", "back", "session_start", "nlu_fallback"}
ENOUGH = 20
LONGEST = 1000


@pytest.fixture(scope="module")
def importer() -> TrainingDataImporter:
    return TrainingDataImporter.load_from_config(
        str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")]
    )


@pytest.fixture(scope="module")
def domain(importer: TrainingDataImporter) -> Domain:
    return importer.get_domain()


@pytest.fixture(scope="module")
def examples(importer: TrainingDataImporter) -> list[Message]:
    return [e for e in importer.get_nlu_data().training_examples if e.get(TEXT)]


@pytest.fixture(scope="module")
def rules(importer: TrainingDataImporter, domain: Domain) -> list[DialogueStateTracker]:
    from rasa.shared.core.generator import TrainingDataGenerator

    generated = TrainingDataGenerator(importer.get_stories(), domain, use_story_concatenation=False).generate()
    return [tracker for tracker in generated if isinstance(tracker, DialogueStateTracker)]


def typed(domain: Domain) -> set[str]:
    """Intents that a visitor's own words may have."""
    return set(domain.intents) - BUTTONS_ONLY - OF_RASA


SAID_OF_ANY_SLOT = "Slot auto-fill has been removed in 3.0"


def test_everything_is_read_without_a_warning() -> None:
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always", UserWarning)
        read = TrainingDataImporter.load_from_config(
            str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")]
        )
        assert read.get_domain().intents
        assert read.get_nlu_data().training_examples
        assert read.get_stories().story_steps
    ours = [str(w.message) for w in said if w.category is UserWarning or "rasa" in str(w.category)]
    assert [message for message in ours if not message.startswith(SAID_OF_ANY_SLOT)] == []


def test_every_intent_that_can_be_typed_has_enough_examples(domain: Domain, examples: list[Message]) -> None:
    counted = Counter(example.get(INTENT) for example in examples)
    assert len(typed(domain)) > 10
    assert {intent: counted[intent] for intent in typed(domain) if counted[intent] < ENOUGH} == {}


def test_every_example_belongs_to_an_intent_of_the_domain(domain: Domain, examples: list[Message]) -> None:
    assert {example.get(INTENT) for example in examples} - set(domain.intents) == set()


def test_the_intents_of_buttons_cannot_be_learnt_from_words(domain: Domain, examples: list[Message]) -> None:
    assert set(domain.intents) >= BUTTONS_ONLY
    assert BUTTONS_ONLY & {example.get(INTENT) for example in examples} == set()


def test_no_example_begins_with_a_slash(examples: list[Message]) -> None:
    assert len(examples) > 500
    assert [e.get(TEXT) for e in examples if e.get(TEXT).lstrip().startswith(("/", "／"))] == []


def test_no_example_stands_under_two_intents(examples: list[Message]) -> None:
    """Width, case and punctuation do not tell two intents apart: the featurizer folds them."""
    intents: dict[str, set[str]] = {}
    for example in examples:
        folded = re.sub(r"\W", "", unicodedata.normalize("NFKC", example.get(TEXT)).lower())
        intents.setdefault(folded or example.get(TEXT), set()).add(example.get(INTENT))
    assert {text: sorted(found) for text, found in intents.items() if len(found) > 1} == {}


def test_every_example_is_one_that_a_visitor_could_send(examples: list[Message]) -> None:
    assert [e.get(TEXT) for e in examples if not 0 < len(e.get(TEXT)) <= LONGEST or "\n" in e.get(TEXT)] == []


def test_every_action_of_the_rules_exists(domain: Domain, rules: list[DialogueStateTracker]) -> None:
    known = set(domain.user_actions) | set(domain.responses) | set(DEFAULT_ACTION_NAMES) | set(domain.forms)
    used = {e.action_name for t in rules for e in t.events if isinstance(e, ActionExecuted) and e.action_name}
    assert "action_answer" in used
    assert {name for name in used if name not in known and name != "..."} == set()


def test_every_action_of_the_domain_is_used_by_a_rule(domain: Domain, rules: list[DialogueStateTracker]) -> None:
    used = {e.action_name for t in rules for e in t.events if isinstance(e, ActionExecuted)}
    assert (set(domain.user_actions) | set(domain.responses)) - used - set(DEFAULT_ACTION_NAMES) == set()


def test_every_intent_is_answered_by_a_rule(domain: Domain, rules: list[DialogueStateTracker]) -> None:
    answered = {e.intent_name for t in rules for e in t.events if isinstance(e, UserUttered)}
    assert set(domain.intents) - OF_RASA - answered == set()
    assert "nlu_fallback" in answered


def test_no_response_is_empty_or_promises_anything(domain: Domain) -> None:
    texts = [variation.get("text", "") for variations in domain.responses.values() for variation in variations]
    assert texts
    assert [text for text in texts if not text or re.search(r"必ず|確実に|全額|100[%％]", text)] == []
