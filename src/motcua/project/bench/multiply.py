"""Ten communes' worth of dossiers out of one: the same rows again under other keys, by the database alone.

Building them act by act would take ten times as long as the first. Chains of hashes are not made anew, so such a
database is for measuring and would not pass ``motcua verify``.
"""

from collections.abc import Sequence

from django.db import connection, models, transaction

from motcua.documents.models import Paper
from motcua.dossiers.models import Dossier, DossierComponent, DossierFile, DueChange, Pause, SupplementItem
from motcua.kernel.models import LedgerEntry
from motcua.payments.models import Bill, Receipt
from motcua.process.models import Case, StepAssignment, StepRun
from motcua.statistics.services import rebuild

COPIED: Sequence[type[models.Model]] = (
    Paper, Case, StepRun, StepAssignment, Bill, Receipt, Dossier, DossierComponent, DossierFile, DueChange, Pause,
    SupplementItem, LedgerEntry,
)  # fmt: skip
#: Texts that hold a dossier's code at their end, or a number that may not come twice.
NAMES = {
    "dossiers_dossier": ("code", "intake_key", "follow_token"),
    "process_case": ("subject",),
    "payments_bill": ("subject",),
    "payments_receipt": ("number",),
    "documents_paper": ("subject", "number"),
    "kernel_ledgerentry": ("stream",),
}


def multiply(times: int) -> None:
    """Add copies until there are ``times`` as many dossiers, then count the figures anew."""
    with transaction.atomic(), connection.cursor() as cursor:
        keys = {model._meta.db_table: _span(model) for model in COPIED}
        for copy in range(1, times):
            for model in COPIED:
                cursor.execute(_statement(model, copy, keys))
    rebuild()


def _span(model: type[models.Model]) -> int:
    """How far the keys of the originals reach."""
    last = model._default_manager.order_by("-pk").values_list("pk", flat=True).first()
    return last or 0


def _statement(model: type[models.Model], copy: int, keys: dict[str, int]) -> str:
    table, columns, values = model._meta.db_table, [], []
    for field in model._meta.concrete_fields:
        column = f'"{field.column}"'
        target = field.remote_field.model._meta.db_table if field.is_relation and field.remote_field else ""
        columns.append(column)
        if field.primary_key:
            values.append(f"{column} + {copy * keys[table]}")
        elif target in keys:
            values.append(f"{column} + {copy * keys[target]}")
        elif field.column in NAMES.get(table, ()):
            values.append(f"{column} || '.{copy}'")
        else:
            values.append(column)
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) "  # noqa: S608 - our own names
        f"SELECT {', '.join(values)} FROM {table} WHERE id <= {keys[table]} ORDER BY id"
    )
