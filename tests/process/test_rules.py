import pytest
from msgspec.structs import replace

from motcua.process import files, rules
from motcua.process.definitions import StepDefinition, StepKind, WorkflowDefinition
from tests.factories.process import BIRTH


def changed(key, **facts):
    return WorkflowDefinition(
        tuple(replace(step, **facts) if step.key == key else step for step in BIRTH.steps)
    )


def faults(workflow):
    with pytest.raises(rules.WorkflowFaulty) as refused:
        rules.check(workflow)
    return refused.value.faults


def test_the_workflow_of_a_birth_registration_is_sound():
    rules.check(BIRTH)


def test_an_unknown_role_is_named_with_its_step():
    assert faults(changed("s2", role="magician")) == ["Bước “Thẩm tra” giao cho vai trò không có: magician."]


def test_a_step_after_one_that_does_not_exist_is_refused():
    assert faults(changed("s4", after=("s9",))) == [
        "Bước “Đóng dấu” nối sau bước s9, nhưng không có bước đó."
    ]


def test_a_circle_is_refused_and_every_step_in_it_named():
    circle = changed("s2", after=("s4",))

    assert faults(circle)[:3] == [
        "Bước “Thẩm tra” nằm trong một vòng, phải chờ chính nó.",
        "Bước “Ký kết quả” nằm trong một vòng, phải chờ chính nó.",
        "Bước “Đóng dấu” nằm trong một vòng, phải chờ chính nó.",
    ]


def test_a_step_that_nothing_leads_to_is_refused():
    assert faults(changed("s3", after=())) == [
        "Bước “Ký kết quả” không nối sau bước nào nên không bao giờ tới lượt."
    ]


def test_work_that_the_return_would_not_wait_for_is_refused():
    assert faults(changed("s5", after=("s2",))) == [
        "Bước “Ký kết quả” không dẫn tới bước trả kết quả.",
        "Bước “Đóng dấu” không dẫn tới bước trả kết quả.",
    ]


def test_a_workflow_without_return_is_refused():
    assert faults(WorkflowDefinition(BIRTH.steps[:-1])) == ["Quy trình chưa có bước trả kết quả."]


def test_two_intakes_are_refused():
    second = StepDefinition("s0", "Tiếp nhận lần hai", "one_stop_officer", StepKind.INTAKE)

    assert faults(WorkflowDefinition((second, *BIRTH.steps))) == [
        "Quy trình chỉ được có một bước tiếp nhận: Tiếp nhận lần hai; Tiếp nhận."
    ]


def test_a_return_right_after_the_intake_is_refused():
    empty = WorkflowDefinition((BIRTH.steps[0], replace(BIRTH.steps[-1], after=("s1",))))

    assert faults(empty) == ["Giữa tiếp nhận và trả kết quả phải có ít nhất một bước giải quyết."]


def test_an_unknown_guard_is_an_error_when_read_and_never_true():
    text = files.write(BIRTH).replace("result_drafted", "result_drawn")

    with pytest.raises(rules.WorkflowFaulty, match="“Ký kết quả” có điều kiện không rõ: result_drawn"):
        files.read(text)


def test_a_misspelt_key_of_a_step_is_an_error():
    text = files.write(BIRTH).replace("minutes: 90", "minuts: 90")

    with pytest.raises(rules.WorkflowFaulty, match="“Thẩm tra” ghi chưa đúng"):
        files.read(text)


def test_a_file_that_is_no_workflow_is_refused_in_words():
    with pytest.raises(rules.WorkflowFaulty, match="Quy trình phải là danh sách các bước"):
        files.read("just words")


def test_a_workflow_read_back_from_its_file_is_equal():
    assert files.read(files.write(BIRTH)) == BIRTH
