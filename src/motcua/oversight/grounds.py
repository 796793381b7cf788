"""The laws that a decision on commendations or on an inspection stands on, by the day of the decision.

Sources: Luật Tổ chức chính quyền địa phương 77/2015/QH13, 65/2025/QH15, 72/2025/QH15; Luật Thi đua, khen thưởng
15/2003/QH11 (until 31/12/2023) and 06/2022/QH15; Nghị định 91/2017/NĐ-CP (until 31/12/2023) and 98/2023/NĐ-CP;
Luật Cán bộ, công chức 22/2008/QH12 (until 30/06/2025) and 80/2025/QH15.
"""

from datetime import date

#: From which day to which day (None: still) a text holds, and how a decision cites it.
_Text = tuple[date, date | None, str]
_LOCAL_GOVERNMENT: tuple[_Text, ...] = (
    (date(2016, 1, 1), date(2025, 2, 28),
     "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015"),
    (date(2025, 3, 1), date(2025, 6, 15),
     "Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025"),
    (date(2025, 6, 16), None,
     "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"),
)  # fmt: skip
_COMMENDATIONS: tuple[_Text, ...] = (
    (date(2004, 7, 1), date(2023, 12, 31),
     ("Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003 và các Luật sửa đổi, bổ sung một số điều của Luật "
     "Thi đua, khen thưởng")),
    (date(2024, 1, 1), None,
     "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"),
    (date(2017, 10, 1), date(2023, 12, 31),
     ("Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành một số điều "
     "của Luật Thi đua, khen thưởng")),
    (date(2024, 1, 1), None,
     ("Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều "
     "của Luật Thi đua, khen thưởng")),
)  # fmt: skip

_OFFICIALS: tuple[_Text, ...] = (
    (date(2010, 1, 1), date(2025, 6, 30),
     "Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008"),
    (date(2025, 7, 1), None,
     "Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025"),
)  # fmt: skip


def grounds_on(day: date) -> list[str]:
    """Return the lines “Căn cứ …;” of a decision on commendations made on a day."""
    return _cited(_LOCAL_GOVERNMENT + _COMMENDATIONS, day)


def inspection_grounds_on(day: date) -> list[str]:
    """Return the lines “Căn cứ …;” of a decision to inspect how public duty is done."""
    return _cited(_LOCAL_GOVERNMENT + _OFFICIALS, day)


def _cited(texts: tuple[_Text, ...], day: date) -> list[str]:
    found = [text for first, last, text in texts if first <= day and (last is None or day <= last)]
    return [f"Căn cứ {text};" for text in found]
