"""What came with Motcua: 28 models and 6 actions, as their sources name them."""

from datetime import UTC, datetime

import pytest
import yaml

from motcua.initiatives import shipped
from motcua.initiatives.kinds import Kind
from motcua.initiatives.models import Initiative, ReformAction
from motcua.initiatives.services import load_initiatives
from motcua.initiatives.states import State
from motcua.organisation.services import load_units
from tests.architecture.code import SOURCE

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
SHIPPED = yaml.safe_load((SOURCE / "initiatives/data/initiatives.yaml").read_text())


@pytest.fixture
def loaded(db):
    load_units()
    return load_initiatives(NOW)


def test_every_model_and_action_keeps_its_name_letter_by_letter(loaded):
    names = {row["id"]: row["name_vi"] for row in SHIPPED["initiatives"]}
    done = {row["id"]: row["name_vi"] for row in SHIPPED["actions"]}

    assert (len(names), len(done)) == (28, 6)
    assert dict(Initiative.objects.values_list("slug", "title")) == names
    assert dict(ReformAction.objects.values_list("slug", "name")) == done


def test_only_the_model_of_unnamed_communes_has_no_unit(loaded):
    without = Initiative.objects.filter(unit=None).values_list("slug", flat=True)

    assert list(without) == ["commune_scanner_support_team"]
    assert not ReformAction.objects.filter(issuer=None).exists()


def test_loading_again_changes_nothing(loaded):
    codes = set(Initiative.objects.values_list("code", "revision"))

    assert (loaded, load_initiatives(NOW)) == (28, 0)
    assert set(Initiative.objects.values_list("code", "revision")) == codes


def test_without_a_register_of_units_the_names_remain(db):
    load_initiatives(NOW)

    assert Initiative.objects.get(slug="suoi_nghe_letters").unit_text == "UBND xã Suối Nghệ"


def test_states_and_kinds_are_those_of_the_source():
    life = {row["id"]: row["vi"] for row in SHIPPED["meta"]["life_cycle"]}
    kinds = {row["id"]: row["vi"] for row in SHIPPED["meta"]["kinds"]}

    assert {"draft": "Đang soạn", **life} == dict(State.choices)
    assert {**kinds, "other": "Cách làm khác"} == dict(Kind.choices)


def test_the_default_criteria_share_out_a_hundred_points():
    assert sum(item["max"] for item in shipped.origins().criteria.items) == 100
