from typing import Literal

import msgspec

Confidence = Literal["sure", "likely", "unsure"]
"""How well a fact is established: by a text read, by consistent secondary evidence, or a working value."""


class Definition(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True, dict=True
):
    """A frozen value whose unknown keys are errors and whose defaults are left out when written."""
