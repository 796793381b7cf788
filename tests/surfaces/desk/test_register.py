from datetime import date

from django.urls import reverse

from motcua.dossiers import services
from motcua.dossiers.models import AccessRecord
from motcua.surfaces.desk.work_register import Span
from tests.documents.reading import text_of
from tests.factories import dossiers
from tests.surfaces.desk.office import client_of


def test_a_day_is_read_as_people_type_it_and_a_month_as_a_month():
    today = date(2026, 11, 23)

    assert Span.read({"ngay": "21/11/2026"}, today=today) == Span(date(2026, 11, 21), date(2026, 11, 21))
    assert Span.read({"thang": "02/2026"}, today=today) == Span(date(2026, 2, 1), date(2026, 2, 28))
    assert Span.read({"ngay": "hôm qua"}, today=today) == Span(today, today)


def test_the_day_or_month_beside_crosses_months_and_years():
    month = Span(date(2026, 1, 1), date(2026, 1, 31))

    assert month.beside(-1) == Span(date(2025, 12, 1), date(2025, 12, 31))
    assert month.beside(1) == Span(date(2026, 2, 1), date(2026, 2, 28))
    assert Span(date(2026, 3, 1), date(2026, 3, 1)).beside(-1).first == date(2026, 2, 28)


def test_the_register_of_a_day_lists_what_was_accepted_then_and_the_reading_is_written_down(office):
    dossier = dossiers.accepted(office, dossiers.birth(office), at=office.at)

    page = client_of(office.le).get(reverse("desk:register")).text

    assert dossier.short_code in page
    assert AccessRecord.objects.get().what.startswith("Sổ theo dõi hồ sơ")


def test_the_money_of_the_day_is_summed_by_method(office):
    dossier = dossiers.accepted(office, dossiers.copies(office), at=office.at)
    services.collect_fee(dossier_id=dossier.pk, amount_vnd=30_000, method="cash", by=office.le, at=office.at)

    page = client_of(office.le).get(reverse("desk:register")).text

    assert "Đã thu 30.000 đồng." in page
    assert "Tiền mặt: 30.000 đồng (1 biên lai)." in page


def test_form_07_is_printed_with_every_line(office):
    dossiers.accepted(office, dossiers.birth(office), at=office.at)

    answer = client_of(office.le).get(reverse("desk:register_pdf"))

    assert answer["Content-Type"] == "application/pdf"
    assert "Nguyễn Thị Ngọc Hân" in text_of(answer.content)


def test_a_day_without_dossiers_says_so(office):
    page = client_of(office.le).get(reverse("desk:register"), {"ngay": "01/01/2020"}).text

    assert "Không nhận hồ sơ nào trong khoảng này" in page
