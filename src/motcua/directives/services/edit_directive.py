from datetime import datetime

from django.db import transaction

from motcua.directives.acting import record_draft, take_draft
from motcua.directives.inputs import TextInput
from motcua.directives.models import Directive
from motcua.directives.services.draft_directive import words_of
from motcua.organisation.access import Officer


@transaction.atomic
def edit_directive(
    *, directive_id: int, text: TextInput, by: Officer, at: datetime, revision: int | None = None
) -> Directive:
    """Write a draft anew; what is issued stays as it is.

    Args:
        revision: what the officer's screen showed; a draft changed meanwhile is not overwritten.
    Raises:
        AlreadyIssued, ChangedMeanwhile, Incomplete, NotAllowed: as their sentences say.
    """
    directive = take_draft("edit", directive_id=directive_id, by=by, revision=revision)
    facts = words_of(text, kind=directive.kind, unit=directive.issuer)
    changed = [name for name, value in facts.items() if getattr(directive, name) != value]
    if not changed:
        return directive
    for name in changed:
        setattr(directive, name, facts[name])
    directive.save(update_fields=[*changed, "search_text"])
    record_draft(directive, "edit", by=by, at=at, changed=changed)
    return directive
