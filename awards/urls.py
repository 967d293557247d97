from django.urls import path

from awards.views import (
    agenda,
    annulments,
    attendance,
    counting,
    decisions,
    letters,
    minutes,
    register,
    scoring,
    sessions,
)

app_name = "awards"
urlpatterns = [
    path("hoi-dong/", sessions.SessionList.as_view(), name="sessions"),
    path("hoi-dong/moi/", sessions.session_new, name="session-new"),
    path("hoi-dong/kiem-tra/<int:nomination_pk>/", register.checks, name="checks"),
    path("hoi-dong/<int:pk>/", sessions.session_detail, name="session"),
    path("hoi-dong/<int:pk>/sua/", sessions.session_edit, name="session-edit"),
    path("hoi-dong/<int:pk>/buoc/<slug:verb>/", sessions.session_move, name="session-move"),
    path("hoi-dong/<int:pk>/chuong-trinh/", agenda.agenda, name="session-agenda"),
    path(
        "hoi-dong/<int:pk>/chuong-trinh/<int:item_pk>/bo/", agenda.agenda_remove, name="session-agenda-remove"
    ),
    path("hoi-dong/<int:pk>/diem-danh/", attendance.attendance, name="session-attendance"),
    path("hoi-dong/<int:pk>/to-kiem-phieu/", attendance.tellers, name="session-tellers"),
    path("hoi-dong/<int:pk>/kiem-phieu/", counting.tally, name="session-tally"),
    path("hoi-dong/<int:pk>/kiem-phieu/xac-nhan/", counting.tally_confirm, name="session-tally-confirm"),
    path("hoi-dong/<int:pk>/bien-ban/", minutes.minutes, name="session-minutes"),
    path("hoi-dong/<int:pk>/cham/", scoring.worklist, name="scoring"),
    path("hoi-dong/<int:pk>/cham/<int:item_pk>/", scoring.sheet, name="scoring-item"),
    path("hoi-dong/<int:pk>/cham/<int:item_pk>/luu-nhap/", scoring.save_draft, name="scoring-draft"),
    path("quyet-dinh/", decisions.DecisionList.as_view(), name="decisions"),
    path("quyet-dinh/soan/", decisions.decision_new, name="decision-new"),
    path("quyet-dinh/<int:pk>/", decisions.decision_detail, name="decision"),
    path("quyet-dinh/<int:pk>/sua/", decisions.decision_edit, name="decision-edit"),
    path("quyet-dinh/<int:pk>/danh-sach/", decisions.decision_lines, name="decision-lines"),
    path("quyet-dinh/<int:pk>/buoc/<slug:verb>/", decisions.decision_move, name="decision-move"),
    path("quyet-dinh/<int:pk>/huy-bo/", annulments.annulment_new, name="annulment-new"),
    path("quyet-dinh/huy-bo/", annulments.AnnulmentList.as_view(), name="annulments"),
    path("quyet-dinh/huy-bo/<int:pk>/", annulments.annulment_detail, name="annulment"),
    path("quyet-dinh/huy-bo/<int:pk>/sua/", annulments.annulment_edit, name="annulment-edit"),
    path("quyet-dinh/huy-bo/<int:pk>/buoc/<slug:verb>/", annulments.annulment_move, name="annulment-move"),
    path("so-khen-thuong/", register.Register.as_view(), name="register"),
    path("so-khen-thuong/cua/<int:subject_pk>/", register.awards_of, name="awards-of"),
    path("to-trinh/", letters.LetterList.as_view(), name="letters"),
    path("to-trinh/soan/", letters.letter_new, name="letter-new"),
    path("to-trinh/<int:pk>/", letters.letter_detail, name="letter"),
    path("to-trinh/<int:pk>/sua/", letters.letter_edit, name="letter-edit"),
    path("to-trinh/<int:pk>/buoc/<slug:verb>/", letters.letter_move, name="letter-move"),
]
