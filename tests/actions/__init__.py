import tests.knowledge  # noqa: F401 - it sets how many threads numpy may use, before numpy loads
