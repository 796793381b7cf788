"""What officers see and send; domain rules are tested with the services."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from motcua.documents.models import StoredFile
from motcua.initiatives import services
from motcua.initiatives.inputs import ConclusionInput, PilotInput
from motcua.initiatives.models import Council, Initiative, Round
from tests.factories.directives import officer
from tests.factories.initiatives import POINTS
from tests.factories.organisation import UnitFactory
from tests.surfaces.board.initiatives.conftest import LIST, page_of, typed
from tests.surfaces.desk.intake_page import PDF


def test_the_list_shows_models_of_everywhere_and_finds_them_without_marks(commune, sign_in):
    text = sign_in(commune.ba).get(LIST, {"tim": "suoi nghe"}).text
    assert "Không tìm thấy mô hình nào" in text

    text = sign_in(commune.ba).get(LIST, {"tim": "tram nam hanh phuc"}).text

    assert "Thư chúc mừng gia đình trăm năm hạnh phúc" in text
    assert "Tìm thấy 1 mô hình" in text


def test_a_registration_is_written_and_sent(commune, sign_in):
    client = sign_in(commune.ba)

    answer = client.post(
        f"{LIST}dang-ky/", typed(commune, (commune.ba, "60"), (commune.hanh, "40")), follow=True
    )

    draft = Initiative.objects.get(slug="")
    assert answer.redirect_chain[-1][0] == page_of(draft)
    assert "Trần Văn Ba" in answer.text
    assert "60 %" in answer.text
    sent = client.post(page_of(draft, "gui/"), {"revision": draft.revision}, follow=True)
    assert "Đã gửi đăng ký." in sent.text
    draft.refresh_from_db()
    assert (draft.state, [step["action_vi"] for step in draft.steps]) == (
        "registered",
        ["Lập danh sách", "Đến nhà"],
    )


def test_shares_that_are_no_whole_are_told_and_nothing_typed_is_lost(commune, sign_in):
    words = typed(commune, (commune.ba, "60"), (commune.hanh, "30"), problem="Đi lại ba lần một năm.")

    answer = sign_in(commune.ba).post(f"{LIST}dang-ky/", words)

    assert answer.status_code == 422
    assert "Tổng tỷ lệ đóng góp mới là 90 %, còn thiếu 10 %. Chia lại cho đủ 100 %." in answer.text
    for kept in (
        'value="60"',
        'value="30"',
        "Đi lại ba lần một năm.",
        "Trả kết quả tại nhà cho người cao tuổi",
    ):
        assert kept in answer.text
    assert not Initiative.objects.filter(slug="").exists()


def test_what_lacks_is_said_where_it_is_sent_with_the_way_to_it(commune, sign_in):
    draft = commune.draft(novelty="")

    answer = sign_in(commune.ba).post(page_of(draft, "gui/"), {"revision": draft.revision})

    assert answer.status_code == 422
    assert "Ghi tính mới: khác cách làm cũ ở điểm nào." in answer.text
    assert f"{page_of(draft, 'sua/')}?can-dien=1#f-novelty" in answer.text


def test_all_that_lacks_is_said_at_once_and_again_at_each_field(commune, sign_in):
    draft = commune.draft(novelty="", scope="", first_applied_on=None)
    draft.authors.all().delete()
    asked = {
        "novelty": "Ghi tính mới: khác cách làm cũ ở điểm nào.", "scope": "Ghi phạm vi, địa bàn áp dụng.",
        "first_applied_on": "Ghi ngày áp dụng lần đầu.", "authors": "Ghi ít nhất một tác giả.",
    }  # fmt: skip
    client = sign_in(commune.ba)

    answer = client.post(page_of(draft, "gui/"), {"revision": draft.revision}).text
    form = client.get(page_of(draft, "sua/"), {"can-dien": "1"}).text

    assert "Còn 4 chỗ chưa điền" in answer
    for name, sentence in asked.items():
        assert f'href="{page_of(draft, "sua/")}?can-dien=1#f-{name}">{sentence}</a>' in answer
        assert form.count(sentence) == 2  # in the summary and at the field
    assert not any(sentence in client.get(page_of(draft, "sua/")).text for sentence in asked.values())


def test_a_sent_registration_that_is_emptied_comes_back_with_each_field_named(commune, sign_in):
    sent = commune.sent()
    words = {"revision": sent.revision, "title": sent.title, "kind": sent.kind, "field": sent.field,
             "level": sent.level, "authors-TOTAL_FORMS": "1", "authors-INITIAL_FORMS": "0",
             "authors-0-name": "Trần Văn Ba", "authors-0-share_percent": "100"}  # fmt: skip

    answer = sign_in(commune.ba).post(page_of(sent, "sua/"), words)

    assert answer.status_code == 422
    for sentence in ("Ghi thực trạng trước khi áp dụng.", "Ghi nội dung giải pháp.", "Ghi hiệu quả xã hội."):
        assert answer.text.count(f">{sentence}</a>") == 1
        assert answer.text.count(sentence) == 2


def test_after_the_conclusion_the_page_says_who_acts_next(commune, sign_in):
    review = commune.laid()
    for judge in (commune.chair, *commune.judges):
        services.score(review_id=review.pk, points=POINTS, by=judge, at=commune.now())
    words, page = "Chờ lãnh đạo ký quyết định công nhận.", page_of(review.initiative)
    before = sign_in(commune.hanh).get(page).text
    facts = ConclusionInput(held_on=commune.now().date(), place="xã", minutes="Nhất trí.")
    services.conclude(review_id=review.pk, facts=facts, by=commune.chair, at=commune.now())

    assert words not in before
    assert words in sign_in(commune.hanh).get(page).text
    assert words not in sign_in(commune.chair).get(page).text  # who finds the button
    services.recognise(initiative_ids=[review.initiative_id], by=commune.chair, at=commune.now())
    assert words not in sign_in(commune.hanh).get(page).text


def test_those_that_resemble_are_shown_while_writing(commune, sign_in):
    client = sign_in(commune.ba)
    title = "Đăng ký khai sinh lưu động cho trẻ em vùng cồn"

    part = client.get(f"{LIST}tuong-tu/", {"title": title}).text

    assert "Đăng ký khai sinh lưu động nhằm nâng cao chất lượng phục vụ Nhân dân" in part
    assert (
        part.strip()
        in client.post(f"{LIST}dang-ky/", typed(commune, title=title, solution="", level="")).text
    )


def test_a_stale_screen_overwrites_nothing_and_keeps_what_was_typed(commune, sign_in):
    draft = commune.draft()
    words = typed(commune, (commune.ba, "100"), scope="ấp Vàm Hồ A")

    client = sign_in(commune.ba)
    client.post(page_of(draft, "sua/"), words | {"revision": draft.revision})
    answer = client.post(
        page_of(draft, "sua/"), words | {"revision": draft.revision, "cost": "Không tốn thêm"}
    )

    assert answer.status_code == 422
    assert "Sáng kiến vừa được đổi" in answer.text
    assert "Không tốn thêm" in answer.text


def test_a_draft_of_another_unit_is_not_shown(commune, sign_in):
    stranger = officer(UnitFactory(), "culture_social_officer", name="Người lạ")

    answer = sign_in(stranger).get(page_of(commune.draft()))

    assert answer.status_code == 403


def test_a_round_is_opened_from_its_form(commune, sign_in):
    words = {"year": "2030", "opens_on": "05/01/2030", "closes_on": "01/01/2030"}
    client = sign_in(commune.hanh)

    refused = client.post(f"{LIST}dot/", words)
    assert refused.status_code == 422
    assert "Ngày kết thúc nhận phải từ ngày bắt đầu trở đi." in refused.text
    client.post(f"{LIST}dot/", words | {"closes_on": "28/02/2030"})

    assert Round.objects.filter(year=2030).exists()


def test_a_pilot_is_begun_and_counted(commune, sign_in):
    it = commune.sent()
    client = sign_in(commune.hanh)
    today = commune.now().strftime("%d/%m/%Y")
    client.post(
        page_of(it, "thi-diem/"),
        {"begins_on": today, "area": "ấp 1", "person": "Ba", "counters": "Lượt tại nhà\nGiờ tiết kiệm"},
    )

    page = client.post(
        page_of(it, "so-lieu/"),
        {"counter": "Lượt tại nhà", "counted_on": today, "quantity": "7"},
        follow=True,
    )

    assert "Lượt tại nhà: 7" in page.text


def test_a_council_of_one_is_refused_beside_its_members(commune, sign_in):
    words = {"name": "Hội đồng", "year": "2026", "formed_on": commune.now().strftime("%d/%m/%Y")}

    answer = sign_in(commune.hanh).post(
        f"{LIST}hoi-dong/lap/", words | {f"seat-{commune.chair.account_id}": "chair"}
    )

    assert answer.status_code == 422
    assert 'href="#f-members">Hội đồng phải có ít nhất 3 thành viên, hiện mới có 1.' in answer.text
    assert not Council.objects.exists()


def test_the_page_of_a_council_says_when_it_may_conclude(commune, sign_in):
    review = commune.laid()

    page = sign_in(commune.ba).get(f"{LIST}hoi-dong/{review.council_id}/")

    assert "kết luận một sáng kiến khi ít nhất 2/3 số người được chấm đã chấm." in page.text


def test_a_member_scores_blind_and_the_page_shows_nobody_elses_points(commune, sign_in):
    review = commune.laid()
    services.score(review_id=review.pk, points={**POINTS, "social": 17}, by=commune.chair, at=commune.now())
    ngan = sign_in(commune.judges[0])

    wrong = ngan.post(page_of(review.initiative, "cham/"), {**POINTS, "novelty": "31"})
    assert wrong.status_code == 422
    assert "Ghi một số từ 0 đến 30" in wrong.text
    page = ngan.post(page_of(review.initiative, "cham/"), POINTS, follow=True)

    assert "Phiếu của bạn: <b>83 điểm</b>" in page.text
    assert "82" not in page.text.split('id="hoi-dong"')[1].split("</section>")[0]


def test_an_author_finds_no_sheet(commune, sign_in):
    review = commune.laid()

    page = sign_in(commune.ba).get(page_of(review.initiative))

    assert "Chấm điểm" not in page.text
    assert sign_in(commune.ba).get(page_of(review.initiative, "cham/")).status_code == 302


def test_the_conclusion_and_the_decision_open_the_papers(commune, sign_in):
    review = commune.laid()
    for judge in (commune.chair, *commune.judges):
        services.score(review_id=review.pk, points=POINTS, by=judge, at=commune.now())
    chair = sign_in(commune.chair)
    today = commune.now().strftime("%d/%m/%Y")

    chair.post(
        page_of(review.initiative, "ket-luan/"), {"held_on": today, "place": "xã", "minutes": "Nhất trí."}
    )
    page = chair.post(f"{LIST}cong-nhan/", {"initiative_ids": [review.initiative_id]}, follow=True)

    assert "Đã ký Quyết định 01/QĐ-UBND, công nhận 1 sáng kiến." in page.text
    for paper in ("bien-ban", "quyet-dinh", "giay-chung-nhan"):
        assert chair.get(page_of(review.initiative, f"giay-to/{paper}/")).content.startswith(b"%PDF")
    register = chair.get(f"{LIST}so/", {"nam": f"{commune.year}"}).text
    assert "Cấp cơ sở" in register
    assert ">83<" in register.replace("</span>", "").replace("Điểm ", "")


@pytest.mark.parametrize(
    "address", ["", "so/", "dang-ky/", "hoi-dong/", "hoi-dong/lap/", "hoi-dong/tieu-chi/", "dot/"]
)
def test_every_page_opens_for_its_keeper(commune, sign_in, address):
    assert sign_in(commune.hanh).get(LIST + address).status_code == 200


def test_only_the_leader_comes_to_the_page_of_recognition(commune, sign_in):
    assert sign_in(commune.hanh).get(f"{LIST}cong-nhan/").status_code == 403
    assert "Không có sáng kiến nào chờ công nhận" in sign_in(commune.chair).get(f"{LIST}cong-nhan/").text


def test_sheets_minutes_and_history_stay_with_the_units_concerned(commune, sign_in):
    review = commune.laid()
    for judge in (commune.chair, *commune.judges):
        services.score(review_id=review.pk, points=POINTS, by=judge, at=commune.now())
    concluded = ConclusionInput(held_on=commune.now().date(), place="xã", minutes="Có người chê.")
    services.conclude(review_id=review.pk, facts=concluded, by=commune.chair, at=commune.now())
    services.recognise(initiative_ids=[review.initiative_id], by=commune.chair, at=commune.now())
    stranger = sign_in(officer(UnitFactory(), "par_officer", name="Người xã bên"))

    page = stranger.get(page_of(review.initiative))

    assert "Giấy chứng nhận" in page.text
    assert "Có người chê." not in page.text
    assert "Nhật ký" not in page.text
    assert stranger.get(page_of(review.initiative, "giay-to/bien-ban/")).status_code == 404
    assert "Có người chê." in sign_in(commune.ba).get(page_of(review.initiative)).text


def test_without_scripts_a_button_shows_what_resembles_and_keeps_what_was_typed(commune, sign_in):
    words = typed(commune, (commune.ba, "60"), first_applied_on="hôm qua", **{"so-sanh": "1"})

    page = sign_in(commune.ba).post(f"{LIST}dang-ky/", words)

    assert page.status_code == 200
    assert "tại nhà cho người cao tuổi</a>" in page.text
    assert ('value="hôm qua"' in page.text, "cần sửa" in page.text) == (True, False)
    assert not Initiative.objects.filter(slug="").exists()


def test_what_resembles_is_found_though_the_text_is_longer_than_any_address(commune, sign_in):
    words = {"title": "Trả kết quả tại nhà cho người cao tuổi", "solution": "Mang đến nhà. " * 1400}

    part = sign_in(commune.ba).post(f"{LIST}tuong-tu/", words).text

    assert "Giống" in part


def test_a_file_that_shows_what_was_done_is_kept_though_its_name_is_missing(commune, sign_in):
    it, client = commune.draft(), sign_in(commune.ba)
    picture = SimpleUploadedFile("chuyen-di.pdf", PDF, content_type="application/pdf")

    refused = client.post(page_of(it, "minh-chung/"), {"name": "", "file": picture})
    assert refused.status_code == 422
    assert "Đã nhận tệp chuyen-di.pdf." in refused.text
    kept = refused.text.split('name="kept" value="')[1].split('"')[0]
    page = client.post(page_of(it, "minh-chung/"), {"name": "Ảnh chuyến đi", "kept": kept}, follow=True)

    assert "Ảnh chuyến đi" in page.text
    exhibit = it.exhibits.get()
    assert b"".join(client.get(page_of(it, f"minh-chung/{exhibit.pk}/")).streaming_content) == PDF


def test_a_model_of_the_sources_names_the_order_that_spread_it(commune, sign_in):
    it = Initiative.objects.get(slug="cai_tau_ha_death_linked")

    text = sign_in(commune.ba).get(page_of(it)).text

    assert "Công văn của Chủ tịch UBND huyện về nhân rộng 03 mô hình ở cấp xã năm 2021" in text
    assert "Đến nhà trả kết quả và trao thư chia buồn" in text
    assert f"/nhan-rong/o/{commune.unit.pk}/{it.pk}/" in text


def proof():
    return {"name": "Ảnh tại ấp Vàm Hồ A", "file": SimpleUploadedFile("anh.pdf", PDF)}


def test_a_stranger_keeps_no_file_here_before_being_refused(commune, sign_in):
    it = Initiative.objects.get(slug="cai_tau_ha_death_linked")

    answer = sign_in(commune.ba).post(page_of(it, "minh-chung/"), proof())

    assert answer.status_code == 403
    assert not StoredFile.objects.filter(size=len(PDF)).exists()


def test_nothing_is_kept_for_what_has_ended(commune, sign_in):
    it = commune.sent()
    services.end_initiative(initiative_id=it.pk, reason="Luật đã đổi", by=commune.hanh, at=timezone.now())

    answer = sign_in(commune.ba).post(page_of(it, "minh-chung/"), proof())

    assert answer.status_code == 400
    assert "Kết thúc" in answer.text
    assert not StoredFile.objects.filter(size=len(PDF)).exists()


def test_a_registration_sent_twice_is_one_draft(commune, sign_in):
    client = sign_in(commune.ba)
    key = re.search(r'name="key" value="(\w{32})"', client.get(f"{LIST}dang-ky/").text)[1]

    answers = [
        client.post(f"{LIST}dang-ky/", typed(commune, (commune.ba, "100"), key=key)) for _time in range(2)
    ]

    assert len({answer["Location"] for answer in answers}) == 1
    assert Initiative.objects.filter(slug="").count() == 1


def test_a_count_of_a_pilot_sent_twice_is_counted_once(commune, sign_in):
    it, client = commune.sent(), sign_in(commune.hanh)
    pilot = PilotInput(
        begins_on=commune.now().date(), area="ấp Vàm Hồ A", person="Ba", counters=("Lượt trả tại nhà",)
    )
    services.start_pilot(initiative_id=it.pk, pilot=pilot, by=commune.hanh, at=timezone.now())
    address = page_of(it, "so-lieu/")
    key = re.search(r'name="key" value="(\w{32})"', client.get(address).text)[1]
    words = {"counter": "Lượt trả tại nhà", "counted_on": f"{commune.now():%d/%m/%Y}", "quantity": "12"}

    for _time in range(2):
        assert client.post(address, {**words, "key": key}).status_code == 302

    assert [row.quantity for row in it.pilot_counts.all()] == [12]


def test_an_exhibit_sent_twice_is_there_once(commune, sign_in):
    it, client = commune.sent(), sign_in(commune.ba)

    for _time in range(2):
        assert client.post(page_of(it, "minh-chung/"), proof()).status_code == 302

    assert it.exhibits.count() == 1
