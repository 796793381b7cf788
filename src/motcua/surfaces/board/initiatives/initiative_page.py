"""Everything that the page of one initiative shows."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from motcua.directives.access import visible_to
from motcua.identity.histories import HistoryLine
from motcua.initiatives import access, queries
from motcua.initiatives.counting import Counting
from motcua.initiatives.models import (
    Adoption,
    Author,
    Exhibit,
    Initiative,
    PilotCount,
    Recognition,
    ReformAction,
    Replication,
    Review,
)
from motcua.initiatives.printing import tenths
from motcua.initiatives.queries import Sheet, Similar
from motcua.initiatives.states import LIVE, State
from motcua.organisation.access import Officer
from motcua.organisation.sight import sees

#: The way from a draft to recognition, as the stairs on the page show it.
WAY = (State.DRAFT, State.REGISTERED, State.PILOTING, State.EVALUATING, State.RECOGNISED)
#: Long texts in the order of the register, those that are empty are left out.
TEXTS = ("problem", "solution", "novelty", "scope", "benefit_social", "benefit_economic", "cost", "replicability",
         "approvals")  # fmt: skip


class Counter(NamedTuple):
    """One counter of a pilot with all that was counted."""

    name: str
    total: int
    counts: list[PilotCount]


@dataclass(frozen=True)
class InitiativePage:
    initiative: Initiative
    officer: Officer

    @cached_property
    def verbs(self) -> list[str]:
        return access.verbs(self.officer, self.initiative)

    @property
    def texts(self) -> list[tuple[str, str]]:
        meta = self.initiative._meta
        found = [(meta.get_field(name), getattr(self.initiative, name)) for name in TEXTS]
        return [(_capital(str(field.verbose_name)), text) for field, text in found if text]  # type: ignore[union-attr]

    @property
    def counting(self) -> Counting:
        """What one case of it is, and who counts."""
        return queries.counting(self.initiative)

    @cached_property
    def authors(self) -> list[Author]:
        return list(self.initiative.authors.order_by("pk"))

    @cached_property
    def exhibits(self) -> list[Exhibit]:
        return list(self.initiative.exhibits.select_related("file").order_by("pk"))

    @cached_property
    def counters(self) -> list[Counter]:
        rows = list(self.initiative.pilot_counts.order_by("counted_on", "pk"))
        named = [
            (name, [row for row in rows if row.counter == name]) for name in self.initiative.pilot_counters
        ]
        return [Counter(name, sum(row.quantity for row in counts), counts) for name, counts in named]

    @cached_property
    def review(self) -> Review | None:
        return getattr(self.initiative, "review", None)

    @cached_property
    def sheet(self) -> Sheet | None:
        return queries.sheet(self.review, self.officer) if self.review else None

    @property
    def waits_for_leader(self) -> bool:
        """The council has proposed it, and somebody else than this officer signs the decision."""
        proposed = self.review is not None and bool(self.review.passed)
        return proposed and self.initiative.state == State.EVALUATING and "recognise" not in self.verbs

    @property
    def mean(self) -> str:
        done = self.review is not None and self.review.average_tenths is not None
        return tenths(self.review.average_tenths) if done else ""  # type: ignore[union-attr, arg-type]

    @cached_property
    def recognition(self) -> Recognition | None:
        return getattr(self.initiative, "recognition", None)

    @cached_property
    def similar(self) -> list[Similar]:
        """For those who write or judge; a model that runs needs no warning."""
        if self.initiative.state not in (State.DRAFT, State.REGISTERED, State.PILOTING, State.EVALUATING):
            return []
        it = self.initiative
        return queries.similar(it.title, it.solution, excluding=it.pk)

    @cached_property
    def history(self) -> list[HistoryLine]:
        """Newest first; for the units concerned and the council, not for everybody who may copy the model."""
        concerned = self.initiative.unit_id in sees(self.officer) or (self.sheet and self.sheet.may_read)
        return queries.history(self.initiative)[::-1] if concerned else []

    @property
    def may_take_up(self) -> bool:
        """A model that lives may be done by every unit."""
        return self.initiative.state in LIVE and self.officer.has(*access.PROPOSERS)

    @property
    def may_spread(self) -> bool:
        return self.initiative.state in LIVE and self.officer.has(*access.KEEPERS)

    @cached_property
    def named_in(self) -> list[ReformAction]:
        """What an authority of the sources did with it."""
        slug = self.initiative.slug
        rows = ReformAction.objects.order_by("year", "pk") if slug else []
        return [action for action in rows if slug in action.covers]

    @cached_property
    def orders(self) -> list[Replication]:
        """Directives in the officer's sight that spread it."""
        rows = Replication.objects.filter(
            initiative=self.initiative, directive__in=visible_to(self.officer).values("pk")
        )
        return list(rows.select_related("directive").order_by("-directive__issued_on", "pk"))

    @cached_property
    def adopted(self) -> int:
        """How many units have said that they do it."""
        return Adoption.objects.filter(initiative=self.initiative, state="adopted").count()

    @property
    def way(self) -> list[dict[str, Any]]:
        """The stairs; a model that came with Motcua, was refused, rests or is spread shows none."""
        state = State(self.initiative.state)
        if state not in WAY or self.initiative.slug:
            return []
        titles = {
            State.DRAFT: _("Soạn đăng ký"),
            State.REGISTERED: _("Đăng ký"),
            State.PILOTING: _("Thí điểm"),
            State.EVALUATING: _("Hội đồng chấm"),
            State.RECOGNISED: _("Công nhận"),
        }
        here = WAY.index(state)
        last = len(WAY) - 1
        return [
            {
                "when": "done" if place < here or here == last else "now" if place == here else "next",
                "title": titles[step],
            }
            for place, step in enumerate(WAY)
            if not (step == State.PILOTING and here > place and not self.initiative.pilot_from)
        ]


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
