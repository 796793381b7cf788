"""The matrix of models by units: on the screen, as a workbook, and the reminders that go out from it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.initiatives import matrix_sheet, queries, services
from motcua.initiatives.replication_kinds import CellState
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import NotAllowed, Officer
from motcua.organisation.models import Unit
from motcua.organisation.sight import sees, stands_for
from motcua.surfaces.board.reform_gate import act_only, reform_page
from motcua.surfaces.board.replication.matrix_table import drawn_lines, head_words, rows_word, running_words
from motcua.surfaces.board.replication.scope import Scope, scope_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@reform_page()
def matrix(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Show who runs what, who has just begun and who is silent."""
    scope = scope_of(request, officer)
    table = scope.matrix
    context = {
        "scope": scope,
        "table": table,
        "lines": drawn_lines(scope),
        "head_words": head_words(scope),
        "rows_word": rows_word(scope),
        "running_words": running_words(scope),
        "silent": len(table.silent) if scope.may_remind else 0,
        "origins": any(cell.origin and cell.state == CellState.NONE for cell in table.cells),
        "declined": any(cell.state == CellState.DECLINED for cell in table.cells),
        "others": _others(scope),
        "does_models": not stands_for(officer).isdisjoint(scope.unit_ids),
    }
    return render(request, "board/replication/matrix.html", context)


@require_safe
@reform_page()
def matrix_file(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Send the same matrix as a workbook."""
    scope = scope_of(request, officer)
    name = f"nhan-rong_{scope.unit.code}_{scope.quarter}.xlsx"
    disposition = content_disposition_header(as_attachment=True, filename=name) or ""
    content = matrix_sheet.as_xlsx(scope.matrix, scope.unit)
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": disposition})


@act_only
@reform_page()
def matrix_remind(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Remind every unit that is silent on the page just seen."""
    scope = scope_of(request, officer)
    try:
        sent = services.remind_silent(
            directive_id=scope.directive.pk if scope.directive else None,
            unit_ids=[pk for pk in scope.unit_ids if pk != officer.unit_id],
            quarter=scope.quarter,
            by=officer,
            at=timezone.now(),
            reported=scope.reported,
        )
    except NotAllowed:
        raise
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        names = ", ".join(Unit.objects.get(pk=row.unit_id).name_in_sentence for row in sent)
        words = {"count": len(sent), "names": names}
        messages.success(request, _("Đã nhắc %(count)d đơn vị: %(names)s.") % words)
    return redirect(scope.address("matrix"))


def _others(scope: Scope) -> list[Unit]:
    """Other units whose orders the officer may follow: those of a district that ended, and below."""
    return [unit for unit in queries.keepers_of_orders(sees(scope.officer)) if unit != scope.unit]
