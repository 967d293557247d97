from django.urls import path

from reports.views import drafts, exports, papers, reviews

app_name = "reports"
urlpatterns = [
    path("bao-cao/", reviews.ReviewList.as_view(), name="reviews"),
    path("bao-cao/lap/", reviews.ReviewNew.as_view(), name="review-new"),
    path("bao-cao/<int:pk>/", reviews.ReviewDetail.as_view(), name="review"),
    path("bao-cao/<int:pk>/soan/", drafts.ReviewEdit.as_view(), name="review-edit"),
    path("bao-cao/<int:pk>/soan/tu-luu/", drafts.review_autosave, name="review-autosave"),
    path("bao-cao/<int:pk>/ho-so/", reviews.ReviewDossiers.as_view(), name="review-dossiers"),
    path("bao-cao/<int:pk>/chuyen/issue/", reviews.ReviewIssue.as_view(), name="review-issue"),
    path("bao-cao/<int:pk>/chuyen/<slug:verb>/", reviews.review_move, name="review-move"),
    path("van-ban/", papers.PaperList.as_view(), name="papers"),
    path("van-ban/<int:pk>/", papers.PaperDetail.as_view(), name="paper"),
    path("van-ban/<int:pk>/tep/", papers.paper_file, name="paper-file"),
    path("van-ban/cua/<slug:kind>/<int:pk>/", papers.papers_of, name="papers-of"),
    path("van-ban/in/<slug:kind>/<int:pk>/", papers.print_paper, name="print"),
    path("xuat/<slug:what>.xlsx", exports.export, name="export"),
]
