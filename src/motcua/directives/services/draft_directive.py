from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.directives import rules
from motcua.directives.acting import record_draft
from motcua.directives.authority import require_keeper
from motcua.directives.inputs import TextInput
from motcua.directives.models import Conference, Directive, Recipient
from motcua.directives.states import Kind, State
from motcua.kernel.refusals import Refusal, require_words
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit


class WrongConference(Refusal):
    """The conference is another unit's, has its conclusions already, or the text is no conclusion."""


@transaction.atomic
def draft_directive(
    *,
    kind: str,
    text: TextInput,
    by: Officer,
    at: datetime,
    recipient_ids: Sequence[int] = (),
    conference_id: int | None = None,
    unit_id: int | None = None,
) -> Directive:
    """Begin a directive (dự thảo văn bản); nobody but the own unit sees it until it is issued.

    Args:
        unit_id: in whose name: the officer's unit (also when None) or an office in it where they hold a post.
        conference_id: whose conclusions these are, for a notice of conclusions.
    Raises:
        UnitTwice, UnitNotThere, Incomplete, WrongConference, NotAllowed: as their sentences say.
    """
    unit = Unit.objects.get(pk=unit_id or by.unit_id)
    require_keeper(by, "draft", unit)
    kind = Kind(kind)
    on = timezone.localdate(at)
    rules.require_distinct(recipient_ids)
    rules.require_there([unit.pk, *recipient_ids], on=on)
    directive = Directive.objects.create(
        kind=kind,
        state=State.DRAFT,
        issuer=unit,
        keeper=unit,
        drafted_at=at,
        drafted_by_id=by.account_id,
        **words_of(text, kind=kind, unit=unit),
    )
    add(directive, recipient_ids)
    if conference_id is not None:
        link_conference(directive, conference_id)
    record_draft(directive, "draft", by=by, at=at, recipients=list(recipient_ids), conference=conference_id)
    return directive


def words_of(text: TextInput, *, kind: str, unit: Unit) -> dict[str, str]:
    """The columns of a directive that its words fill."""
    return {
        "abstract": require_words(text.abstract, _("Ghi trích yếu: văn bản về việc gì."), field="abstract"),
        "body": rules.paragraphs(text.body),
        "addressed_to": clean(text.addressed_to),
        "copies_to": rules.paragraphs(text.copies_to),
        "symbol": rules.symbol_for(kind, unit, text),
        "signer_name": clean(text.signer_name),
        "signer_title": clean(text.signer_title),
        "signer_authority": clean(text.signer_authority),
    }


def add(directive: Directive, unit_ids: Sequence[int]) -> None:
    """Write down recipients in the order given; they have been judged."""
    Recipient.objects.bulk_create(Recipient(directive=directive, unit_id=unit_id) for unit_id in unit_ids)


def link_conference(directive: Directive, conference_id: int) -> None:
    """Make the directive the notice of a conference's conclusions."""
    conference = Conference.objects.select_for_update().get(pk=conference_id)
    if directive.kind != Kind.CONFERENCE_CONCLUSION:
        raise WrongConference(_("Chỉ thông báo kết luận mới gắn với hội nghị."), field="conference")
    if conference.unit_id != directive.keeper_id:
        raise WrongConference(_("Hội nghị này do đơn vị khác tổ chức."), field="conference")
    if conference.directive_id is not None:
        raise WrongConference(_("Hội nghị này đã có thông báo kết luận."), field="conference")
    conference.directive = directive
    conference.save(update_fields=["directive"])
