"""docs/reference/: what can be read from the code, written from it. A module a document; `make docs` writes them."""
