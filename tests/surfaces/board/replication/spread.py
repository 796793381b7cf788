"""Huyện Châu Thành as if it were still there: three models ordered, six chosen, and a quarter of work in each state."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from motcua.directives.models import Directive
from motcua.initiatives import services
from motcua.kernel.quarters import Quarter
from motcua.organisation.models import Unit
from tests.factories.directives import HANOI, officer
from tests.factories.replication import MANDATORY, Spread, dossier, model, ordered
from tests.surfaces.board.directives.office import LiveDistrict

CHOSEN = ("dat_do_writing_help", "suoi_nghe_letters", "binh_trung_youth_front_rota", "thang_nhi_after_hours",
          "ward5_call_centre_sms", "tam_phuoc_phuoc_long_tho_elderly_home")  # fmt: skip
HOME, DEATH, MOBILE = MANDATORY
#: How the first lines of the picture read: a number runs, n is new, i is silent, - is not done.
PICTURE = (
    "4 2 18 22 18 3 i 3 -", "22 6 22 - - n - 4 4", "22 26 22 - 3 - 2 - -", "9 14 6 - - 22 n - n",
    "22 i 11 9 14 i - 18 -", "i 31 14 - i - - i -", "31 22 i - 11 - n - n", "14 7 6 n - - 11 - -",
    "n i 11 - - n 3 6 -", "22 7 11 - - n 18 - -", "n 26 n n n 26 i 6 i", "22 2 18 9 - 6 - 7 -",
)  # fmt: skip


class LiveSpread(LiveDistrict, Spread):
    """Twelve communes, each with a chair; home affairs of the district watch over them."""

    def __init__(self) -> None:
        LiveDistrict.__init__(self)
        self.heads = {
            unit.pk: officer(unit, "commune_leader", name=f"Chủ tịch {unit.short_name}", title="Chủ tịch")
            for unit in self.communes
        }
        self.quarter = Quarter.counted_on(timezone.localdate())
        self.before = datetime.combine(self.quarter.counts_from - timedelta(days=30), time(9), tzinfo=HANOI)
        self.start = datetime.combine(self.quarter.counts_from, time(9), tzinfo=HANOI)

    def order(self) -> Directive:
        """The chair orders three models to all communes, a month before the quarter."""
        return ordered(self, at=self.before)

    def adopt(self, unit: Unit, slug: str, *, new: bool = False) -> None:
        at = self.start if new else self.before
        services.adopt(
            initiative_id=model(slug).pk, unit_id=unit.pk, from_on=at.date(), by=self.head(unit), at=at
        )

    def serve(self, unit: Unit, slug: str, count: int, on: date | None = None) -> None:
        """As many cases on the first day of the quarter: dossiers carried home where the machine counts them."""
        if slug == HOME:
            for _n in range(count):
                dossier(unit, on=self.quarter.counts_from, born=1990)
            return
        services.enter_case(
            initiative_id=model(slug).pk, unit_id=unit.pk, on=on or self.quarter.counts_from,
            note="Theo sổ của bộ phận một cửa", quantity=count, by=self.head(unit), at=self.start,
        )  # fmt: skip

    def paint(self) -> None:
        """Let the communes do what the picture shows."""
        self.order()
        for unit, line in zip(self.communes, PICTURE, strict=True):
            for slug, mark in zip((*MANDATORY, *CHOSEN), line.split(), strict=True):
                if mark == "-":
                    continue
                self.adopt(unit, slug, new=mark == "n")
                if mark.isdigit():
                    self.serve(unit, slug, int(mark))
