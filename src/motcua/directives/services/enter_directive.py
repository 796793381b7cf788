from collections.abc import Sequence
from datetime import date, datetime

import msgspec
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.directives import rules
from motcua.directives.authority import require_keeper
from motcua.directives.inputs import TextInput
from motcua.directives.models import Directive
from motcua.directives.services.draft_directive import add, link_conference, words_of
from motcua.directives.services.issue_directive import announce_issue
from motcua.directives.states import Kind, State
from motcua.kernel.refusals import Incomplete, Refusal, require_words
from motcua.kernel.vietnamese import clean, day
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit


class AlreadyEntered(Refusal):
    """The unit keeps a text of this issuer with this number of this year already."""


@transaction.atomic
def enter_directive(
    *,
    kind: str,
    text: TextInput,
    number: str,
    issued_on: date,
    issuer_id: int,
    recipient_ids: Sequence[int],
    scan_id: int,
    by: Officer,
    at: datetime,
    scan_name: str = "",
    conference_id: int | None = None,
    unit_id: int | None = None,
) -> Directive:
    """Enter a directive that was signed on paper, here or by another agency, with its scan (vào sổ).

    Its tasks are added afterwards with ``assign_task``. Units are judged by the day that the text bears, so that
    one of 2019 may name districts.

    Args:
        number: number and symbol as printed: ``3632/UBND-KSTT``.
        issuer_id: who issued it; the own unit must be this one or a recipient.
        scan_id: the stored file with the signed text.
        unit_id: for which unit it is entered: the officer's (also when None), or an office in it.
    Raises:
        Incomplete, UnitTwice, UnitNotThere, WrongDay, AlreadyEntered, NotAllowed: as their sentences say.
    """
    keeper, issuer = Unit.objects.get(pk=unit_id or by.unit_id), Unit.objects.get(pk=issuer_id)
    require_keeper(by, "enter", keeper)
    number = require_words(number, _("Ghi số, ký hiệu như trên văn bản."), field="number")
    require_words(text.signer_name, _("Ghi người ký văn bản."), field="signer_name")
    if not recipient_ids:
        raise Incomplete(_("Chọn ít nhất một nơi nhận."), field="recipients")
    if keeper.pk != issuer.pk and keeper.pk not in recipient_ids:
        raise Incomplete(
            _("Văn bản của nơi khác thì %(unit)s phải có trong nơi nhận.")
            % {"unit": keeper.name_in_sentence},
            field="recipients",
        )
    if issued_on > timezone.localdate(at):
        raise rules.WrongDay(
            _("Ngày ban hành %(day)s còn ở phía trước.") % {"day": day(issued_on)}, field="issued_on"
        )
    rules.require_distinct(recipient_ids)
    rules.require_there([issuer.pk, *recipient_ids], on=issued_on)
    _require_new(keeper, issuer, number, issued_on)
    facts = words_of(_with_symbol(text, number), kind=Kind(kind), unit=issuer)
    directive = Directive.objects.create(
        kind=Kind(kind), state=State.ISSUED, issuer=issuer, keeper=keeper, number=number,
        scan_id=scan_id, scan_name=clean(scan_name), drafted_at=at, drafted_by_id=by.account_id,
        issued_on=issued_on, issued_at=at, issued_by_id=by.account_id, **facts,
    )  # fmt: skip
    add(directive, recipient_ids)
    if conference_id is not None:
        link_conference(directive, conference_id)
    announce_issue(directive, "enter", by=by, at=at)
    return directive


def _require_new(keeper: Unit, issuer: Unit, number: str, issued_on: date) -> None:
    known = Directive.objects.filter(keeper=keeper, issuer=issuer, number=number, year=issued_on.year).first()
    if known is not None:
        on = day(known.issued_on) if known.issued_on else ""
        raise AlreadyEntered(
            _("Văn bản %(number)s ngày %(day)s đã có trong sổ.") % {"number": number, "day": on},
            field="number",
        )


def _with_symbol(text: TextInput, number: str) -> TextInput:
    """The symbol as the number itself has it, after its first slash."""
    return msgspec.structs.replace(text, symbol=number.partition("/")[2] or number)
