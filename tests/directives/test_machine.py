"""Random lives of tasks: whatever is done in whatever order, the records agree with each other."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.directives import access, queries, services
from motcua.directives.task_states import FINAL
from motcua.kernel import ledger
from motcua.kernel.refusals import Refusal
from tests.factories.directives import FRIDAY, assigned, task

MOVES = {
    "report_progress": lambda it, by, at: services.report_progress(
        task_id=it.pk, text="Đã làm", by=by, at=at
    ),
    "add_evidence": lambda it, by, at: services.add_evidence(
        task_id=it.pk, kind="report", text="Báo cáo 5/BC-UBND", by=by, at=at
    ),
    "close": lambda it, by, at: services.close_task(task_id=it.pk, by=by, at=at),
    "cancel": lambda it, by, at: services.cancel_task(task_id=it.pk, reason="Thôi", by=by, at=at),
    "extend": lambda it, by, at: services.extend_task(
        task_id=it.pk, to_on=it.deadline_on + timedelta(days=20), reason="Chậm", by=by, at=at
    ),
    "send_message": lambda it, by, at: services.send_message(task_id=it.pk, text="Sao rồi?", by=by, at=at),
    "read_messages": lambda it, by, at: services.read_messages(task_id=it.pk, by=by, at=at),
    "withdraw": lambda it, by, at: services.withdraw_directive(
        directive_id=it.directive_id, reason="Thay", by=by, at=at
    ),
}
steps = st.tuples(
    st.sampled_from([*MOVES]), st.sampled_from(["ba", "hanh", "chair", "tu"]), st.integers(0, 60 * 24)
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(life=st.lists(steps, max_size=14))
def test_whatever_is_done_in_whatever_order_rows_ledger_and_evidence_agree(district, life):
    it, at = assigned(district, task(district.an_hiep, follow_ids=(district.an_khanh.pk,))), FRIDAY

    for verb, name, hours in life:
        at += timedelta(hours=hours)
        before, lines = it.state, ledger.entries(it.stream).count()
        by = getattr(district, name)
        offered = access.task_verbs(by, it)
        try:
            MOVES[verb](it, by, at)
        except Refusal:
            it.refresh_from_db()
            assert (it.state, ledger.entries(it.stream).count()) == (before, lines)
        else:
            assert verb in [*offered, "withdraw"]
        it.refresh_from_db()
        assert before not in FINAL or it.state == before
        assert (it.state == "done") == (it.closing_evidence_id is not None)
        assert it.state != "done" or it.evidence.exists()

    assert list(queries.verify_rows()) == []
