"""Drafts that staff edit, immutable releases that the bot reads, and what visitors asked."""

from knowledge.models.drafts import Draft, Vector
from knowledge.models.questions import AskedOnDay, ClarifiedQuestion, RatedAnswer, UnansweredQuestion
from knowledge.models.releases import Activation, Candidate, CandidateState, Proposal, Release
from knowledge.models.uploads import Upload

__all__ = [
    "Activation",
    "AskedOnDay",
    "Candidate",
    "CandidateState",
    "ClarifiedQuestion",
    "Draft",
    "Proposal",
    "RatedAnswer",
    "Release",
    "UnansweredQuestion",
    "Upload",
    "Vector",
]
