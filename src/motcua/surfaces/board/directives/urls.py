"""Addresses of directives (văn bản), tasks (việc) and conferences (hội nghị)."""

from django.urls import URLPattern, path

from motcua.surfaces.board.directives.views import (
    conferences,
    directive,
    drafts,
    feed,
    lists,
    models,
    planned,
    tasks,
)

urlpatterns: list[URLPattern] = [
    path("van-ban/", lists.directive_list, name="directive_list"),
    path("van-ban/soan/", drafts.directive_draft, name="directive_draft"),
    path("van-ban/vao-so/", drafts.directive_enter, name="directive_enter"),
    path("van-ban/<int:pk>/", directive.directive, name="directive"),
    path("van-ban/<int:pk>/sua/", drafts.directive_edit, name="directive_edit"),
    path("van-ban/<int:pk>/nhiem-vu/", planned.directive_task_new, name="directive_task_new"),
    path("van-ban/<int:pk>/nhiem-vu/<str:number>/", planned.directive_task_edit, name="directive_task_edit"),
    path(
        "van-ban/<int:pk>/nhiem-vu/<str:number>/bo/", planned.directive_task_drop, name="directive_task_drop"
    ),
    path("van-ban/<int:pk>/mo-hinh/", models.directive_models, name="directive_models"),
    path(
        "van-ban/<int:pk>/mo-hinh/<int:initiative_pk>/bo/",
        models.directive_model_drop,
        name="directive_model_drop",
    ),
    path("van-ban/<int:pk>/xem-truoc/", directive.directive_preview, name="directive_preview"),
    path("van-ban/<int:pk>/ban-in/", directive.directive_paper, name="directive_paper"),
    path("van-ban/<int:pk>/ban-quet/", directive.directive_scan, name="directive_scan"),
    path("van-ban/<int:pk>/ban-hanh/", directive.directive_issue, name="directive_issue"),
    path("van-ban/<int:pk>/thu-hoi/", directive.directive_withdraw, name="directive_withdraw"),
    path("viec/", lists.task_list, name="task_list"),
    path("viec/tre-han/", lists.task_late, name="task_late"),
    path("viec/<int:pk>/", tasks.task, name="task"),
    path("viec/<int:pk>/trao-doi/", tasks.task_say, name="task_say"),
    path("viec/<int:pk>/minh-chung/<int:piece_pk>/", tasks.task_evidence, name="task_evidence"),
    path("viec/<int:pk>/<slug:slug>/", tasks.task_act, name="task_act"),
    path("hoi-nghi/", conferences.conference_list, name="conference_list"),
    path("hoi-nghi/ghi/", conferences.conference_new, name="conference_new"),
    path("hoi-nghi/<int:pk>/", conferences.conference, name="conference"),
    path("hoi-nghi/<int:pk>/sua/", conferences.conference_edit, name="conference_edit"),
    path("lich/", feed.feed_help, name="feed_help"),
    path("lich/dia-chi/", feed.feed_change, name="feed_change"),
    path("lich/<str:token>.ics", feed.feed, name="feed"),
]
