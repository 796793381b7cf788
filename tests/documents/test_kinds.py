import msgspec
import pytest

from motcua.documents.papers.kinds import KINDS, WrongContent, content_of
from tests.documents import directive_samples, samples


def test_stored_content_comes_back_as_it_was():
    for kind, content in (samples.SAMPLES | directive_samples.SAMPLES).items():
        assert content_of(kind, msgspec.to_builtins(content)) == content


@pytest.mark.parametrize(
    "data",
    [
        {"agency": "Ủy ban nhân dân xã An Thạnh"},
        {"agency": "A", "desk": "B", "dossier_code": "C", "hops": [], "colour": "xanh"},
        {"agency": "A", "desk": "B", "dossier_code": 7, "hops": []},
    ],
    ids=["missing", "unknown", "wrong type"],
)
def test_content_that_does_not_fit_is_a_fault_of_the_program(data):
    with pytest.raises(WrongContent):
        content_of("form_06", data)


def test_a_paper_refuses_the_content_of_another():
    with pytest.raises(WrongContent, match="form_01 needs ReceptionSlip"):
        content_of("form_01", samples.control_slip())


def test_numbers_under_ten_have_two_digits():
    kind = KINDS["result"]

    assert kind.number(samples.decision(), seq=7, year=2026) == "07/QĐ-UBND"
    assert kind.number(samples.decision(), seq=158, year=2026) == "158/QĐ-UBND"


def test_decisions_and_extracts_are_numbered_apart():
    kind = KINDS["result"]

    assert kind.series(samples.decision()) != kind.series(samples.death_extract())


def test_what_an_office_decides_orders_or_reports_waits_for_a_signature_and_nothing_else():
    assert {kind.id for kind in KINDS.values() if kind.is_signed} == {
        "birth_certificate",
        "certification",
        "result",
        *directive_samples.SAMPLES,
        "award_submission",
        "award_decision",
        "commendation",
        "inspection_decision",
        "inspection_conclusion",
        "initiative_decision",
        "initiative_certificate",
        "model_report",
    }
