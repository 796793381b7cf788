"""Vietnamese text: normal and search forms, alphabet order, numbers and dates in words, formats of screens."""

from motcua.kernel.vietnamese.formats import day, hour, moment, number, vnd, weekday
from motcua.kernel.vietnamese.letters import clean, search_form, upper_name
from motcua.kernel.vietnamese.order import name_sort_key, sort_key
from motcua.kernel.vietnamese.words import date_in_words, money_in_words, number_in_words

__all__ = [
    "clean",
    "date_in_words",
    "day",
    "hour",
    "moment",
    "money_in_words",
    "name_sort_key",
    "number",
    "number_in_words",
    "search_form",
    "sort_key",
    "upper_name",
    "vnd",
    "weekday",
]
