"""What a workflow must fulfil before it is published; each refusal names the step at fault."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from motcua.kernel.refusals import Refusal
from motcua.organisation.roles import Role
from motcua.process.definitions import Guard, StepDefinition, StepKind, WorkflowDefinition


class WorkflowFaulty(Refusal):
    """The workflow cannot be published; ``faults`` are all its sentences."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


def read(data: Mapping[str, Any]) -> WorkflowDefinition:
    """Return the workflow that plain data says, as it came from a screen or a file.

    Raises:
        WorkflowFaulty: a step lacks something or says something unknown; all faults at once.
    """
    listed = data.get("steps")
    if set(data) != {"steps"} or not isinstance(listed, list | tuple):
        raise WorkflowFaulty([_("Quy trình phải là danh sách các bước.")])
    steps, faults = [], []
    for number, step in enumerate(listed, start=1):
        try:
            steps.append(msgspec.convert(step, StepDefinition))
        except msgspec.ValidationError as error:
            faults.append(_unreadable(step, number, error))
    if faults:
        raise WorkflowFaulty(faults)
    return WorkflowDefinition(tuple(steps))


def _unreadable(step: object, number: int, error: msgspec.ValidationError) -> str:
    facts = step if isinstance(step, dict) else {}
    words = {"step": facts.get("name_vi") or facts.get("key") or _("số %(n)d") % {"n": number}}
    guards = facts.get("guards") or ()
    unknown = (
        [guard for guard in guards if guard not in set(Guard)] if isinstance(guards, list | tuple) else []
    )
    if unknown:
        words["guard"] = ", ".join(map(str, unknown))
        return _("Bước “%(step)s” có điều kiện không rõ: %(guard)s.") % words
    if facts.get("kind", "work") not in set(StepKind):
        return _("Bước “%(step)s” thuộc loại không rõ: %(kind)s.") % {**words, "kind": facts.get("kind")}
    words["place"] = str(error).rpartition("`")[0].rpartition("`")[2].removeprefix("$.") or "?"
    return _("Bước “%(step)s” ghi chưa đúng ở mục %(place)s.") % words


def check(workflow: WorkflowDefinition) -> None:
    """Refuse a workflow in which a dossier could get stuck, be lost, or reach its return with work undone.

    Raises:
        WorkflowFaulty: with one sentence for each fault.
    """
    faults = [*_fields(workflow)]
    if not faults:
        faults = [*_order(workflow)] or [*_ends(workflow)]
    if faults:
        raise WorkflowFaulty(faults)


def _fields(workflow: WorkflowDefinition) -> Iterator[str]:
    """Each step alone: its key, its words, its role, its time."""
    keys = Counter(step.key for step in workflow.steps)
    for step in workflow.steps:
        words = {"step": step.name_vi or step.key, "key": step.key, "role": step.role}
        if not step.name_vi.strip() or not step.key.strip():
            yield _("Bước “%(step)s” phải có mã và tên.") % words
        if len(step.key) > 40 or len(step.lane) > 40 or len(step.name_vi) > 300:
            yield _("Bước “%(step)s” có mã, làn hoặc tên quá dài.") % words
        if keys[step.key] > 1:
            keys[step.key] = 0
            yield _("Có nhiều bước cùng mang mã %(key)s.") % words
        if step.role not in Role.values:
            yield _("Bước “%(step)s” giao cho vai trò không có: %(role)s.") % words
        if (step.minutes or 0) < 0 or (step.calendar_days or 0) < 0:
            yield _("Bước “%(step)s” có thời gian âm.") % words


def _order(workflow: WorkflowDefinition) -> Iterator[str]:
    """The steps after one another: known, without circle, all begun from the intake."""
    known = {step.key for step in workflow.steps}
    for step in workflow.steps:
        for key in step.after:
            if key not in known:
                words = {"step": step.name_vi, "key": key}
                yield _("Bước “%(step)s” nối sau bước %(key)s, nhưng không có bước đó.") % words
        if not step.after and step.kind != StepKind.INTAKE:
            yield _("Bước “%(step)s” không nối sau bước nào nên không bao giờ tới lượt.") % {
                "step": step.name_vi
            }
        if step.after and step.kind == StepKind.INTAKE:
            yield _("Bước tiếp nhận “%(step)s” phải là bước đầu tiên.") % {"step": step.name_vi}
    if all(key in known for step in workflow.steps for key in step.after):
        for step in workflow.steps:
            if step.key in workflow.before(step.key):
                yield _("Bước “%(step)s” nằm trong một vòng, phải chờ chính nó.") % {"step": step.name_vi}


def _ends(workflow: WorkflowDefinition) -> Iterator[str]:
    """One intake, one return, work between them, and nothing needed that the return does not wait for."""
    for kind, none, several in (
        (
            StepKind.INTAKE,
            _("Quy trình chưa có bước tiếp nhận."),
            _("Quy trình chỉ được có một bước tiếp nhận: %(steps)s."),
        ),
        (
            StepKind.RETURN,
            _("Quy trình chưa có bước trả kết quả."),
            _("Quy trình chỉ được có một bước trả kết quả: %(steps)s."),
        ),
    ):
        found = [step.name_vi for step in workflow.steps if step.kind == kind]
        if len(found) != 1:
            yield several % {"steps": "; ".join(found)} if found else none
            return
    returning, intake = workflow.returning, workflow.intake
    awaited = workflow.before(returning.key)
    if awaited == {intake.key}:
        yield _("Giữa tiếp nhận và trả kết quả phải có ít nhất một bước giải quyết.")
    for step in workflow.steps:
        if returning.key in step.after:
            yield _("Bước “%(step)s” nằm sau bước trả kết quả.") % {"step": step.name_vi}
        elif step.key not in awaited and step is not returning and not step.optional:
            yield _("Bước “%(step)s” không dẫn tới bước trả kết quả.") % {"step": step.name_vi}
        if step.optional and step.kind in {StepKind.INTAKE, StepKind.RETURN}:
            yield _("Bước “%(step)s” không được bỏ qua.") % {"step": step.name_vi}
