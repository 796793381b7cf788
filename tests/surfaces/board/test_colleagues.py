"""Who is offered for a council or a team."""

from django.utils import timezone

from motcua.surfaces.board.colleagues import colleagues
from tests.factories.directives import officer
from tests.surfaces.board.directives.office import LiveDistrict


def test_who_only_looks_after_the_software_is_not_offered(db):
    district = LiveDistrict()
    officer(district.unit, "administrator", name="Quản trị")

    offered = [one.name for one in colleagues(district.chair, on=timezone.localdate())]

    assert "Lê Thị Hạnh" in offered
    assert "Quản trị" not in offered
