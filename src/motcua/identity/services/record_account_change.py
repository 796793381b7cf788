from collections.abc import Collection
from datetime import datetime

from motcua.identity.actors import Actor
from motcua.identity.models import Account
from motcua.kernel import ledger
from motcua.kernel.models import LedgerEntry

RIGHTS = "is_active", "is_staff", "is_superuser"


def record_account_change(
    *, account: Account, fields: Collection[str], by: Actor | None, at: datetime, opened: bool = False
) -> LedgerEntry:
    """Write into the history of an account who changed which of its facts, a password among them, and its rights.

    What a name, a telephone or a password was and became is written nowhere.

    Args:
        by: None when the one who set the software up did it at the machine itself.
    """
    rights = {right: bool(getattr(account, right)) for right in RIGHTS}
    payload = {"fields": sorted(fields), "has_password": account.has_usable_password(), **rights}
    verb = "open_account" if opened else "change_account"
    return ledger.append(
        account.stream, verb=verb, payload=payload, at=at, by_id=by.account_id if by else None
    )
