"""Everything that the page of a dossier shows, worked out when the template asks for it."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, cast

from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier
from motcua.kernel.vietnamese import weekday
from motcua.surfaces.components.due_chips import DueChip, due_chip
from motcua.surfaces.desk.dossier_diary import Diary, diary
from motcua.surfaces.desk.dossier_due import Why, why
from motcua.surfaces.desk.dossier_fees import Fees, fees
from motcua.surfaces.desk.dossier_moves import Move
from motcua.surfaces.desk.dossier_next import INLINE, Next, next_step
from motcua.surfaces.desk.dossier_papers import Papers, papers, printable
from motcua.surfaces.desk.dossier_person import PersonPanel, person
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.dossier_where import Pairs, whereabouts
from motcua.surfaces.desk.forms.moves import MoveForm
from motcua.surfaces.desk.timeline_lanes import Chart, chart
from motcua.surfaces.desk.timeline_steps import StepRow, step_rows
from motcua.surfaces.desk.timeline_words import instant, whole_due
from motcua.surfaces.desk.work_rows import state_kind


@dataclass
class Opened:
    """An act that is open on the page: its form as it stands, and what the domain said to it.

    ``gone``: the act is no longer possible, and what was typed is only shown.
    """

    move: Move
    form: MoveForm
    refusal: str = ""
    gone: bool = False

    @property
    def errors(self) -> dict[str, str]:
        """The first fault of each field, for the summary."""
        return {name: str(faults[0]) for name, faults in self.form.errors.items()}


@dataclass
class DossierPage:
    """The page of one dossier for one officer."""

    scene: Scene
    opened: Opened | None = None
    reveal: bool = False

    @property
    def dossier(self) -> Dossier:
        return self.scene.dossier

    @property
    def title(self) -> str:
        """``Lê Minh Phúc, cho con Lê Gia An``; who the dossier is for, where that is somebody else."""
        dossier = self.dossier
        if not dossier.subject_name or dossier.subject_name == dossier.applicant_name:
            return dossier.applicant_name
        words = {"name": dossier.applicant_name, "subject": dossier.subject_name}
        if "child_full_name" in dossier.answers:
            return _("%(name)s, cho con %(subject)s") % words
        return _("%(name)s, cho %(subject)s") % words

    @cached_property
    def chip(self) -> DueChip:
        """The promised day, said in full while it lies ahead."""
        dossier, now = self.dossier, self.scene.now
        chip = due_chip(
            due_at=dossier.due_at or dossier.first_due_at,
            state_kind=state_kind(cast(Any, dossier), now=now),
            now=now,
            calendar=self.scene.calendar,
            finished_at=dossier.finished_at,
        )
        if dossier.due_at is None or chip.kind not in {"today", "soon", "ok"}:
            return chip
        return replace(chip, words=_("Hẹn trả %(due)s") % {"due": whole_due(dossier.due_at, now=now)})

    @cached_property
    def next(self) -> Next:
        return next_step(self.scene)

    @property
    def is_above(self) -> bool:
        """Whether the form of the panel stands above the page now, with its faults."""
        first = self.next.first
        return (
            first is not None
            and first.verb in INLINE
            and self.opened is not None
            and self.opened.move == first
        )

    @property
    def first_form(self) -> MoveForm | None:
        """The form of the first act, where it is short enough to stand in the panel."""
        first = self.next.first
        if first is None or first.verb not in INLINE or self.is_above:
            return None
        return first.form(self.scene, auto_id="p-%s")

    @cached_property
    def where(self) -> Pairs:
        return whereabouts(self.scene)

    @cached_property
    def why(self) -> Why | None:
        return why(self.scene)

    @cached_property
    def chart(self) -> Chart | None:
        return chart(self.scene)

    @cached_property
    def chart_title(self) -> str:
        """The heading of the lanes, and when the dossier came in."""
        at = self.dossier.accepted_at
        if at is None:
            return ""
        words = {"weekday": weekday(at), "at": instant(at, now=self.scene.now)}
        return _("Nhận %(weekday)s %(at)s. Vạch đậm là lúc này.") % words

    @cached_property
    def steps(self) -> list[StepRow]:
        return step_rows(self.scene)

    @cached_property
    def papers(self) -> Papers:
        return papers(self.scene)

    @cached_property
    def printable(self) -> list[tuple[str, str]]:
        return printable(self.scene, self.papers.issued)

    @cached_property
    def fees(self) -> Fees | None:
        return fees(self.scene)

    @cached_property
    def diary(self) -> Diary:
        return diary(self.scene)

    @cached_property
    def person(self) -> PersonPanel:
        return person(self.scene, reveal=self.reveal)

    @cached_property
    def can(self) -> frozenset[str]:
        """Verbs that stand beside what they act on: a fee, a file."""
        panel = self.next
        moves = [panel.first, *panel.beside, *panel.others, *panel.ending]
        return frozenset(move.verb for move in moves if move is not None)
