"""What a file brings in, before it is compared with what is there."""

from dataclasses import dataclass, field

from knowledge.domain.corpus import Locate, nowhere
from knowledge.domain.faults import Fault
from knowledge.domain.schema import Entry


@dataclass(frozen=True)
class Incoming:
    """Sound entries, and every fault found so far.

    `read`: these in the order of the file, with what could be read of broken ones, not validated, among them;
    `broken`: ids of those of which nothing could.
    `passed_over`: parts of the file that are not read, to be told to the editor."""

    name: str
    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    read: list[Entry] = field(default_factory=list)
    broken: frozenset[str] = frozenset()
    locate: Locate = nowhere
    passed_over: tuple[str, ...] = ()


def refused(name: str, message: str) -> Incoming:
    """A file of which nothing can be read."""
    return Incoming(name, faults=[Fault(name, 0, message)])
