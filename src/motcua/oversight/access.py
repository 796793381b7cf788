"""What an officer may do now with a round, an inspection or a block: names of services, for its buttons."""

from motcua.organisation.access import Officer
from motcua.oversight.acting import INSPECTION_SOURCES, ROUND_SOURCES, SIGNED_FOR_INSPECTIONS
from motcua.oversight.authority import may
from motcua.oversight.models import AwardMember, AwardRound, BacklogBlock, Inspection

_ROUND_VERBS = (
    "propose",
    "form_council",
    "submit_awards",
    "decide",
    "withdraw_proposal",
    "revoke",
    "cancel_round",
)


def round_verbs(officer: Officer, row: AwardRound) -> list[str]:
    """Acts on a round; ``vote`` for its council."""
    verbs = [
        verb for verb in _ROUND_VERBS if row.state in ROUND_SOURCES[verb] and may(officer, verb, row.unit)
    ]
    if row.submission_id is not None and "submit_awards" in verbs:
        verbs.remove("submit_awards")
    sits = AwardMember.objects.filter(council__round=row, account=officer.account_id).exists()
    return ["vote", *verbs] if sits and row.state in ROUND_SOURCES["vote"] else verbs


def inspection_verbs(officer: Officer, row: Inspection) -> list[str]:
    """Acts on an inspection: its team's, and what the chair signs; nothing starts before its decision."""
    verbs: list[str] = []
    if row.team.filter(account=officer.account_id).exists():
        verbs = ["start", "record_minutes", "give_tasks", "cancel_inspection"]
    verbs += [verb for verb in SIGNED_FOR_INSPECTIONS if may(officer, verb, row.unit)]
    here = [verb for verb in verbs if row.state in INSPECTION_SOURCES[verb]]
    if row.decision_number or row.signer_id not in (None, officer.account_id):
        here = [verb for verb in here if verb != "decide_inspection"]
    return here if row.decision_number else [verb for verb in here if verb != "start"]


def works_on(officer: Officer, row: BacklogBlock) -> bool:
    """Whether the officer reports on this block."""
    return may(officer, "report_progress", row.unit)
