"""The matrix and the pages behind it, without a browser."""

import re
from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from motcua.initiatives.models import Adoption, ModelCase, SilenceReminder
from motcua.kernel.vietnamese import day
from motcua.organisation.models import Succession, Unit
from tests.factories.organisation import ProvinceFactory, officer_at
from tests.factories.replication import DEATH, HOME, WRITING, dossier, model
from tests.initiatives.test_import_cases import sheet
from tests.surfaces.board.directives.office import client_of
from tests.surfaces.board.replication.spread import LiveSpread


def cell_url(unit, slug, name="matrix_cell"):
    return reverse(f"board:{name}", args=[unit.pk, model(slug).pk])


@pytest.fixture
def home_affairs(district):
    return client_of(district.hanh)


@pytest.fixture
def town(district):
    return client_of(district.head(district.town))


def test_the_matrix_of_a_district_without_models_says_what_will_stand_here(home_affairs):
    page = home_affairs.get(reverse("board:matrix"))

    assert page.status_code == 200
    assert "Chưa có mô hình nào để nhân rộng" in page.text


def test_the_matrix_says_in_words_what_its_columns_are(district, home_affairs):
    directive = district.order()
    district.adopt(district.town, WRITING)

    page = home_affairs.get(reverse("board:matrix"))

    assert f"3 mô hình bắt buộc theo văn bản {directive.number}, 1 mô hình xã tự đăng ký." in page.text
    assert page.text.count("data-must") == 3
    assert "Nhắc 37 chỗ đang im" in page.text


def test_each_figure_opens_the_records_behind_it(district, home_affairs):
    district.order()
    district.adopt(district.town, HOME)
    home = dossier(district.town, on=district.quarter.counts_from)

    address = cell_url(district.town, HOME)
    matrix = home_affairs.get(reverse("board:matrix"))
    page = home_affairs.get(address)

    assert address in matrix.text
    assert home.code in page.text
    assert "máy đếm 1, đơn vị ghi 0" in page.text


def test_words_of_silence_are_true_of_who_never_answered(district, home_affairs):
    district.order()
    district.adopt(district.town, DEATH)

    matrix = home_affairs.get(reverse("board:matrix")).text

    assert "chưa trả lời hoặc chưa có lượt nào trong quý" in matrix
    assert "đã nhận làm nhưng" not in matrix
    assert matrix.count("im, chưa trả lời") == 35
    assert matrix.count("im, chưa có lượt nào trong quý") == 1
    assert "Đơn vị chưa trả lời và chưa có lượt" in home_affairs.get(cell_url(district.town, HOME)).text
    assert "Đơn vị chưa báo cáo và chưa có lượt" in home_affairs.get(cell_url(district.town, DEATH)).text


def test_an_earlier_quarter_tells_what_the_answer_was_then(district, home_affairs):
    district.order()
    district.adopt(district.town, HOME, new=True)
    district.adopt(district.an_hiep, HOME)
    before = f"?ky={district.quarter.before}"

    pages = [
        home_affairs.get(cell_url(unit, HOME) + before).text for unit in (district.town, district.an_hiep)
    ]

    told = f"Trong {district.quarter.before.name_in_sentence} đơn vị chưa trả lời."
    assert [told in page for page in pages] == [True, False]


def test_reminders_go_out_from_the_matrix_and_are_seen_by_the_commune(district, home_affairs, town):
    district.order()

    page = home_affairs.post(reverse("board:matrix_remind"), {"ky": str(district.quarter)}, follow=True)

    assert "Đã nhắc 12 đơn vị" in page.text
    assert SilenceReminder.objects.count() == 12
    assert "còn 3 mô hình chưa có tin" in town.get(reverse("board:adoption_list")).text


def test_a_second_reminder_on_one_day_says_that_it_is_enough(district, home_affairs):
    district.order()
    address, asked = reverse("board:matrix_remind"), {"ky": str(district.quarter)}
    home_affairs.post(address, asked)

    assert "đã được nhắc hôm nay" in home_affairs.post(address, asked, follow=True).text
    assert SilenceReminder.objects.count() == 12


def test_a_dossier_of_two_models_is_one_in_the_total_and_a_footnote_says_so(district, home_affairs):
    district.order()
    dossier(district.town, "death_registration", on=district.quarter.counts_from)
    footnote = "Tổng 1: một hồ sơ thuộc nhiều mô hình chỉ tính một lần (cộng riêng từng mô hình được 2)."

    page = home_affairs.get(reverse("board:matrix")).text
    book = openpyxl.load_workbook(BytesIO(home_affairs.get(reverse("board:matrix_file")).content))
    *_lines, sums, note = book.active.values

    assert footnote in page
    assert page.count("<td>1</td>") == 5  # two models run at one unit, with a case each; one case in all
    assert (sums[1:], note[0]) == ((0, 1, 1, 1), footnote)


def test_the_workbook_holds_the_same_figures(district, home_affairs):
    district.order()
    district.adopt(district.town, HOME)
    dossier(district.town, on=district.quarter.counts_from)

    answer = home_affairs.get(reverse("board:matrix_file"))
    rows = list(openpyxl.load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))

    assert rows[4] == (
        "Đơn vị", "Chứng thực, trả tại nhà cho hộ nghèo, khuyết tật", "Khai tử liên thông, trao thư chia buồn",
        "Hộ tịch lưu động", "Đang làm",
    )  # fmt: skip
    assert rows[5] == ("Thị trấn Cái Tàu Hạ", 1, "im", "im", 1)
    assert rows[-1] == ("Lượt phục vụ", 1, 0, 0, 1)


def test_a_commune_looks_at_itself_and_not_at_its_neighbour(district, town):
    own, neighbour = cell_url(district.town, HOME), cell_url(district.an_hiep, HOME)

    assert town.get(own).status_code == 200
    assert town.get(neighbour).status_code == 403
    assert "không thuộc đơn vị của bạn" in town.get(neighbour).text


def test_a_commune_takes_a_model_up_and_enters_a_case(district, town):
    district.order()
    today = day(timezone.localdate())

    town.post(
        cell_url(district.town, DEATH, "adoption_answer"),
        {"answer": "adopted", "from_on": today, "target": "40", "person": "Trần Mỹ Lệ"},
    )
    page = town.post(
        cell_url(district.town, DEATH, "case_enter"),
        {"on": today, "quantity": "1", "note": "Trao thư chia buồn"},
        follow=True,
    )

    assert Adoption.objects.get().target == 40
    assert ModelCase.objects.get().note == "Trao thư chia buồn"
    assert "Trao thư chia buồn" in page.text
    assert "máy đếm 0, đơn vị ghi 1" in page.text
    assert "Chưa gửi báo cáo quý này." in page.text


def test_a_form_sent_twice_is_one_case(district, town):
    district.adopt(district.town, WRITING)
    shown = town.get(cell_url(district.town, WRITING)).text
    key = re.search(r'name="key" value="([0-9a-f]{32})"', shown)
    case = {"on": day(timezone.localdate()), "quantity": "1", "note": "Viết giúp", "key": key and key[1]}

    for _press in range(2):
        town.post(cell_url(district.town, WRITING, "case_enter"), case)

    assert ModelCase.objects.count() == 1


def test_an_answer_without_a_reason_comes_back_with_what_was_typed(district, town):
    page = town.post(
        cell_url(district.town, DEATH, "adoption_answer"),
        {"answer": "declined", "target_text": "Mọi nhà có tang"},
    )

    assert page.status_code == 422
    assert "Ghi lý do chưa làm" in page.text
    assert "Mọi nhà có tang" in page.text
    assert not Adoption.objects.exists()


def test_an_answer_from_a_day_far_ahead_comes_back_with_what_was_typed(district, town):
    page = town.post(
        cell_url(district.town, DEATH, "adoption_answer"),
        {"answer": "adopted", "from_on": "01/01/2130", "target": "40", "person": "Trần Mỹ Lệ"},
    )

    assert page.status_code == 422
    assert page.text.count("Ngày 01/01/2130 còn quá xa.") == 2  # in the summary and at the field
    assert all(f'value="{typed}"' in page.text for typed in ("01/01/2130", "40", "Trần Mỹ Lệ"))
    assert not Adoption.objects.exists()


def test_a_case_of_tomorrow_comes_back_with_a_sentence(district, town):
    district.adopt(district.town, WRITING)
    tomorrow = day(timezone.localdate() + timedelta(days=1))

    page = town.post(
        cell_url(district.town, WRITING, "case_enter"), {"on": tomorrow, "quantity": "1", "note": "Viết giúp"}
    )

    assert page.status_code == 422
    assert "chưa tới" in page.text
    assert not ModelCase.objects.exists()


def test_a_cancelled_case_stays_in_the_list_with_its_reason(district, town):
    district.adopt(district.town, WRITING)
    district.serve(district.town, WRITING, 7)
    address = reverse("board:case_cancel", args=[ModelCase.objects.get().pk])

    assert town.get(address).status_code == 200
    assert town.post(address, {"reason": ""}).status_code == 422
    page = town.post(address, {"reason": "Ghi nhầm sổ"}, follow=True)

    assert "Ghi nhầm sổ" in page.text
    assert '<b class="m-num">0</b>' in page.text


def test_steps_are_ticked_and_unticked_on_the_page(district, town):
    district.adopt(district.town, HOME)
    address, today = cell_url(district.town, HOME, "adoption_step"), day(timezone.localdate())

    town.post(address, {"seq": "1", "done_on": today})
    assert Adoption.objects.get().steps.count() == 1
    assert "không có bước 77" in town.post(address, {"seq": "77", "done_on": today}, follow=True).text
    town.post(address, {"seq": "1", "bo": "1"})

    assert Adoption.objects.get().steps.count() == 0


def test_who_has_no_part_in_the_work_is_not_told_that_the_own_unit_is_another(district):
    postman = officer_at(district.town, "post_officer")

    page = client_of(postman).get(reverse("board:matrix"))

    assert page.status_code == 403
    assert "Trang này dành cho công chức của đơn vị." in page.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/02/2026", "Ngày chưa đúng. Ví dụ: 26/11/2026"),
        ("01/01/0206", "Năm phải từ 1900 đến 2199. Ví dụ: 26/11/2026"),
        ("01/01/2199", "Ngày 01/01/2199 chưa tới. Ghi ngày đã làm."),
        ("", "Xin điền “Làm xong ngày”."),
    ],
)
def test_a_step_with_a_wrong_day_says_so_at_its_step_and_keeps_what_was_typed(
    district, town, typed, sentence
):
    district.adopt(district.town, HOME)

    page = town.post(cell_url(district.town, HOME, "adoption_step"), {"seq": "2", "done_on": typed})

    assert page.status_code == 422
    assert re.search(rf'href="#b-2">{sentence}</a>.*id="b-2-e">{sentence}<', page.text, re.DOTALL)
    assert re.search(rf'id="b-2" name="done_on"[^>]*value="{typed}"[^>]*aria-invalid="true"', page.text)
    assert not Adoption.objects.get().steps.exists()


def test_a_sheet_with_broken_rows_names_each_of_them_and_keeps_none(district, town):
    district.adopt(district.town, WRITING)
    code, today = model(WRITING).code, timezone.localdate()
    content = sheet([code, today, "Viết giúp bà Sáu"], [code, today, ""], ["SK-1", today, "Viết giúp"])
    file = SimpleUploadedFile("luot.xlsx", content)

    page = town.post(reverse("board:case_import"), {"file": file})

    assert page.status_code == 422
    assert "2 dòng cần sửa. Chưa dòng nào được ghi." in page.text
    assert "chỗ cần sửa" not in page.text  # rows are counted as rows
    assert "Không có mô hình mang mã “SK-1”" in page.text
    assert not ModelCase.objects.exists()


def test_a_sheet_sent_twice_on_one_form_is_taken_in_once(district, town):
    district.adopt(district.town, WRITING)
    address, code, today = reverse("board:case_import"), model(WRITING).code, timezone.localdate()
    first, other = (sheet([code, today, note], [code, today, note]) for note in ("Viết giúp", "Viết hộ"))
    key = re.search(r'name="key" value="(\w{32})"', town.get(address).text)[1]

    for content in (first, first, other):
        file = SimpleUploadedFile("luot.xlsx", content)
        assert town.post(address, {"file": file, "key": key}).status_code == 302

    assert ModelCase.objects.count() == 4


def test_a_good_sheet_is_taken_in_and_the_empty_one_can_be_fetched(district, town):
    district.adopt(district.town, WRITING)
    content = sheet([model(WRITING).code, timezone.localdate(), "Viết giúp bà Sáu"])

    page = town.post(
        reverse("board:case_import"), {"file": SimpleUploadedFile("luot.xlsx", content)}, follow=True
    )
    empty = openpyxl.load_workbook(BytesIO(town.get(reverse("board:case_template")).content))

    assert "Đã ghi 1 dòng." in page.text
    codes = [row[0] for row in empty.worksheets[1].iter_rows(min_row=2, values_only=True)]
    assert codes[0] == model(WRITING).code, "and behind it the two models that the town made"


def test_a_commune_sees_its_models_and_what_else_it_could_take_up(district, town):
    district.order()
    district.adopt(district.town, HOME)

    page = town.get(reverse("board:adoption_list"))

    assert model(HOME).title in page.text
    assert "Chưa trả lời." in page.text
    assert model("suoi_nghe_letters").title in page.text


@pytest.mark.parametrize("query", ["?ky=2021", "?don-vi=khong-co", "?ky=9999Q9"])
def test_an_address_of_nothing_is_refused_in_a_sentence(home_affairs, query):
    page = home_affairs.get(reverse("board:matrix") + query)

    assert page.status_code == 400


def test_the_neighbouring_quarters_open(home_affairs, district: LiveSpread):
    district.order()

    for quarter in (district.quarter.before, district.quarter.after):
        assert home_affairs.get(reverse("board:matrix"), {"ky": str(quarter)}).status_code == 200


def test_an_heir_looks_at_a_district_that_ended_in_its_last_quarter_of_work(district):
    province = ProvinceFactory()
    heir = client_of(officer_at(province, "home_affairs_officer"))
    district.order()
    district.adopt(district.town, WRITING)
    district.serve(district.town, WRITING, 7)
    yesterday = timezone.localdate() - timedelta(days=1)
    Unit.objects.filter(pk__in=[district.unit.pk, district.town.pk]).update(valid_to=yesterday)
    Succession.objects.create(
        predecessor=district.unit, successor=province, on_date=yesterday + timedelta(days=1)
    )

    address = heir.get(reverse("board:matrix")).text.split("?don-vi=H-chau-thanh")
    page = heir.get(reverse("board:matrix") + "?don-vi=H-chau-thanh")

    assert len(address) == 2
    assert district.quarter.name_in_sentence in page.text
    assert "7 lượt" in page.text
    assert "Nhắc" not in page.text, "who is gone is not reminded"


def test_a_directive_leads_to_the_matrix_of_its_models(district, home_affairs):
    directive = district.order()
    district.adopt(district.town, WRITING)
    address = f"{reverse('board:matrix')}?van-ban={directive.pk}"

    assert address in home_affairs.get(reverse("board:directive", args=[directive.pk])).text
    page = home_affairs.get(address)

    assert "3 mô hình bắt buộc" in page.text
    assert "tự đăng ký" not in page.text
