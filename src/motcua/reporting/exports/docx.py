"""A report as a word-processor file in the form of Nghị định 30/2020/NĐ-CP: A4, Times New Roman, its margins."""

from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from django.utils import timezone
from django.utils.translation import gettext as _
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from motcua.documents.papers.reports import ModelReport
from motcua.kernel.vietnamese import number
from motcua.reporting.printing import content_of
from motcua.reporting.shown import Shown

CENTRE, JUSTIFY, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.RIGHT
BODY, TABLE, SMALL = Pt(13), Pt(10.5), Pt(11)
#: More columns than this are printed across the page.
MOST_UPRIGHT = 7


def as_docx(what: Shown, at: datetime) -> bytes:
    """Return the report as a DOCX file, to be worked on before it is printed; the signed paper is the PDF."""
    content = content_of(what, on=timezone.localdate(at))
    document = docx.Document()
    _set_page(document, across=len(content.columns) > MOST_UPRIGHT)
    document.core_properties.title = content.about
    document.core_properties.author = content.agency
    document.core_properties.language = "vi-VN"
    _letterhead(document, content)
    _text(document, _("BÁO CÁO"), bold=True, align=CENTRE, size=Pt(14), before=12)
    _text(document, content.about, bold=True, align=CENTRE, size=Pt(14), after=10)
    _prose(document, content.opening)
    _main_table(document, content)
    for note in content.notes:
        _text(document, note, italic=True, size=SMALL, before=4)
    _parts_table(document, content)
    _section(document, _("Số liệu đã điều chỉnh"), [_corrected(one) for one in content.corrections])
    _section(document, _("Khó khăn, vướng mắc"), content.difficulties)
    _section(document, _("Kiến nghị"), content.proposals)
    _prose(document, content.closing, before=8, tied=True)
    _close(document, content)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_page(document: Any, *, across: bool) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if across else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.alignment = CENTRE
    _page_number(head)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", BODY
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    style.paragraph_format.space_after = Pt(0)


def _page_number(paragraph: Any) -> None:
    """A field that the word processor fills: the number stands from page 2 on, centred above the text."""
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)


def _letterhead(document: Any, content: ModelReport) -> None:
    table = document.add_table(rows=1, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    room = _room(document)
    _set_widths(table, [room * 4 // 10, room * 6 // 10])
    left, right = table.rows[0].cells
    if content.superior:
        _put(left, content.superior.upper(), size=Pt(12))
    for line in _agency_lines(content.agency):
        _put(left, line, bold=True, size=Pt(12))
    _rule(left)
    _put(left, _("Số: %(number)s") % {"number": content.number or "…"}, size=BODY)
    _put(right, _("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), bold=True, size=Pt(12))
    _put(right, _("Độc lập - Tự do - Hạnh phúc"), bold=True, underline=True, size=BODY)
    on = content.issued_on
    if on is not None:
        month = f"{on.month:02}" if on.month < 3 else str(on.month)
        words = {"place": content.place, "day": f"{on.day:02}", "month": month, "year": on.year}
        told = _("%(place)s, ngày %(day)s tháng %(month)s năm %(year)d") % words
        _put(right, told, italic=True, size=BODY)


def _agency_lines(agency: str) -> list[str]:
    """A people's committee is named in two lines: what it is, then of which place."""
    head, of, place = agency.upper().partition("ỦY BAN NHÂN DÂN ")
    return [of.strip(), place] if of and not head else [agency.upper()]


def _rule(cell: Any) -> None:
    """The short line under the name of an agency: the upper edge of an empty paragraph."""
    paragraph = cell.add_paragraph()
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = Mm(22)
    shape.line_spacing = Pt(4)
    edges, edge = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        edge.set(qn(f"w:{name}"), value)
    edges.append(edge)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        edges, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _main_table(document: Any, content: ModelReport) -> None:
    if not content.rows:
        _prose(document, _("Trong kỳ không có số liệu."))
        return
    remarks = any(row.remark for row in content.rows)
    heads = [_("TT"), content.row_title, *(column.name for column in content.columns)]
    heads += [_("Ghi chú")] if remarks else []
    table = _ruled(document, heads)
    figures = [not column.is_text for column in content.columns]
    for place, row in enumerate(content.rows, 1):
        cells = [str(place), row.name, *row.cells, *([row.remark] if remarks else [])]
        _fill(table, cells, figures)
    if any(content.totals):
        totals = ["", _("Tổng số"), *content.totals, *([""] if remarks else [])]
        _fill(table, totals, figures, bold=True)
    _widths(table, figures, room=_room(document), remarks=remarks)


def _parts_table(document: Any, content: ModelReport) -> None:
    if not content.parts:
        return
    shown = [place for place, column in enumerate(content.columns) if not (column.is_text or column.by_row)]
    _text(document, _("Số liệu từng đơn vị"), bold=True, before=10, after=4)
    names = [content.columns[place].name for place in shown]
    table = _ruled(document, [_("TT"), _("Đơn vị"), *names, _("Gửi")])
    for number_, part in enumerate(content.parts, 1):
        sent = _("Trễ hạn") if part.late else _("Đúng hạn")
        cells = [str(number_), part.unit, *(part.figures[place] for place in shown), sent]
        _fill(table, cells, [True] * len(shown))
    _widths(table, [True] * len(shown), room=_room(document), remarks=True)


def _ruled(document: Any, heads: list[str]) -> Any:
    table = document.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        _put(cell, str(head), bold=True, size=TABLE)
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    return table


def _fill(table: Any, texts: list[str], figures: list[bool], *, bold: bool = False) -> None:
    cells = table.add_row().cells
    for place, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        is_figure = 2 <= place < 2 + len(figures) and figures[place - 2]
        align = CENTRE if place == 0 else RIGHT if is_figure else WD_ALIGN_PARAGRAPH.LEFT
        _put(cell, text, bold=bold, size=TABLE, align=align)


def _widths(table: Any, figures: list[bool], *, room: int, remarks: bool) -> None:
    """Figures and words have their widths; the names take what is left of the line."""
    others = [Mm(17) if figure else Mm(26) for figure in figures] + ([Mm(22)] if remarks else [])
    widths = [Mm(9), max(Mm(28), room - Mm(9) - sum(others)), *others]
    _set_widths(table, widths)


def _room(document: Any) -> int:
    """The length of a line."""
    section = document.sections[0]
    return int(section.page_width - section.left_margin - section.right_margin)


def _set_widths(table: Any, widths: list[Any]) -> None:
    """Say it for the columns and for each cell: word processors heed one or the other."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _section(document: Any, title: str, lines: list[str]) -> None:
    if not lines:
        return
    _text(document, title, bold=True, before=10, after=4)
    for line in lines:
        _prose(document, line)


def _corrected(one: Any) -> str:
    words = {
        "row": one.row, "column": f"{one.column[0].lower()}{one.column[1:]}", "counted": number(one.counted),
        "value": number(one.value), "reason": one.reason.rstrip("."),
    }  # fmt: skip
    return _("- %(row)s, %(column)s: máy đếm %(counted)s, báo cáo %(value)s. Lý do: %(reason)s.") % words


def _close(document: Any, content: ModelReport) -> None:
    """Who gets it and who signs, on the page of the sentence before: a signature never stands alone."""
    _text(document, "", before=6)
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=2)
    room = _room(document)
    _set_widths(table, [room * 4 // 10, room * 6 // 10])
    left, right = table.rows[0].cells
    _put(left, _("Nơi nhận:"), bold=True, italic=True, size=Pt(12), align=WD_ALIGN_PARAGRAPH.LEFT)
    last = len(content.recipients) - 1
    for place, name in enumerate(content.recipients):
        end = "." if place == last else ";"
        _put(left, f"- {name}{end}", size=SMALL, align=WD_ALIGN_PARAGRAPH.LEFT)
    for head in (content.signer.authority, content.signer.title):
        if head:
            _put(right, head.upper(), bold=True, size=BODY)
    for _line in range(4):
        _put(right, "", size=BODY)
    _put(right, content.signer.name, bold=True, size=BODY)
    for paragraph in [*left.paragraphs, *right.paragraphs]:
        paragraph.paragraph_format.keep_with_next = True


def _put(cell: Any, text: str, *, size: Any, align: Any = CENTRE, **looks: bool) -> None:
    """Write a paragraph into a cell; the empty one that every cell begins with is used first."""
    first = cell.paragraphs[0]
    paragraph = first if len(cell.paragraphs) == 1 and not first.runs else cell.add_paragraph()
    paragraph.alignment = align
    _run(paragraph, text, size=size, **looks)


def _text(
    document: Any, text: str, *, size: Any = BODY, align: Any = None, before: int = 0, after: int = 0,
    **looks: bool,
) -> None:  # fmt: skip
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
    _run(paragraph, text, size=size, **looks)


def _prose(document: Any, text: str, *, before: int = 0, tied: bool = False) -> None:
    """A paragraph of running text; a ``tied`` one stays on the page of what follows."""
    paragraph = document.add_paragraph()
    paragraph.alignment = JUSTIFY
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.keep_with_next = tied
    paragraph.paragraph_format.first_line_indent = Mm(10)
    paragraph.paragraph_format.space_after = Pt(6)
    _run(paragraph, text, size=BODY)


def _run(paragraph: Any, text: str, *, size: Any, **looks: bool) -> None:
    run = paragraph.add_run(text)
    run.font.size = size
    for look, wanted in looks.items():
        setattr(run, look, wanted)
