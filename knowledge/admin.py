"""The pages on which content staff keep the knowledge (knowledge.staff)."""

from knowledge.staff import draft_admin, question_admin, release_admin  # noqa: F401 -- each registers its pages
