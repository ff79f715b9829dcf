"""Which questions a release of very many is tried on: those of what is new or changed first, of the others a sample."""

from collections.abc import Collection, Sequence

import numpy as np

from knowledge.domain.trial import Asked

WORK = 1_000_000_000
"""Questions times classes up to which every question is asked: about two minutes of one core."""
SEED = 13
"""The same questions are drawn each time from the same corpus."""


def sampled(asked: Sequence[Asked], classes: int, changed: Collection[str]) -> Sequence[Asked]:
    """As many of the questions as there is time for with so many classes, in their order. changed: ids of entries."""
    most = WORK // classes
    if len(asked) <= most:
        return asked
    drawn = np.random.default_rng(SEED).permutation(len(asked)).tolist()
    first = sorted(drawn, key=lambda place: asked[place][0].id not in changed)
    return [asked[place] for place in sorted(first[:most])]
