"""What each act on a dossier asks for. A form checks the shape and gives the words of the service; no more."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from motcua.organisation.queries import holders
from motcua.organisation.roles import Role
from motcua.process import parties
from motcua.process.definitions import COUNTER, StepKind
from motcua.process.models import StepRun
from motcua.process.states import Part, StepState
from motcua.surfaces.components.form_fields import Line, Pick, Text
from motcua.surfaces.desk.dossier_scene import Scene


class MoveForm(forms.Form):
    """One act on one dossier. ``revision`` is what the screen showed, so that nothing is overwritten unseen."""

    use_required_attribute = False
    template: ClassVar[str] = "desk/dossier/forms/_plain.html"

    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        self.scene = scene
        kwargs.setdefault("auto_id", "f-%s")
        super().__init__(*args, **kwargs)
        self.initial.setdefault("revision", scene.dossier.revision)

    def words(self) -> dict[str, Any]:
        """What the service takes beside dossier, officer, time and revision."""
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}

    @property
    def typed(self) -> list[tuple[str, str]]:
        """What somebody has typed, to be copied when the act is no longer possible."""
        shown = [(str(bound.label), str(bound.value() or "")) for bound in self.visible_fields()]
        return [(label, text) for label, text in shown if text.strip()]


class Transfer(MoveForm):
    note = Text(_("Lời nhắn cho người giải quyết"), required=False, rows=2)


class Note(MoveForm):
    text = Text(_("Ghi chú"), missing=_("Viết lời ghi chú rồi lưu."))


class Reason(MoveForm):
    """Acts that need nothing but their reason."""

    reason = Text(_("Lý do"), missing=_("Ghi lý do, để người dân hiểu và sổ sách rõ ràng."))


class GroundedReason(Reason):
    legal_ground = Line(
        _("Căn cứ pháp luật"),
        help_text=_("Điều, khoản, văn bản. Ví dụ: khoản 2 Điều 19 Nghị định 61/2018/NĐ-CP"),
        missing=_("Ghi căn cứ pháp luật: điều, khoản, văn bản."),
    )


class Confirm(MoveForm):
    """Acts that ask nothing but to be meant: a signature, a fee worked out anew."""


class StepForm(MoveForm):
    """An act on one open step; with parallel lanes the officer says on which."""

    step_id = Pick(_("Bước nào?"), missing=_("Chọn bước cần làm."))

    def __init__(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        super().__init__(scene, *args, **kwargs)
        steps = self.offered_steps()
        field = self.fields["step_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(step.pk), step.name) for step in steps]
        if len(steps) == 1:
            self.initial.setdefault("step_id", str(steps[0].pk))
            field.widget = forms.HiddenInput()

    def offered_steps(self) -> list[StepRun]:
        return self.scene.my_steps

    def words(self) -> dict[str, Any]:
        words = super().words()
        return {**words, "step_id": int(words["step_id"])}


class CompleteStep(StepForm):
    note = Text(_("Ý kiến"), required=False, rows=2)

    def offered_steps(self) -> list[StepRun]:
        return plain_steps(self.scene)


class SkipStep(StepForm):
    reason = Text(_("Vì sao không cần làm bước này?"), missing=_("Ghi lý do bỏ qua bước."))

    def offered_steps(self) -> list[StepRun]:
        return [step for step in self.scene.my_steps if step.optional]


class SendBack(StepForm):
    """Only to steps that lie before this one, were done, and do not stand at the counter."""

    to_key = Pick(_("Trả về bước nào?"), missing=_("Chọn bước cần làm lại."))
    reason = Text(_("Lý do"), missing=_("Ghi lý do chuyển trả lại, để người làm lại biết phải sửa gì."))

    def __init__(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        super().__init__(scene, *args, **kwargs)
        field = self.fields["to_key"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(step.key, _who_and_what(step)) for step in earlier_steps(scene)]


class Assign(StepForm):
    account_id = Pick(_("Giao cho ai?"), missing=_("Chọn người được giao."))
    part = Pick(_("Phần việc"), missing=_("Chọn phần việc."), choices=Part.choices, initial=Part.DO)

    def __init__(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        super().__init__(scene, *args, **kwargs)
        field = self.fields["account_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = colleagues(scene)

    def offered_steps(self) -> list[StepRun]:
        return [step for step in self.scene.open_steps if step.kind not in COUNTER]

    def words(self) -> dict[str, Any]:
        words = super().words()
        return {**words, "account_id": int(words["account_id"])}


def earlier_steps(scene: Scene) -> list[StepRun]:
    """The last turn of each step that work may be sent back to."""
    if scene.dossier.case is None:
        return []
    workflow = scene.dossier.case.version.steps
    before = set().union(*(workflow.before(step.key) for step in scene.my_steps), set())
    done = {
        step.key: step
        for step in scene.steps
        if step.key in before and step.kind not in COUNTER and step.state == StepState.DONE
    }
    return list(done.values())


def _who_and_what(step: StepRun) -> str:
    if step.finished_by is None:
        return step.name
    return _now("%(step)s (%(name)s)") % {"step": step.name, "name": step.finished_by}


def colleagues(scene: Scene) -> list[tuple[str, str]]:
    """Accounts of the unit that may have a part in an open step: who holds its role first, then the others."""
    unit, on = scene.dossier.unit, scene.now.date()
    roles = [step.role for step in scene.open_steps]
    people: dict[int, str] = {}
    for role in [*roles, *sorted(parties.SPECIALISTS | parties.DESK | parties.SIGNERS), Role.RECORDS_CLERK]:
        for account in holders(unit, role, on=on):
            people.setdefault(account.pk, account.display_name)
    return [(str(pk), name) for pk, name in people.items()]


def plain_steps(scene: Scene) -> list[StepRun]:
    """Steps that are completed by saying so; signing and paying have acts of their own."""
    own_act = {StepKind.SIGN, StepKind.FINANCIAL}
    return [step for step in scene.my_steps if step.kind not in own_act]
