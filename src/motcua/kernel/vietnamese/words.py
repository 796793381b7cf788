"""Numbers, money and dates in words, as certificates and receipts write them."""

from datetime import date

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 1_000_000_000


def number_in_words(n: int) -> str:
    """Read a whole number: 2026 is ``hai nghìn không trăm hai mươi sáu``, 105 ``một trăm linh năm``."""
    if n < 0:
        return f"âm {number_in_words(-n)}"
    return " ".join(_read(n, whole=False)) if n else _DIGITS[0]


def money_in_words(vnd: int) -> str:
    """Read an amount in đồng, with a capital as on a receipt: ``Tám mươi lăm nghìn đồng``."""
    words = number_in_words(vnd)
    return f"{words[0].upper()}{words[1:]} đồng"


def date_in_words(on: date) -> str:
    """Read a day as birth certificates do; days 1 to 10 are ``mùng``, the fourth month is ``tháng tư``."""
    day = number_in_words(on.day)
    day = f"mùng {day}" if on.day <= 10 else day
    month = "tư" if on.month == 4 else number_in_words(on.month)
    return f"Ngày {day} tháng {month} năm {number_in_words(on.year)}"


def _read(n: int, *, whole: bool) -> list[str]:
    """Read ``n`` > 0; ``whole`` says that higher groups stand before, so the hundreds are spoken too."""
    billions, rest = divmod(n, _BILLION)
    words = [*_read(billions, whole=False), "tỷ"] if billions else []
    for size, name in ((1_000_000, ["triệu"]), (1_000, ["nghìn"]), (1, [])):
        group, rest = divmod(rest, size)
        if group:
            words += [*_three_digits(group, whole=whole or bool(words)), *name]
    return words


def _three_digits(n: int, *, whole: bool) -> list[str]:
    hundreds, rest = divmod(n, 100)
    tens, units = divmod(rest, 10)
    spoken = [_DIGITS[hundreds], "trăm"] if hundreds or whole else []
    if tens == 0 and units and spoken:
        spoken.append("linh")
    elif tens == 1:
        spoken.append("mười")
    elif tens:
        spoken += [_DIGITS[tens], "mươi"]
    if units:
        spoken.append(_unit(units, after_tens=tens))
    return spoken


def _unit(digit: int, *, after_tens: int) -> str:
    if digit == 5 and after_tens:
        return "lăm"
    if after_tens > 1:
        return {1: "mốt", 4: "tư"}.get(digit, _DIGITS[digit])
    return _DIGITS[digit]
