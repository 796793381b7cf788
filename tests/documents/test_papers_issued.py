from datetime import timedelta

import msgspec
import pytest

from motcua.documents import queries
from motcua.documents.models import Paper
from motcua.documents.papers.kinds import WrongContent
from motcua.documents.services import AlreadySigned, NeedsNoSignature, render, sign_paper
from motcua.organisation.access import NotAllowed
from tests.documents import samples
from tests.documents.reading import text_of
from tests.factories.documents import MORNING, issued, officer

pytestmark = pytest.mark.django_db


def test_an_issued_paper_bears_its_number_and_date():
    text = text_of(render(issued("form_02", samples.supplement_request(number="", issued_on=None))))

    assert "Số: 01/HDHS" in text
    assert "ngày 23 tháng 11 năm 2026" in text


def test_a_missing_key_stops_the_paper_before_it_has_a_number():
    data = msgspec.to_builtins(samples.refusal_slip())
    del data["reason"]

    with pytest.raises(WrongContent, match="reason"):
        issued("form_03", data)
    assert not Paper.objects.exists()


def test_what_was_printed_is_printed_again_byte_for_byte():
    paper = issued("form_01", samples.reception_slip())
    first = render(paper)
    Paper.objects.filter(pk=paper.pk).update(data={})

    assert render(Paper.objects.get(pk=paper.pk)) == first


def test_a_paper_that_waits_for_its_signature_is_not_kept():
    paper = issued("result", samples.decision(number=""))

    render(paper)

    assert paper.pdf is None
    assert list(Paper.objects.waiting_for_signature()) == [paper]


def test_a_signed_paper_shows_when_and_is_kept():
    chair = officer()
    paper = issued("result", samples.decision(number=""), chair)

    paper = sign_paper(paper_id=paper.pk, by=chair, at=MORNING + timedelta(hours=5))

    assert "Ký trên phần mềm lúc 14:12 ngày 23/11/2026" in text_of(render(paper))
    assert paper.pdf is not None
    assert not Paper.objects.waiting_for_signature().exists()


def test_who_signs_instead_stands_on_the_paper():
    chair = officer()
    paper = issued("result", samples.decision(), chair)

    paper = sign_paper(paper_id=paper.pk, by=chair, at=MORNING, signer=samples.CHAIR)

    assert "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH" in text_of(render(paper))


def test_nobody_signs_twice():
    chair = officer()
    paper = issued("result", samples.decision(), chair)
    sign_paper(paper_id=paper.pk, by=chair, at=MORNING)

    with pytest.raises(AlreadySigned, match="đã được ký"):
        sign_paper(paper_id=paper.pk, by=chair, at=MORNING)


def test_a_receipt_needs_no_leader():
    clerk = officer()
    paper = issued("form_01", samples.reception_slip(), clerk)

    with pytest.raises(NeedsNoSignature):
        sign_paper(paper_id=paper.pk, by=clerk, at=MORNING)


def test_another_commune_cannot_sign():
    paper = issued("result", samples.decision())

    with pytest.raises(NotAllowed):
        sign_paper(paper_id=paper.pk, by=officer(), at=MORNING)


def test_the_papers_of_a_dossier_come_in_the_order_they_were_issued():
    clerk = officer()
    later = issued("form_02", samples.supplement_request(), clerk, at=MORNING + timedelta(days=1))
    first = issued("form_01", samples.reception_slip(), clerk)
    issued("form_01", samples.reception_slip(), clerk, subject="H13.58.12-261123-0009")

    assert list(queries.papers_of("H13.58.12-261123-0008")) == [first, later]
