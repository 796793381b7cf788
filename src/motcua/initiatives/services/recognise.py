from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.documents.models import Paper
from motcua.documents.papers.content import Content
from motcua.documents.services import issue_signed
from motcua.initiatives import printing
from motcua.initiatives.acting import WrongState, advance, take
from motcua.initiatives.authority import require_unit_of
from motcua.initiatives.events import InitiativeRecognised
from motcua.initiatives.models import Initiative, Recognition, Review
from motcua.kernel.outbox import announce
from motcua.kernel.refusals import Incomplete
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer
from motcua.organisation.kinds import Level
from motcua.organisation.models import Unit

_LEVELS = {Level.PROVINCE: Recognition.Level.PROVINCE, Level.DISTRICT: Recognition.Level.DISTRICT}


@transaction.atomic
def recognise(
    *, initiative_ids: Sequence[int], by: Officer, at: datetime, scope: str = "", level: str = ""
) -> list[Recognition]:
    """Recognise initiatives that passed their council, by one decision with a certificate for each; sign them all.

    Args:
        level: of ``Recognition.Level``; blank: that of the own unit.
        scope: where they are recognised; blank: the unit.
    Raises:
        Incomplete: nothing is chosen.
        WrongState: one has not passed a council of this unit, or is recognised already.
        NotAllowed: only the unit's leader signs.
    Source: Nghị định 13/2012/NĐ-CP, arts. 6 and 7; Nghị định 30/2020/NĐ-CP, Phụ lục III.
    """
    unit = Unit.objects.get(pk=by.unit_id)
    require_unit_of(by, "recognise", unit)
    if not initiative_ids:
        raise Incomplete(_("Chọn ít nhất một sáng kiến."), field="initiative_ids")
    chosen = [take("recognise", initiative_id=pk, by=by) for pk in dict.fromkeys(initiative_ids)]
    for initiative in chosen:
        _require_passed(initiative, unit)
    scope = clean(scope) or unit.name_in_sentence
    on = timezone.localdate(at)
    stream = chosen[0].stream
    decision = _sign(
        "initiative_decision", stream, printing.decision_of(chosen, unit, scope=scope, by=by, on=on), by, at
    )
    return [
        _recognise(
            initiative,
            decision,
            by=by,
            at=at,
            scope=scope,
            level=Recognition.Level(level or _LEVELS.get(Level(unit.level), Recognition.Level.BASE)),
        )
        for initiative in chosen
    ]


def _recognise(
    initiative: Initiative,
    decision: Paper,
    *,
    by: Officer,
    at: datetime,
    scope: str,
    level: Recognition.Level,
) -> Recognition:
    on = timezone.localdate(at)
    content = printing.certificate_of(initiative, decision, scope=scope, by=by, on=on)
    recognition = Recognition.objects.create(
        initiative=initiative,
        unit_id=decision.unit_id,
        level=level,
        number=decision.number,
        decided_on=on,
        scope=scope,
        decision=decision,
        certificate=_sign("initiative_certificate", initiative.stream, content, by, at),
        recognised_at=at,
        recognised_by_id=by.account_id,
    )
    advance(initiative, "recognise", by=by, at=at, **recognition.snapshot())
    announce(
        InitiativeRecognised(
            initiative_id=initiative.pk,
            sequence=initiative.revision,
            at=at,
            number=decision.number,
            decided_on=on,
            level=level,
        )
    )
    return recognition


def _sign(kind: str, subject: str, content: Content, by: Officer, at: datetime) -> Paper:
    return issue_signed(kind=kind, unit_id=by.unit_id, subject=subject, data=content, by=by, at=at)


def _require_passed(initiative: Initiative, unit: Unit) -> None:
    review = Review.objects.filter(initiative=initiative, passed=True, council__unit=unit).first()
    if review is None:
        raise WrongState(
            _("%(code)s chưa được hội đồng của đơn vị kết luận đạt, nên chưa công nhận được.")
            % {"code": initiative.code},
            field="initiative_ids",
        )
