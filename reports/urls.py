from django.urls import path

from reports.views import (
    archives,
    blanks,
    catalogue,
    certificates,
    drafts,
    exports,
    papers,
    parts,
    previews,
    review_spread,
    reviews,
    signed_copies,
)

app_name = "reports"
urlpatterns = [
    path("bao-cao/", reviews.ReviewList.as_view(), name="reviews"),
    path("bao-cao/lap/", reviews.ReviewNew.as_view(), name="review-new"),
    path("bao-cao/<int:pk>/", reviews.ReviewDetail.as_view(), name="review"),
    path("bao-cao/<int:pk>/soan/", drafts.ReviewEdit.as_view(), name="review-edit"),
    path("bao-cao/<int:pk>/soan/tu-luu/", drafts.review_autosave, name="review-autosave"),
    path("bao-cao/<int:pk>/ho-so/", reviews.ReviewDossiers.as_view(), name="review-dossiers"),
    path(
        "bao-cao/<int:pk>/nhan-rong/<slug:what>/", review_spread.ReviewSpread.as_view(), name="review-spread"
    ),
    path("bao-cao/<int:pk>/chuyen/issue/", reviews.ReviewIssue.as_view(), name="review-issue"),
    path("bao-cao/<int:pk>/chuyen/<slug:verb>/", reviews.review_move, name="review-move"),
    path("bao-cao/<int:pk>/phan/", parts.review_parts, name="review-parts"),
    path("bao-cao/<int:pk>/phan/nhac/", parts.remind, name="parts-remind"),
    path("bao-cao/<int:pk>/phan/chen/<int:section>/", parts.insert, name="part-insert"),
    path("bao-cao/phan/", parts.PartList.as_view(), name="parts"),
    path("bao-cao/phan/<int:pk>/", parts.part_page, name="part"),
    path(
        "bao-cao/phan/<int:pk>/nhan-rong/<slug:what>/", review_spread.PartSpread.as_view(), name="part-spread"
    ),
    path("bao-cao/phan/<int:pk>/viet/", parts.PartEdit.as_view(), name="part-edit"),
    path("bao-cao/phan/<int:pk>/viet/tu-luu/", parts.part_autosave, name="part-autosave"),
    path("bao-cao/phan/<int:pk>/buoc/<slug:verb>/", parts.part_move, name="part-move"),
    path("van-ban/", papers.PaperList.as_view(), name="papers"),
    path("van-ban/luu-tru/", archives.ArchiveList.as_view(), name="archives"),
    path("van-ban/luu-tru/<int:pk>/", archives.ArchiveDetail.as_view(), name="archive"),
    path("van-ban/luu-tru/<int:pk>/tep/", archives.archive_file, name="archive-file"),
    path("van-ban/luu-tru/ho-so/<int:pk>/", archives.pack_dossier, name="archive-dossier"),
    path("van-ban/<int:pk>/", papers.PaperDetail.as_view(), name="paper"),
    path("van-ban/<int:pk>/tep/", papers.paper_file, name="paper-file"),
    path("van-ban/<int:pk>/tep-word/", papers.paper_word_file, name="paper-word-file"),
    path("van-ban/ban-ky/<slug:kind>/<int:pk>/", signed_copies.AttachSigned.as_view(), name="attach-signed"),
    path("van-ban/ky-so/<slug:kind>/<int:pk>/", signed_copies.SignPaper.as_view(), name="sign-paper"),
    path("van-ban/ban-ky/<int:pk>/tep/", signed_copies.signed_copy, name="signed-copy"),
    path("van-ban/xem-truoc/<slug:kind>/<int:pk>/", previews.paper_preview, name="preview"),
    path("van-ban/cua/<slug:kind>/<int:pk>/", papers.papers_of, name="papers-of"),
    path("van-ban/theo/<slug:about>/<int:pk>/", papers.papers_about, name="papers-about"),
    path("van-ban/in/<slug:kind>/<int:pk>/", papers.print_paper, name="print"),
    path("giay-khen/phoi/", blanks.BlankList.as_view(), name="blanks"),
    path("giay-khen/phoi/moi/", blanks.blank_new, name="blank-new"),
    path("giay-khen/phoi/<int:pk>/", blanks.blank_edit, name="blank"),
    path("giay-khen/phoi/<int:pk>/xoa/", blanks.blank_delete, name="blank-delete"),
    path("giay-khen/phoi/<int:pk>/anh/", blanks.blank_picture, name="blank-picture"),
    path("giay-khen/phoi/<int:pk>/in-thu/", blanks.blank_test, name="blank-test"),
    path("giay-khen/may-in/", blanks.printers, name="printers"),
    path("giay-khen/quyet-dinh/<int:pk>/", certificates.certificates, name="certificates"),
    path(
        "giay-khen/quyet-dinh/<int:pk>/da-in/", certificates.certificate_batches, name="certificate-batches"
    ),
    path("giay-khen/tep/<int:pk>/", certificates.batch_file, name="certificate-file"),
    path("xac-nhan/<str:token>/", certificates.confirm, name="confirm"),
    path("quan-tri/mau-van-ban/", catalogue.catalogue, name="catalogue"),
    path("quan-tri/mau-van-ban/<slug:slug>.pdf", catalogue.sample, name="catalogue-sample"),
    path("xuat/<slug:what>.xlsx", exports.export, name="export"),
]
