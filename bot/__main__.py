"""The rasa CLI, as deploy/rasa runs it: python -m bot run ...

Rasa loads skops, which looks through every loaded module for each of hundreds of types: five seconds once TensorFlow is
there, none before."""

import sys
import warnings

import skops.io  # noqa: F401 -- before Rasa
from rasa.__main__ import main

if __name__ == "__main__":
    warnings.simplefilter("ignore", DeprecationWarning)  # Rasa wants each told once, whatever PYTHONWARNINGS says
    sys.exit(main())
