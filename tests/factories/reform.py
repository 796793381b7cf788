"""Châu Thành as if it were still there today: twelve communes that owe reports, with people who can sign in."""

from datetime import date, timedelta

from django.utils import timezone

from motcua.organisation.models import Unit
from motcua.reporting.models import Obligation
from motcua.reporting.periods import ReportingPeriod
from tests.factories.reporting import Reporting
from tests.surfaces.board.directives.office import LiveDistrict


class ChauThanh(LiveDistrict, Reporting):
    """The district of today with two models ordered; reports of the last quarter can be signed at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.period = ReportingPeriod.quarter_of(timezone.localdate()).before
        self.day = self.period.data_to() - timedelta(days=20)

    def duties(self, *units: Unit) -> list[Obligation]:
        """All communes, or some, owe the report of the last quarter and those that follow."""
        return self.oblige(*units, starts_on=self.period.first)

    def serve(self, unit: Unit, quantity: int = 1, on: date | None = None) -> None:
        """Letters that a commune brought to people in the last quarter."""
        self.case(unit, on or self.day, quantity=quantity)
