"""The builder writes what the services write: the same acts through both give the same rows."""

from django.db import transaction

from tests.factories import demo

VERBS = {
    "accept", "accept_completed", "accept_registered", "apologise", "ask_supplement", "assign", "collect_fee",
    "complete_step", "confirm_payment", "draft_result", "extend_limit", "grant_entitlement", "note", "refuse",
    "register_person", "return_result", "send_back", "sign_result", "skip_step", "stop", "submit", "take_supplement",
    "transfer", "withdraw",
}  # fmt: skip
#: Parallel lanes, notices, financial duties, a certified copy, a promise of days, police at the counter.
VARIED = {
    "linked_birth_bundle": 5, "first_land_certificate": 4, "monthly_social_allowance": 3, "certified_copy": 4,
    "land_use_change_permission": 3, "veteran_funeral": 2, "permanent_residence": 2, "birth_registration": 3,
    "marital_status_certificate": 4, "construction_permit_house": 2, "birth_mobile": 1,
}  # fmt: skip


MOST_SEEDS = 8


def test_the_services_write_the_same_rows_for_the_same_acts(db):
    """As many offices as it takes until everything that can happen has happened: no seed is a lucky one."""
    seats, told = demo.set_up_office(), set()

    for seed in range(1, MOST_SEEDS + 1):
        told |= verbs_told_alike(seats, seed=seed)
        if told >= VERBS:
            break

    assert told == VERBS


def verbs_told_alike(seats, *, seed: int) -> set[str]:
    """Build once in memory and once by the services, compare every row, and leave nothing behind."""
    point = transaction.savepoint()
    done = demo.built(seats, dossiers=34, seed=seed, eventful=6, weights=VARIED)
    quickly, numbers = demo.rows(), demo.numbers_of_people()
    transaction.savepoint_rollback(point)

    demo.play(done, numbers)
    slowly = demo.rows()
    transaction.savepoint_rollback(point)

    for table, rows in quickly.items():
        assert rows == slowly[table], f"{table}, seed {seed}"
    return {one.act.verb for one in done}
