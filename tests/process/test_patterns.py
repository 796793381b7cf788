from types import SimpleNamespace

from motcua.catalogue import shipped
from motcua.catalogue.definitions import Step
from motcua.process import files, rules
from motcua.process.definitions import Guard, StepKind
from motcua.process.patterns import workflow_of


def pattern(*steps):
    listed = [
        Step(seq=seq, role=role, action_vi=f"Việc {seq}", status_after=state, hours=1, **more)
        for seq, (role, state, more) in enumerate(steps, start=1)
    ]
    return workflow_of(SimpleNamespace(steps=tuple(listed)))


def receive(role="one_stop_officer"):
    return role, 2, {}


def work(role="civil_status_officer", state=4, **more):
    return role, state, more


def hand_over(role="one_stop_officer"):
    return role, 10, {}


def chain(workflow):
    return [(step.key, step.kind.value, step.after) for step in workflow.steps]


def test_steps_follow_one_another_from_intake_to_return():
    workflow = pattern(receive(), work(), work("commune_leader"), work("records_clerk", 9), hand_over())

    assert chain(workflow) == [
        ("s1", "intake", ()),
        ("s2", "work", ("s1",)),
        ("s3", "sign", ("s2",)),
        ("s4", "work", ("s3",)),
        ("s5", "return", ("s4",)),
    ]


def test_nothing_is_signed_without_a_draft_settled_without_a_signature_or_returned_before_the_fee():
    workflow = pattern(receive(), work(), work("commune_leader"), work("records_clerk", 9), hand_over())

    assert [step.guards for step in workflow.steps] == [
        (),
        (),
        (Guard.RESULT_DRAFTED, Guard.RESULT_SIGNED),
        (Guard.RESULT_SIGNED,),
        (Guard.FEE_SETTLED,),
    ]


def test_where_the_province_decides_the_leader_signs_a_letter_and_no_result_is_asked_of_him():
    workflow = pattern(
        receive(), work(), work("commune_leader"), work("provincial_home_affairs"), hand_over()
    )

    assert [step.guards for step in workflow.steps] == [(), (), (), (), (Guard.FEE_SETTLED,)]


def test_neighbours_in_a_parallel_group_run_in_lanes_and_an_optional_lane_holds_nothing_up():
    workflow = pattern(
        receive(),
        work(),
        work("police_residence_officer", parallel_group="A"),
        work("social_insurance_officer", parallel_group="A"),
        work("police_identity_officer", parallel_group="B", optional=True),
        hand_over(),
    )

    assert [(step.lane, step.after) for step in workflow.steps] == [
        ("main", ()),
        ("main", ("s1",)),
        ("a1", ("s2",)),
        ("a2", ("s2",)),
        ("b1", ("s2",)),
        ("main", ("s3", "s4")),
    ]


def test_a_public_notice_and_a_payment_stand_outside_the_limit():
    notice = work("land_officer", publish_days=15, publish_unit="calendar_day", counted=False)
    workflow = pattern(receive(), notice, work("tax_officer", state=6, paused=True), work(), hand_over())

    posting, paying = workflow.steps[1:3]
    assert (posting.kind, posting.calendar_days, posting.counted) == (StepKind.POSTING, 15, False)
    assert (paying.kind, paying.minutes, paying.counted) == (StepKind.FINANCIAL, None, False)


def test_what_happens_before_reception_is_no_step_and_a_missing_reception_is_added():
    workflow = pattern(("system", 1, {}), work(), hand_over())

    assert chain(workflow) == [("s0", "intake", ()), ("s2", "work", ("s0",)), ("s3", "return", ("s2",))]


def test_a_procedure_of_one_step_is_still_received_done_and_returned():
    workflow = pattern(hand_over("police_duty_officer"))

    assert [(step.kind.value, step.role) for step in workflow.steps] == [
        ("intake", "police_duty_officer"),
        ("external", "police_duty_officer"),
        ("return", "police_duty_officer"),
    ]


def test_the_pattern_of_every_procedure_of_the_catalogue_can_be_published_and_kept_as_a_file():
    patterns = {procedure.id: workflow_of(procedure) for procedure in shipped.procedures()}

    for slug, workflow in patterns.items():
        rules.check(workflow)
        assert files.read(files.write(workflow)) == workflow, slug
    assert len(patterns) == 44
