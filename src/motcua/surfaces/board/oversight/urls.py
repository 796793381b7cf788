"""Addresses of commendations (khen-thuong), inspections (kiem-tra) and the backlog of records (tai-lieu)."""

from django.urls import URLPattern, path

from motcua.surfaces.board.oversight.views import award_acts, awards, backlog, inspection_acts, inspections

urlpatterns: list[URLPattern] = [
    path("khen-thuong/", awards.award_list, name="award_list"),
    path("khen-thuong/so/", awards.award_book, name="award_book"),
    path("khen-thuong/mo/", award_acts.award_round_new, name="award_round_new"),
    path("khen-thuong/giay-khen/<int:pk>/", awards.award_certificate, name="award_certificate"),
    path("khen-thuong/de-nghi/<int:pk>/rut/", award_acts.award_withdraw, name="award_withdraw"),
    path("khen-thuong/giay-khen/<int:pk>/thu-hoi/", award_acts.award_revoke, name="award_revoke"),
    path("khen-thuong/<int:pk>/", awards.award_round, name="award_round"),
    path("khen-thuong/<int:pk>/de-nghi/", award_acts.award_propose, name="award_propose"),
    path("khen-thuong/<int:pk>/hoi-dong/", award_acts.award_council, name="award_council"),
    path("khen-thuong/<int:pk>/bo-phieu/", award_acts.award_vote, name="award_vote"),
    path("khen-thuong/<int:pk>/to-trinh/", award_acts.award_submit, name="award_submit"),
    path("khen-thuong/<int:pk>/quyet-dinh/", award_acts.award_decide, name="award_decide"),
    path("khen-thuong/<int:pk>/dung/", award_acts.award_cancel, name="award_cancel"),
    path("khen-thuong/<int:pk>/ban-in/<slug:which>/", awards.award_paper, name="award_paper"),
    path("kiem-tra/", inspections.inspection_list, name="inspection_list"),
    path("kiem-tra/lap/", inspection_acts.inspection_new, name="inspection_new"),
    path("kiem-tra/bien-ban/<int:pk>/", inspection_acts.inspection_minutes, name="inspection_minutes"),
    path("kiem-tra/bien-ban/<int:pk>/ban-in/", inspections.inspection_paper, name="inspection_paper"),
    path("kiem-tra/<int:pk>/", inspections.inspection, name="inspection"),
    path("kiem-tra/<int:pk>/quyet-dinh/", inspection_acts.inspection_decide, name="inspection_decide"),
    path("kiem-tra/<int:pk>/ban-in/<slug:which>/", inspections.inspection_print, name="inspection_print"),
    path("kiem-tra/<int:pk>/bat-dau/", inspection_acts.inspection_start, name="inspection_start"),
    path("kiem-tra/<int:pk>/huy/", inspection_acts.inspection_cancel, name="inspection_cancel"),
    path("kiem-tra/<int:pk>/ket-luan/", inspection_acts.inspection_conclude, name="inspection_conclude"),
    path("kiem-tra/<int:pk>/giao-viec/", inspection_acts.inspection_tasks, name="inspection_tasks"),
    path("tai-lieu/", backlog.backlog_list, name="backlog_list"),
    path("tai-lieu/ghi/", backlog.backlog_new, name="backlog_new"),
    path("tai-lieu/<int:pk>/", backlog.backlog_block, name="backlog_block"),
    path("tai-lieu/<int:pk>/tien-do/", backlog.backlog_progress, name="backlog_progress"),
    path("tai-lieu/<int:pk>/han/", backlog.backlog_deadline, name="backlog_deadline"),
]
