"""A hospital's policy as the record that the element computes and shows.

In: a Policy and the vocabulary. Out: a mapping of the type `Policy` in element/registry.ts.
"""

from __future__ import annotations

from plugins.requirements.policy import Policy
from plugins.requirements.vocabulary.words import Vocabulary

from ..compile import compile_license
from ..values import Json


def compile_policy(policy: Policy, words: Vocabulary) -> Json:
    """Compile a policy."""
    record = compile_license(policy, words)
    record["questions"]["licensed"]["ask"] = f"When did you begin at {record['place']}?"
    return record | {
        "policy": True,
        "name": "Policy",
        "professions": list(policy.professions),
    }
