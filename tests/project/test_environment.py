from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from motcua.project.environment import Environment


@pytest.fixture
def env(tmp_path: Path) -> Environment:
    return Environment(prefix="MOTCUA_TEST_", secrets_dir=tmp_path)


def test_a_setting_that_is_absent_or_empty_has_its_default(env, monkeypatch):
    monkeypatch.setenv("MOTCUA_TEST_EMPTY", "")

    assert (env.text("ABSENT", "a"), env.text("EMPTY", "b"), env.whole("EMPTY", 3)) == ("a", "b", 3)


@pytest.mark.parametrize(("value", "truth"), [("1", True), ("Yes", True), ("0", False), ("off", False)])
def test_a_truth_is_written_in_one_of_four_ways(env, monkeypatch, value, truth):
    monkeypatch.setenv("MOTCUA_TEST_LAMP", value)

    assert env.truth("LAMP", default=not truth) is truth


@pytest.mark.parametrize(
    ("read", "sentence"), [("truth", "phải là 1 hoặc 0"), ("whole", "phải là số nguyên")]
)
def test_a_value_that_cannot_be_read_stops_the_start(env, monkeypatch, read, sentence):
    monkeypatch.setenv("MOTCUA_TEST_LAMP", "nhiều")

    with pytest.raises(ImproperlyConfigured, match=f"MOTCUA_TEST_LAMP {sentence}"):
        getattr(env, read)("LAMP", 1)


def test_a_secret_may_lie_in_a_file(env, tmp_path):
    (tmp_path / "motcua_test_key").write_text("kín\n")

    assert env.secret("KEY", default="no") == "kín"
    assert env.secret("OTHER") == ""
