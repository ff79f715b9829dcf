"""honcho ends the processes it has heard of; whoever presses Ctrl-C at once must not leave the others behind."""

import io

from honcho.printer import Printer

from deploy.together import Together


def test_what_is_told_to_end_before_it_has_started_ends_and_nothing_stays() -> None:
    said = io.StringIO()
    manager = Together(Printer(said))
    for name in ("rasa", "web", "deliver"):
        manager.add_process(name, "exec sleep 600")
    manager.terminate()
    manager.loop()
    assert said.getvalue().count("stopped (rc=-15)") == 3
