"""A dossier as its owner may see it: by its code and the end of a phone number, or by the receipt's QR."""

import msgspec
from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier, Pause, SupplementItem
from motcua.dossiers.models.dossier import DossierQuerySet
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean

SHORTEST_TAIL = 4  # digits of a phone number


class NotFound(Refusal):
    """No dossier has this code with this phone; which of the two is wrong is not told."""


class FollowView(msgspec.Struct, frozen=True):
    """What is shown to whoever follows a dossier.

    ``dossier`` carries more than may be shown: code, procedure, states and times are open, names are not.
    """

    dossier: Dossier
    pause: Pause | None
    missing: list[SupplementItem]
    owed_vnd: int


def follow(code: str, phone_tail: str) -> FollowView:
    """Find a dossier by its code and the last digits of the phone number given at the desk.

    The part of the code after the agency is enough where it is unambiguous with the phone.

    Raises:
        NotFound: with one sentence for every reason.
    """
    typed = clean(code).upper().replace(" ", "")
    tail = "".join(letter for letter in phone_tail if letter.isdigit())
    if not typed or len(tail) < SHORTEST_TAIL:
        raise NotFound(
            _("Ghi mã hồ sơ trên giấy hẹn và ít nhất 4 số cuối của điện thoại đã cho."), field="phone_tail"
        )
    exact = _rows().filter(code=typed, contact_phone__endswith=tail).first()
    found = (
        [exact]
        if exact
        else list(_rows().filter(code__endswith=f"-{typed}", contact_phone__endswith=tail)[:2])
    )
    if len(found) != 1 or (exact is None and typed.count("-") < 1):
        raise NotFound(_("Không thấy hồ sơ nào có mã và số điện thoại đó. Xem lại giấy hẹn."), field="code")
    return _view(found[0])


def follow_by_token(token: str) -> FollowView:
    """Find a dossier by the secret in its receipt's QR."""
    dossier = _rows().filter(follow_token=token).first() if token else None
    if dossier is None:
        raise NotFound(_("Không thấy hồ sơ này. Quét lại mã trên giấy hẹn."))
    return _view(dossier)


def _rows() -> DossierQuerySet:
    rows = Dossier.objects.select_related("version", "unit", "received_unit", "case", "bill")
    return rows.defer("version__content", "answers")


def _view(dossier: Dossier) -> FollowView:
    return FollowView(
        dossier=dossier,
        pause=dossier.pauses.filter(ended_at=None).first(),
        missing=list(dossier.supplement_items.filter(received_at=None).order_by("pk")),
        owed_vnd=dossier.bill.owed_vnd if dossier.bill else 0,
    )
