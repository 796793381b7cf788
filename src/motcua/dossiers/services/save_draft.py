from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier, IntakeDraft
from motcua.dossiers.moving import WrongState
from motcua.organisation.access import NotAllowed, Officer


@transaction.atomic
def save_draft(*, key: str, content: dict[str, Any], title: str, by: Officer, at: datetime) -> IntakeDraft:
    """Keep what has been typed so far under the key of its intake page; saving again overwrites.

    Raises:
        WrongState: the intake has become a dossier already.
        NotAllowed: the draft belongs to somebody else.
    """
    done = Dossier.objects.filter(intake_key=key).first()
    if done is not None:
        raise WrongState(_("Hồ sơ này đã lưu rồi, mã %(code)s.") % {"code": done.code})
    draft, created = IntakeDraft.objects.select_for_update().get_or_create(
        key=key,
        defaults={
            "owner_id": by.account_id, "unit_id": by.unit_id, "title": title[:200], "content": content,
            "began_at": at, "saved_at": at,
        },
    )  # fmt: skip
    if draft.owner_id != by.account_id:
        raise NotAllowed(_("Hồ sơ đang nhập này của người khác."))
    if not created:
        draft.title, draft.content, draft.saved_at = title[:200], content, at
        draft.save(update_fields=["title", "content", "saved_at"])
    return draft


@transaction.atomic
def drop_draft(*, key: str, by: Officer) -> None:
    """Throw away a draft of one's own; what is not there is gone already."""
    IntakeDraft.objects.filter(key=key, owner=by.account_id).delete()
