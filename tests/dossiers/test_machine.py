"""Random lives: whatever legal moves are made, in whatever order, the records agree with each other."""

from contextlib import suppress
from datetime import timedelta

from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from motcua.dossiers import queries, services
from motcua.dossiers.inputs import ComponentInput, SupplementInput
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.moves import moves_for
from motcua.dossiers.states import PENDING
from motcua.dossiers.words import ACTS
from motcua.identity.models import Entitlement
from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal
from motcua.process.models import StepRun
from tests.factories.dossiers import MONDAY, RESULT, accepted, land, open_step

ITEM = SupplementInput(component_id="land_origin", reason="Thiếu sơ đồ")
PAPER = (ComponentInput(component_id="land_origin"),)


def go_forward(desk, it, at):
    """What brings the dossier nearer to its end, whatever waits now."""
    if it.state == "accepted":
        return services.transfer(dossier_id=it.pk, by=desk.le, at=at)
    if it.state == "supplement_requested":
        return MOVES["take_supplement"](desk, it, at)
    step = some_open_step(it)
    if step.kind == "financial" or it.case.paused_at:
        return MOVES["confirm_payment"](desk, it, at)
    if step.kind == "sign":
        MOVES["draft"](desk, it, at)
    if step.kind in {"sign", "return"}:
        return MOVES[step.kind](desk, it, at)
    return complete(desk, it, at)


def complete(desk, it, at):
    step = some_open_step(it)
    return services.complete_step(dossier_id=it.pk, step_id=step.pk, by=desk.holder(step), at=at)


def some_open_step(it):
    step = open_step(it)
    if step is None:
        raise Refusal("Không còn bước nào.")
    return step


def send_back(desk, it, at):
    step = some_open_step(it)
    done = StepRun.objects.filter(case=it.case_id, state="done").exclude(kind="intake").order_by("pk").last()
    key = done.key if done else "s1"
    return services.send_back(
        dossier_id=it.pk, step_id=step.pk, to_key=key, reason="Sai", by=desk.holder(step), at=at
    )


MOVES = {
    "complete": complete,
    "send_back": send_back,
    "draft": lambda desk, it, at: services.draft_result(
        dossier_id=it.pk, kind="result", data=RESULT, by=desk.land, at=at
    ),
    "sign": lambda desk, it, at: services.sign_result(dossier_id=it.pk, by=desk.leader, at=at),
    "ask_supplement": lambda desk, it, at: services.ask_supplement(
        dossier_id=it.pk, items=(ITEM,), new_fact="Mới", by=desk.land, at=at
    ),
    "take_supplement": lambda desk, it, at: services.take_supplement(
        dossier_id=it.pk, components=PAPER, by=desk.le, at=at
    ),
    "ask_payment": lambda desk, it, at: services.ask_payment(
        dossier_id=it.pk, amount_vnd=9, reason="Thuế", by=desk.land, at=at
    ),
    "confirm_payment": lambda desk, it, at: services.confirm_payment(
        dossier_id=it.pk, receipt_note="GNT", by=desk.le, at=at
    ),
    "return": lambda desk, it, at: services.return_result(
        dossier_id=it.pk, received_by_name="Hân", by=desk.le, at=at
    ),
    "apologise": lambda desk, it, at: services.apologise(
        dossier_id=it.pk, reason="Chậm", due_at=at + timedelta(days=90), by=desk.head, at=at
    ),
    "stop": lambda desk, it, at: services.stop(
        dossier_id=it.pk, reason="Theo đề nghị", legal_ground="Điều 19", by=desk.head, at=at
    ),
    "note": lambda desk, it, at: services.note(dossier_id=it.pk, text="Ghi chú", by=desk.tam, at=at),
}
FORWARD = [go_forward] * len(MOVES)
steps = st.tuples(st.sampled_from([*FORWARD, *MOVES.values()]), st.integers(0, 3 * 24 * 60))


def assert_consistent(dossier, late_before):
    last = ledger.entries(dossier.ledger_stream).last()
    assert last.sequence == dossier.revision
    assert list(queries.verify_rows()) == []

    pause = dossier.pauses.filter(ended_at=None).first()
    open_keys = StepRun.objects.filter(case=dossier.case_id, state="open")
    if dossier.state == "supplement_requested":
        assert pause.kind == "supplement"
        assert dossier.case.paused_at is not None
    if dossier.closed_at is None and pause is None:
        assert dossier.due_at is not None
        assert not open_keys.filter(counted=False).exists()
    if pause is not None:
        assert dossier.state in PENDING
        assert dossier.due_at is None or dossier.due_at < pause.began_at
    if dossier.closed_at is not None:
        assert dossier.state not in PENDING
        assert pause is None
        assert dossier.case.paused_at is None
    if dossier.state in {"withdrawn", "stopped", "returned"}:
        assert not open_keys.exists()
    if late_before is not None:
        assert dossier.due_at == late_before


@settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each life is rolled back, the desk stays
)
@given(life=st.lists(steps, min_size=6, max_size=24))
def test_whatever_is_done_in_whatever_order_rows_ledger_clock_and_steps_agree(desk, life):
    with transaction.atomic():
        live(desk, life)
        transaction.set_rollback(True)


def live(desk, life):
    dossier, at, broken = accepted(desk, land(desk)), MONDAY, None
    Entitlement.objects.create(person=dossier.applicant, group="poor_household", valid_from=MONDAY.date())
    services.reassess_fee(dossier_id=dossier.pk, by=desk.le, at=MONDAY)
    for move, minutes in life:
        at += timedelta(minutes=minutes)
        if broken is None and dossier.closed_at is None and dossier.due_at and dossier.due_at < at:
            broken = dossier.due_at
        revision = dossier.revision
        with suppress(Refusal):
            move(desk, dossier, at)
        dossier = Dossier.objects.select_related("case", "version", "bill").get(pk=dossier.pk)
        assert dossier.revision >= revision
        assert_consistent(dossier, broken)
        for officer in (desk.le, desk.land, desk.leader):
            assert set(moves_for(dossier, officer)) <= set(ACTS)
