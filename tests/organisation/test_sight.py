"""Into which units an officer looks when units have merged."""

from datetime import date

import pytest

from motcua.organisation.models import Succession
from motcua.organisation.sight import own_units, sees, stands_for
from tests.factories.organisation import ProvinceFactory, UnitFactory, officer_at

pytestmark = pytest.mark.django_db


def test_a_province_sees_the_communes_of_the_one_it_took_over():
    old, new, other = ProvinceFactory(), ProvinceFactory(), ProvinceFactory()
    commune, stranger = UnitFactory(under=old), UnitFactory(under=other)
    Succession.objects.create(predecessor=old, successor=new, on_date=date(2025, 7, 1))

    officer = officer_at(new, "home_affairs_officer")

    assert stands_for(officer) == {new.pk, old.pk}
    assert sees(officer) == {new.pk, old.pk, commune.pk}
    assert stranger.pk not in sees(officer)


def test_a_volunteer_stands_for_nobody():
    officer = officer_at(UnitFactory(), "youth_volunteer")

    assert own_units(officer) == sees(officer) == frozenset()
