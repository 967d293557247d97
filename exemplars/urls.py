from django.urls import path

from exemplars.views import beginning, drafting, evidence, exemplars, moves, nominations, subjects

app_name = "exemplars"
urlpatterns = [
    path("ho-so/", nominations.NominationList.as_view(), name="nominations"),
    path("ho-so/lap/", beginning.NominationBegin.as_view(), name="nomination-new"),
    path("ho-so/tiep-nhan/", nominations.receive_batch, name="nominations-receive"),
    path("ho-so/<int:pk>/", nominations.nomination_page, name="nomination"),
    path("ho-so/<int:pk>/sua/", drafting.DraftPage.as_view(), name="nomination-edit"),
    path("ho-so/<int:pk>/tu-luu/", drafting.Autosave.as_view(), name="nomination-autosave"),
    path("ho-so/<int:pk>/trinh/", moves.submit, name="nomination-submit"),
    path("ho-so/<int:pk>/tra-lai/", moves.give_back, name="nomination-give-back"),
    path("ho-so/<int:pk>/tham-dinh/", moves.appraise, name="nomination-appraise"),
    path("ho-so/<int:pk>/buoc/<slug:verb>/", moves.plain_move, name="nomination-move"),
    path("ho-so/<int:pk>/thay-doi/<int:number>/", nominations.nomination_changes, name="nomination-changes"),
    path("minh-chung/<int:pk>/", evidence.evidence_file, name="evidence"),
    path("doi-tuong/<int:pk>/", subjects.subject_page, name="subject"),
    path("dien-hinh/", exemplars.ExemplarList.as_view(), name="exemplars"),
    path("dien-hinh/them/", exemplars.ExemplarNew.as_view(), name="exemplar-new"),
    path("dien-hinh/<int:pk>/", exemplars.exemplar_page, name="exemplar"),
    path("dien-hinh/<int:pk>/sua/", exemplars.ExemplarEdit.as_view(), name="exemplar-edit"),
    path("dien-hinh/<int:pk>/buoc/<slug:verb>/", exemplars.exemplar_move, name="exemplar-move"),
]
