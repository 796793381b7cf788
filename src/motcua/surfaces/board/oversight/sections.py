"""The three parts of these pages, and what stands around every form in them: titles and the way back."""

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from motcua.oversight.models import AwardRound, BacklogBlock, Inspection

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Section(NamedTuple):
    """A part: its item in the rail, its pages, its name, and how one of its rows is called."""

    here: str
    list_page: str
    row_page: str
    name: "StrOrPromise"
    heading: Callable[[Any], str]

    def page_of(self, row: AwardRound | Inspection | BacklogBlock) -> str:
        return reverse(self.row_page, args=[row.pk])

    def words(
        self, row: AwardRound | Inspection | BacklogBlock | None, title: str, button: str, hint: str = ""
    ) -> dict[str, Any]:
        """What ``board/act.html`` shows around a form about a row, or about a new one (None)."""
        return {
            "here": self.here,
            "title": title,
            "button": button,
            "hint": hint,
            "back": self.page_of(row) if row else reverse(self.list_page),
            "back_words": self.heading(row) if row else self.name,
        }


AWARDS = Section("awards", "board:award_list", "board:award_round", _("Khen thưởng"), attrgetter("heading"))
INSPECTIONS = Section(
    "inspections", "board:inspection_list", "board:inspection", _("Kiểm tra công vụ"), attrgetter("title")
)
BACKLOG = Section("backlog", "board:backlog_list", "board:backlog_block", _("Tài liệu tồn đọng"), str)
