from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as some

from motcua.kernel import ledger
from motcua.kernel.models import LedgerEntry, LedgerSeal
from tests.kernel.tampering import guard_lifted

MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def three_days(db) -> list[LedgerEntry]:
    """Two streams written to on Monday, Tuesday and Thursday, all four days sealed on Friday."""
    rows = []
    for stream in ("dossier:A", "dossier:B"):
        last = None
        for day in (0, 1, 3):
            moment = MONDAY + day * DAY
            last = ledger.follow(
                last, stream=stream, verb="note", payload={"day": day}, at=moment, recorded_at=moment, by_id=7
            )
            rows.append(last)
    LedgerEntry.objects.bulk_create(rows)
    ledger.seal_days(until=date(2026, 3, 5), at=MONDAY + 4 * DAY)
    return rows


def faults() -> list[tuple[str, str]]:
    return [(fault.subject, fault.sentence) for fault in ledger.verify_chains()]


@pytest.mark.django_db
def test_entries_of_a_stream_are_numbered_and_chained():
    first = ledger.append("lamp:1", verb="light", payload={"by": "hand"}, at=MONDAY, by_id=7)
    second = ledger.append("lamp:1", verb="quench", payload={}, at=MONDAY, by_id=None)
    other = ledger.append("lamp:2", verb="light", payload={}, at=MONDAY, by_id=7)

    assert (first.sequence, second.sequence, other.sequence) == (1, 2, 1)
    assert (first.previous_hash, second.previous_hash) == ("", first.hash)
    assert list(ledger.entries("lamp:1")) == [first, second]


@pytest.mark.django_db
def test_a_payload_is_stored_as_json_says_it():
    entry = ledger.append(
        "lamp:1", verb="light", payload={"on": date(2026, 3, 2), "số": 5, "at": MONDAY}, at=MONDAY, by_id=7
    )

    entry.refresh_from_db()

    assert entry.payload == {"on": "2026-03-02", "số": 5, "at": "2026-03-02T02:00:00Z"}
    assert faults() == []


@pytest.mark.django_db
def test_a_fraction_is_refused_because_databases_write_it_differently():
    with pytest.raises(AssertionError, match="no floats"):
        ledger.append("lamp:1", verb="light", payload={"watt": [0.5]}, at=MONDAY, by_id=7)


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["update", "delete"])
@pytest.mark.parametrize("table", [LedgerEntry, LedgerSeal])
def test_the_database_itself_refuses_to_change_the_ledger(three_days, table, change):
    act = table.objects.all().delete if change == "delete" else lambda: table.objects.update(hash="")

    with pytest.raises(IntegrityError, match="chỉ ghi thêm"), transaction.atomic():
        act()


def test_a_whole_ledger_has_no_fault(three_days):
    assert faults() == []


def test_every_day_is_sealed_once_even_an_empty_one(three_days):
    again = ledger.seal_days(until=date(2026, 3, 5), at=MONDAY + 4 * DAY)

    assert again == []
    sealed = LedgerSeal.objects.order_by("day").values_list("day", "entries")
    assert [(f"{day:%a}", entries) for day, entries in sealed] == [
        ("Mon", 2), ("Tue", 2), ("Wed", 0), ("Thu", 2)
    ]  # fmt: skip


def test_sealing_goes_on_where_it_stopped(three_days):
    ledger.seal_days(until=date(2026, 3, 8), at=MONDAY + 7 * DAY)

    assert LedgerSeal.objects.count() == 7
    assert faults() == []


def test_today_cannot_be_sealed(db):
    with pytest.raises(AssertionError, match="over"):
        ledger.seal_days(until=date(2026, 3, 2), at=MONDAY)


def test_a_changed_entry_is_named(three_days):
    with guard_lifted():
        LedgerEntry.objects.filter(stream="dossier:B", sequence=2).update(payload={"day": 9})

    assert faults() == [("dossier:B#2", "Chuỗi dossier:B: dòng số 2 đã bị sửa sau khi ghi.")]


def test_an_entry_changed_together_with_its_hash_breaks_the_chain_and_the_seal(three_days):
    forged = ledger.follow(
        three_days[0], stream="dossier:A", verb="note", payload={"day": 9}, at=MONDAY + DAY,
        recorded_at=MONDAY + DAY, by_id=7,
    )  # fmt: skip
    with guard_lifted():
        LedgerEntry.objects.filter(stream="dossier:A", sequence=2).update(
            payload=forged.payload, hash=forged.hash
        )

    assert faults() == [
        ("dossier:A#3", "Chuỗi dossier:A: dòng số 3 không nối với dòng trước."),
        ("seal:2026-03-03", "Ngày 03/03/2026: sổ có 2 dòng, không khớp niêm phong (2 dòng)."),
    ]


def test_a_removed_entry_is_named_even_at_the_end_of_its_stream(three_days):
    with guard_lifted():
        LedgerEntry.objects.filter(stream="dossier:A", sequence=1).delete()
        LedgerEntry.objects.filter(stream="dossier:B", sequence=3).delete()

    assert faults() == [
        ("dossier:A#2", "Chuỗi dossier:A thiếu dòng số 1."),
        ("seal:2026-03-02", "Ngày 02/03/2026: sổ có 1 dòng, không khớp niêm phong (2 dòng)."),
        ("seal:2026-03-05", "Ngày 05/03/2026: sổ có 1 dòng, không khớp niêm phong (2 dòng)."),
    ]


def test_an_entry_slipped_into_a_sealed_day_is_found(three_days):
    wednesday = MONDAY + 2 * DAY
    ledger.follow(
        None, stream="dossier:C", verb="note", payload={}, at=wednesday, recorded_at=wednesday, by_id=7
    ).save()

    assert faults() == [("seal:2026-03-04", "Ngày 04/03/2026: sổ có 1 dòng, không khớp niêm phong (0 dòng).")]


def test_a_removed_seal_is_missed(three_days):
    with guard_lifted():
        LedgerSeal.objects.filter(day=date(2026, 3, 4)).delete()

    assert [subject for subject, _sentence in faults()] == ["seal:2026-03-04", "seal:2026-03-05"]


@given(
    payload=some.recursive(
        some.none() | some.booleans() | some.integers(-(2**53), 2**53) | some.text(),
        lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    )
)
def test_the_order_of_keys_does_not_change_the_hash(payload):
    def hashed(value) -> str:
        return ledger.entry_hash(
            previous_hash="", stream="s", sequence=1, at=MONDAY, recorded_at=MONDAY, by_id=1, verb="v",
            payload=value,
        )  # fmt: skip

    assert hashed({"a": payload, "b": 1}) == hashed({"b": 1, "a": payload})
    assert hashed({"a": payload, "b": 1}) != hashed({"a": payload, "b": 2})


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_act_leaves_no_entry():
    ledger.append("lamp:1", verb="light", payload={}, at=MONDAY, by_id=7)
    with transaction.atomic():
        ledger.append("lamp:1", verb="quench", payload={}, at=MONDAY, by_id=7)
        transaction.set_rollback(True)

    assert [entry.verb for entry in ledger.entries("lamp:1")] == ["light"]
