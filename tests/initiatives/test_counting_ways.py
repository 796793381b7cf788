"""A model registered here says what one case of it is and who counts it; what it says is what is counted."""

import pytest

from motcua.initiatives import counting, queries, services
from motcua.initiatives.counting import DossierRule, EnteredRule
from motcua.initiatives.counting_ways import WAYS, content_of, typed_of
from tests.factories.initiatives import JANUARY, author, facts, registered


def test_the_authors_words_stand_in_the_sentence(commune):
    it = registered(commune, way="entered", case="Một thư đã trao.")

    said = queries.counting(it)

    assert said.case_vi == "Một trường hợp là một thư đã trao."
    assert said.by_whom == "Đơn vị tự ghi từng trường hợp, có ngày và ghi chú."


def test_a_way_of_dossiers_is_counted_by_the_machine(commune):
    said = queries.counting(registered(commune, way="home"))

    assert said.rule == DossierRule(channels=("home",), return_channels=("home",))
    assert said.case_vi == "Một trường hợp là một hồ sơ nhận hoặc trả tại nhà, đã xử lý xong."


def test_while_it_is_written_it_may_be_counted_otherwise(commune):
    it = registered(commune, way="home")

    it = services.edit_initiative(
        initiative_id=it.pk, facts=facts(author(commune.ba), case="một cuộc gọi"), by=commune.ba, at=JANUARY
    )

    assert queries.counting(it).rule == EnteredRule()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("case", ["", "một buổi tối ở ấp 2"])
def test_what_is_kept_comes_back_as_it_was_typed(way, case):
    assert typed_of(content_of(way, case)) == {"way": way, "case": case}


def test_nothing_chosen_is_nothing_kept():
    assert (content_of("", ""), content_of("by ear", "")) == ({}, {})


def test_a_long_title_is_short_at_the_head_of_a_column():
    title = "Tiếp nhận, số hóa hồ sơ và trao trả kết quả giải quyết thủ tục hành chính tận nhà"

    found = counting.counting_of(slug="", title=title, content={})

    assert found.short_vi == "Tiếp nhận, số hóa hồ sơ và trao trả kết quả…"
