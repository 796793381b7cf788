"""The laws that a decision on commendations stands on, by the day of the decision.

Sources: Luật Tổ chức chính quyền địa phương 77/2015/QH13, 65/2025/QH15, 72/2025/QH15; Luật Thi đua, khen thưởng
15/2003/QH11 (until 31/12/2023) and 06/2022/QH15; Nghị định 91/2017/NĐ-CP (until 31/12/2023) and 98/2023/NĐ-CP.
"""

from datetime import date

#: From which day to which day (None: still) a text holds, and how a decision cites it.
_TEXTS: tuple[tuple[date, date | None, str], ...] = (
    (date(2016, 1, 1), date(2025, 2, 28),
     "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015"),
    (date(2025, 3, 1), date(2025, 6, 15),
     "Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025"),
    (date(2025, 6, 16), None,
     "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"),
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


def grounds_on(day: date) -> list[str]:
    """Return the lines “Căn cứ …;” of a decision made on a day."""
    found = [text for first, last, text in _TEXTS if first <= day and (last is None or day <= last)]
    return [f"Căn cứ {text};" for text in found]
