"""The data that comes with the software is whole and holds together."""

import msgspec
import pytest

from motcua.catalogue import integrity, shipped, yaml_text
from motcua.catalogue.definitions import ProcedureDefinition
from motcua.catalogue.eforms.options import options_of
from tests.factories.catalogue import shipped_definition

IDS = [definition.id for definition in shipped.procedures()]


def test_there_are_44_procedures_with_different_codes():
    assert len(IDS) == 44
    assert len({definition.code for definition in shipped.procedures()}) == 44


@pytest.mark.parametrize("procedure_id", IDS)
def test_a_shipped_procedure_has_no_fault(procedure_id):
    assert integrity.faults(shipped_definition(procedure_id)) == []


@pytest.mark.parametrize("procedure_id", IDS)
def test_a_procedure_written_as_yaml_is_read_back_equal(procedure_id):
    definition = shipped_definition(procedure_id)

    text = yaml_text.dump(msgspec.to_builtins(definition))

    assert msgspec.convert(yaml_text.load(text), ProcedureDefinition) == definition
    assert yaml_text.dump(yaml_text.load(text)) == text


def test_every_choice_and_every_column_has_vietnamese_words():
    for definition in (shipped_definition(procedure_id) for procedure_id in IDS):
        for field in definition.form.fields:
            for question in (field, *field.columns):
                assert question.label_vi
                assert all(
                    option.vi and option.vi != option.id for option in options_of(definition, question)
                )


def test_every_step_has_a_role_and_the_last_one_returns_the_result():
    for definition in shipped.procedures():
        assert [step.seq for step in definition.steps] == list(range(1, len(definition.steps) + 1))
        assert definition.steps[-1].status_after == 10


def test_an_unknown_key_is_an_error():
    content = {**msgspec.to_builtins(shipped_definition("certified_copy")), "colour": "red"}

    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.convert(content, ProcedureDefinition)


def test_countries_begin_with_vietnam_and_have_vietnamese_names():
    countries = {option.id: option.vi for option in shipped.lookups()["country"]}

    assert next(iter(countries)) == "VN"
    assert (countries["KH"], countries["LA"], countries["KR"]) == ("Campuchia", "Lào", "Hàn Quốc")
    assert len(countries) > 190


def test_life_events_and_synonyms_speak_of_procedures_that_exist():
    named = {slug for event in shipped.life_events() for slug in event.procedures}

    assert named <= set(IDS)
    assert set(shipped.synonyms()) == set(IDS)
