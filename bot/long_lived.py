"""What is loaded once and stays for good."""

from __future__ import annotations

import gc


def settle() -> None:
    """To be called when all is loaded: the garbage collector looks at none of it any more, which is what made a turn in
    some dozens wait for a tenth of a second."""
    gc.collect()
    gc.freeze()
