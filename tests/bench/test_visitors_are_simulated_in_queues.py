import math
from dataclasses import replace

import pytest

from bench.documents import END, begin, with_figures
from bench.queueing.__main__ import COMMAND
from bench.queueing.costs import AFTER, AT_RASA, BEFORE, turn_of
from bench.queueing.model import TURNS_AT_ONCE, Machine, Place, Step, Turn, simulate, spread
from bench.queueing.report import agreement, predictions
from bench.queueing.sizing import PLANNED, WITHIN_MS, largest, need
from bench.stacks.stages import DOOR, PARTS
from chat import rasa
from tests.bench.measured import table

TURN = Turn(
    before=[Step(Place.WEB, 0.010)],
    at_rasa=[Step(Place.RASA, 0.010), Step(Place.WEB, 0.002, needs_row=True), Step(Place.RASA, 0.010)],
    after=[Step(Place.WEB, 0.003)],
    encoding=0.015,
)
"""40 ms with nobody else about, of which 5 wait for the encoding; web works 15 ms, Rasa 20, the encoder 15."""
ROOMY = Machine(cores=8)


def test_a_single_visitor_waits_for_nobody() -> None:
    alone = simulate(TURN, ROOMY, visitors=1, think_s=0.0, seconds=4.0)
    assert alone.ms(0.5) == pytest.approx(40)
    assert alone.turns_per_s == pytest.approx(25, rel=0.02)


def test_many_are_answered_as_fast_as_the_slowest_place_works() -> None:
    crowd = simulate(TURN, ROOMY, visitors=16, think_s=0.0, seconds=4.0)
    assert crowd.turns_per_s == pytest.approx(1 / 0.020, rel=0.03)
    assert crowd.ms(0.5) == pytest.approx(16 * 20, rel=0.1)
    assert crowd.busiest == "Rasa"
    assert crowd.busy["Rasa"] == pytest.approx(1, abs=0.03)
    assert crowd.busy["web"] == pytest.approx(0.75, abs=0.05)


def test_with_few_cores_it_is_the_cores() -> None:
    crowd = simulate(TURN, Machine(cores=1), visitors=16, think_s=0.0, seconds=4.0)
    assert crowd.turns_per_s == pytest.approx(1 / 0.050, rel=0.03)
    assert crowd.busiest == "cores"


def test_no_more_turns_than_the_gateway_lets_in_are_at_rasa() -> None:
    far = Turn(before=[], at_rasa=[Step(Place.VISITORS, 0.1)], after=[])
    crowd = simulate(far, ROOMY, visitors=16, think_s=0.0, seconds=10.0)
    assert crowd.turns_per_s == pytest.approx(TURNS_AT_ONCE / 0.1, rel=0.05)


def test_these_are_as_many_as_the_gateway_has_it() -> None:
    assert TURNS_AT_ONCE == rasa.TURNS_AT_ONCE


def test_a_crowd_on_the_same_machine_takes_its_cores() -> None:
    turn = replace(TURN, before=[Step(Place.VISITORS, 0.040)])
    elsewhere, aboard = (simulate(turn, Machine(1, crowd_aboard=on), 8, 0.0, 4.0) for on in (False, True))
    assert elsewhere.turns_per_s > 1.5 * aboard.turns_per_s


def test_who_thinks_asks_less_often() -> None:
    thinking = simulate(TURN, ROOMY, visitors=100, think_s=20.0, seconds=200.0)
    assert thinking.turns_per_s == pytest.approx(5, rel=0.1)


def test_the_same_seed_gives_the_same_and_another_another() -> None:
    turn = replace(TURN, spread=0.3)
    one, same, other = (simulate(turn, ROOMY, 8, 0.1, 2.0, seed).seconds for seed in (1, 1, 2))
    assert one == same != other


def test_turns_differ_as_much_as_the_measured_ones() -> None:
    turn = replace(TURN, spread=spread(p50=40.0, p95=70.0))
    alone = simulate(turn, ROOMY, visitors=1, think_s=0.0, seconds=80.0)
    assert alone.ms(0.95) / alone.ms(0.5) == pytest.approx(70 / 40, rel=0.08)


def test_the_way_of_a_turn_spends_every_stage_whole() -> None:
    spent = dict.fromkeys((DOOR, *PARTS), 0.0)
    for stage, share, _ in (*BEFORE, *AT_RASA, *AFTER):
        spent[stage] += share
    assert spent == pytest.approx(dict.fromkeys(spent, 1.0))


def test_the_costs_of_a_turn_are_the_measured_stages() -> None:
    turn = turn_of(table())
    assert turn.busy(Place.ENCODER) == pytest.approx(0.014)
    assert simulate(replace(turn, spread=0.0), Machine(2, True), 1, 0.0, 2.0).ms(0.5) == pytest.approx(40)
    assert turn.spread == pytest.approx(math.log(60 / 40) / 1.645)


def test_a_replica_is_given_what_it_answers_in_time_and_some_room() -> None:
    most = largest(TURN, Machine(cores=2), seconds=10.0)
    assert 600 < most < 1000
    many = need(TURN, Machine(cores=2), visitors=10_000, most=most, seconds=10.0)
    assert many.replicas == math.ceil(10_000 / most / PLANNED)
    assert many.with_spare == many.replicas + 1
    assert many.outcome.ms(0.95) < WITHIN_MS


def test_a_turn_that_takes_longer_than_promised_fits_no_machine() -> None:
    slow = Turn(before=[Step(Place.WEB, 2.0)], at_rasa=[], after=[])
    with pytest.raises(ValueError, match="longer than 1000 ms"):
        largest(slow, ROOMY, seconds=10.0)


def test_each_simulated_figure_says_whether_it_agrees() -> None:
    told = list(agreement(table(), seconds=3.0))[2:]
    assert len(told) == 3 * 3
    assert told[1].startswith("| 1 | p50, ms | 40.0 | ")
    assert told[1].endswith("agrees |")
    assert told[-1].endswith("differs |")  # 32 visitors are not answered as fast as one


def test_the_predictions_name_what_is_busy_first() -> None:
    told = list(predictions(table(), seconds=8.0))
    assert "then what is busiest is cores" in told[1]
    assert [line.split("|")[1].strip() for line in told[-3:]] == ["1", "100", "10,000"]


def test_the_document_keeps_its_words_around_the_figures() -> None:
    written = with_figures(f"a\n{begin(COMMAND)}old\n{END}b\n", COMMAND, "new\n")
    assert written == f"a\n{begin(COMMAND)}\nnew\n\n{END}b\n"


def test_a_document_without_a_place_for_them_is_refused() -> None:
    with pytest.raises(ValueError, match="no place for figures"):
        with_figures("a\n", COMMAND, "new\n")
