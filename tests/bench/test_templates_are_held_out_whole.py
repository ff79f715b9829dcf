import numpy as np

from bench.templates import templates


def test_sentences_that_are_alike_are_one_template_and_so_is_what_is_like_them() -> None:
    angles = np.radians([0, 30, 60, 170])  # neighbours 30 degrees apart have a cosine of .87, the ends of .5
    rows = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    first, second, third, apart = templates(rows)
    assert first == second == third != apart
