"""What is loaded once and stays for good."""

import gc


def settle() -> None:
    """To be called when all is loaded: the garbage collector looks at none of it any more, which held up a turn now and
    then for as long as the whole turn takes."""
    gc.collect()
    gc.freeze()
