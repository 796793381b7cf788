"""Periodic reports on paper say what was counted, what was corrected and why."""

from motcua.documents.papers.render import render
from tests.documents import report_samples as samples
from tests.documents.reading import text_of


def test_a_corrected_figure_is_printed_with_the_counted_one_and_its_reason():
    text = text_of(render("model_report", samples.model_report()))

    assert "lượt phục vụ: máy đếm 12, báo cáo 14. Lý do: Hai lượt chưa kịp ghi sổ." in " ".join(text.split())


def test_a_consolidated_report_names_each_unit_and_who_was_late():
    text = text_of(render("model_report", samples.consolidated()))

    assert "Số liệu từng đơn vị" in text
    assert "Xã An Hiệp" in text
    assert "Trễ hạn" in text


def test_a_period_without_a_row_says_so():
    assert "Trong kỳ không có số liệu." in text_of(render("model_report", samples.model_report(rows=[])))
