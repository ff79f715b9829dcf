"""Small faults put into what decides about money, grades and coverage: the tests must notice nearly all of them."""
