"""What is done with a round of commendations."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.organisation import queries as organisation
from motcua.organisation.access import Officer
from motcua.organisation.order import in_order
from motcua.organisation.sight import sees
from motcua.oversight import queries, services
from motcua.oversight.certificates import certificate_in_sentence
from motcua.oversight.models import Commendation, Proposal
from motcua.surfaces.board.act_page import act_page, posted
from motcua.surfaces.board.colleagues import colleagues
from motcua.surfaces.board.oversight.forms import awards as forms
from motcua.surfaces.board.oversight.found import round_of
from motcua.surfaces.board.oversight.measured import model_choices
from motcua.surfaces.board.oversight.sections import AWARDS
from motcua.surfaces.board.oversight.views.with_reason import with_reason
from motcua.surfaces.board.reform_gate import reform_page

PAGE = require_http_methods(["GET", "HEAD", "POST"])


@PAGE
@reform_page()
def award_round_new(request: HttpRequest, officer: Officer) -> HttpResponse:
    form = forms.OpenRound(posted(request))
    return act_page(
        request,
        form,
        lambda: services.open_round(**form.cleaned_data, by=officer, at=timezone.now()),
        words=AWARDS.words(
            None, _("Mở đợt khen thưởng"), _("Mở đợt"), _("Mở xong thì thêm tập thể, cá nhân được đề nghị.")
        ),
        done=_("Đã mở đợt khen thưởng. Thêm tập thể, cá nhân được đề nghị."),
        to=AWARDS.page_of,
    )


@PAGE
@reform_page()
def award_propose(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Propose one with figures counted now, or many from a spreadsheet."""
    found = round_of(officer, pk)
    units = [found.unit, *in_order(organisation.descendants(found.unit, on=timezone.localdate()))]
    form = forms.Propose(units, model_choices(officer), posted(request))
    return act_page(
        request,
        form,
        lambda: services.propose(round_id=pk, rows=form.proposals, by=officer, at=timezone.now()),
        words=AWARDS.words(found, _("Thêm đề nghị khen thưởng"), _("Thêm vào danh sách")),
        done=_("Đã thêm vào danh sách đề nghị."),
        template="board/oversight/award_propose.html",
    )


@PAGE
@reform_page()
def award_council(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    found = round_of(officer, pk)
    form = forms.Council(colleagues(officer, on=timezone.localdate()), posted(request))
    hint = _("Ít nhất 3 người, có đúng một chủ tịch. Lập xong thì danh sách đề nghị không thêm được nữa.")
    return act_page(
        request,
        form,
        lambda: services.form_award_council(round_id=pk, members=form.members, by=officer, at=timezone.now()),
        words=AWARDS.words(found, _("Lập hội đồng xét khen thưởng"), _("Lập hội đồng"), hint),
        done=_("Đã lập hội đồng. Từng thành viên vào trang này để bỏ phiếu."),
        template="board/oversight/seats.html",
    )


@PAGE
@reform_page()
def award_vote(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """The member's ballot: what has a vote already, and oneself, are not asked again."""
    found = round_of(officer, pk)
    ballot = queries.ballot_of(officer.account_id, found)
    form = forms.Ballot(ballot.open, posted(request))
    hint = _("Xem số liệu từng đề nghị rồi chọn. Phiếu chỉ bỏ một lần; chưa chọn thì lần sau bỏ tiếp.")
    return act_page(
        request,
        form,
        lambda: services.vote(round_id=pk, ballots=form.ballots, by=officer, at=timezone.now()),
        words={**AWARDS.words(found, _("Bỏ phiếu xét khen thưởng"), _("Bỏ phiếu"), hint), "ballot": ballot},
        done=_("Đã ghi phiếu của bạn."),
        template="board/oversight/ballot.html",
    )


@PAGE
@reform_page()
def award_submit(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    found = round_of(officer, pk)
    form = forms.Submit(posted(request))
    division = next(iter(officer.division_ids), None)
    hint = _("Danh sách là những người hội đồng đã đồng ý, kèm số liệu của từng người.")
    return act_page(
        request,
        form,
        lambda: services.submit_awards(
            round_id=pk, symbol=form.cleaned_data["symbol"], unit_id=division, by=officer, at=timezone.now()
        ),
        words=AWARDS.words(found, _("Ký tờ trình"), _("Ký tờ trình"), hint),
        done=_("Đã ký tờ trình. Lãnh đạo có thể quyết định."),
    )


@PAGE
@reform_page()
def award_decide(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    found = round_of(officer, pk)
    form = forms.Decide(posted(request))
    passing = [row for row in queries.judged(found) if row.tally.passes]
    certificate = certificate_in_sentence(found.unit)
    hint = _("Ký xong, máy lấy số quyết định, vào sổ và lập %(count)d %(certificate)s.") % {
        "count": len(passing), "certificate": certificate,
    }  # fmt: skip
    return act_page(
        request,
        form,
        lambda: services.decide(round_id=pk, **form.cleaned_data, by=officer, at=timezone.now()),
        words=AWARDS.words(found, _("Quyết định khen thưởng"), _("Ký quyết định"), hint),
        done=_("Đã ký quyết định. In %(certificate)s ở dưới.") % {"certificate": certificate},
    )


@PAGE
@reform_page()
def award_cancel(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    found = round_of(officer, pk)
    return with_reason(
        request,
        partial(services.cancel_round, round_id=pk, by=officer),
        words=AWARDS.words(found, _("Dừng đợt khen thưởng"), _("Dừng đợt")),
        done=_("Đã dừng đợt khen thưởng."),
    )


@PAGE
@reform_page()
def award_withdraw(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    proposal = get_object_or_404(Proposal, pk=pk)
    found = round_of(officer, proposal.round_id)
    title = _("Rút đề nghị cho %(name)s") % {"name": proposal.name}
    return with_reason(
        request,
        partial(services.withdraw_proposal, proposal_id=pk, by=officer),
        words=AWARDS.words(found, title, _("Rút đề nghị")),
        done=_("Đã rút đề nghị."),
    )


@PAGE
@reform_page()
def award_revoke(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    certificates = Commendation.objects.select_related("decision__round", "unit")
    row = get_object_or_404(certificates, pk=pk, unit__in=sees(officer))
    words = {"certificate": certificate_in_sentence(row.unit), "code": row.code}
    title = _("Thu hồi %(certificate)s số %(code)s") % words
    hint = _("Số trong sổ giữ nguyên, không cấp lại cho ai khác.")
    return with_reason(
        request,
        partial(services.revoke_commendation, commendation_id=pk, by=officer),
        words=AWARDS.words(row.decision.round, title, _("Thu hồi"), hint),
        done=_("Đã thu hồi %(certificate)s.") % words,
    )
