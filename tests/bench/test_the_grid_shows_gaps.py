from bench.example_grid import count, read_grid, report
from tests.knowledge.samples import an_entry


def test_each_value_counts_the_examples_that_show_it() -> None:
    counted = count(["委託先の社員がUSBを電車に忘れた", "ﾌｧｸｽの誤送信", "補償されますか"], read_grid())
    assert counted["actor"]["委託先"] == 1
    assert counted["thing"]["USB・媒体"] == 1
    assert counted["style"]["半角カナ(NFKC前)"] == 1
    assert counted["asked"]["対象?"] == 1


def test_a_scenario_is_told_what_it_has_no_example_for() -> None:
    entry = an_entry(id="scenario.lost", kind="scenario", questions=["社員がスマホを電車に忘れた"])
    line = report([entry], read_grid()).splitlines()[-1]
    assert line.startswith("| scenario.lost | 1 |")
    assert "委託先" in line
    assert "社員" not in line


def test_entries_of_other_kinds_have_no_line_of_their_own() -> None:
    assert "flow.quote" not in report([an_entry(id="flow.quote", kind="flow")], read_grid())
