from django.urls import path

from campaigns.views import (
    assignments,
    board,
    cluster_scores,
    clusters,
    drafts,
    movements,
    plans,
    steps,
    urging,
)

STEPS = {  # verb: how its address ends
    "submit": "trinh-ky",
    "record": "ghi-vao-cong",
    "give_back": "tra-lai",
    "sign": "ky",
    "issue": "ban-hanh",
    "end": "ket-thuc",
}

app_name = "campaigns"
urlpatterns = [
    path("ke-hoach/", plans.PlanList.as_view(), name="plans"),
    path("ke-hoach/lap-moi/", drafts.PlanNew.as_view(), name="plan-new"),
    path("ke-hoach/ghi-lai/", drafts.PlanRecord.as_view(), name="plan-record-new"),
    path("ke-hoach/<int:pk>/", plans.PlanDetail.as_view(), name="plan"),
    path("ke-hoach/<int:pk>/soan/", drafts.PlanEdit.as_view(), name="plan-edit"),
    path("ke-hoach/<int:pk>/soan/tu-luu/", drafts.plan_autosave, name="plan-autosave"),
    path("ke-hoach/<int:pk>/soan/dong-moi/<slug:prefix>/", drafts.plan_row, name="plan-row"),
    path("ke-hoach/<int:pk>/sao-chep/", drafts.PlanCopy.as_view(), name="plan-copy"),
    *(
        path(f"ke-hoach/<int:pk>/{word}/", steps.PlanStep.as_view(verb=verb), name=f"plan-{verb}")
        for verb, word in STEPS.items()
    ),
    path("ke-hoach/<int:pk>/tien-do/", board.plan_board, name="plan-board"),
    path("ke-hoach/<int:pk>/don-doc/", urging.plan_urge, name="plan-urge"),
    path("phan-cong/", assignments.AssignmentList.as_view(), name="assignments"),
    path("phan-cong/<int:pk>/", assignments.AssignmentDetail.as_view(), name="assignment"),
    path("phan-cong/<int:pk>/bao-cao/", assignments.ProgressNew.as_view(), name="progress-new"),
    path("phan-cong/<int:pk>/lap-ke-hoach/", assignments.AnswerNew.as_view(), name="answer-new"),
    path("phan-cong/<int:pk>/gan-ke-hoach/", assignments.AnswerLink.as_view(), name="answer-link"),
    path("tien-do/tep/<int:pk>/", assignments.progress_file, name="progress-file"),
    path("phong-trao/", movements.MovementList.as_view(), name="movements"),
    path("phong-trao/lap-moi/", movements.MovementNew.as_view(), name="movement-new"),
    path("phong-trao/<int:pk>/", movements.MovementDetail.as_view(), name="movement"),
    path("phong-trao/<int:pk>/sua/", movements.MovementEdit.as_view(), name="movement-edit"),
    path("cum-thi-dua/", clusters.ClusterList.as_view(), name="clusters"),
    path("cum-thi-dua/ket-qua/", clusters.ClusterResultList.as_view(), name="cluster-results"),
    path("cum-thi-dua/lap/", clusters.ClusterNew.as_view(), name="cluster-new"),
    path("cum-thi-dua/<int:pk>/", clusters.cluster_page, name="cluster"),
    path("cum-thi-dua/<int:pk>/sua/", clusters.cluster_edit, name="cluster-edit"),
    path("cum-thi-dua/<int:pk>/giao-uoc/", clusters.contract, name="cluster-contract"),
    path("cum-thi-dua/<int:pk>/buoc/<slug:verb>/", clusters.cluster_move, name="cluster-move"),
    path("cum-thi-dua/<int:pk>/nam-sau/", clusters.follow_on, name="cluster-follow-on"),
    path("cum-thi-dua/<int:pk>/diem/<int:member>/", cluster_scores.points_page, name="cluster-points"),
    path("cum-thi-dua/<int:pk>/thong-nhat/<int:member>/", cluster_scores.settle_page, name="cluster-settle"),
    path("cum-thi-dua/<int:pk>/phieu/<int:scorer>/<int:scored>/", cluster_scores.sheet, name="cluster-sheet"),
    path(
        "cum-thi-dua/<int:pk>/phieu/<int:scorer>/<int:scored>/tu-luu/",
        cluster_scores.sheet_autosave,
        name="cluster-sheet-autosave",
    ),
]
