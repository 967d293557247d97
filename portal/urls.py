"""Addresses are Vietnamese words; each app lists its own."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import LogoutView
from django.urls import include, path

from portal.health import healthz
from portal.views import accounts, gallery, home, messages, public, search

handler500 = "portal.errors.server_error"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("", home.home, name="home"),
    path("tim-kiem/", search.search, name="search"),
    path("dang-nhap/", accounts.SignIn.as_view(), name="sign-in"),
    path("dang-xuat/", LogoutView.as_view(), name="sign-out"),
    path("doi-mat-khau/", accounts.ChangePassword.as_view(), name="password"),
    path("thong-bao/", messages.MessageList.as_view(), name="messages"),
    path("thong-bao/da-doc/", messages.read_all, name="messages-read"),
    path("thong-bao/<int:pk>/", messages.MessageDetail.as_view(), name="message"),
    path("nhan-thong-bao/", messages.ChoiceEdit.as_view(), name="message-choice"),
    path("cong-khai/", public.home, name="public-home"),
    path("cong-khai/dien-hinh/", public.exemplars, name="public-exemplars"),
    path("cong-khai/dien-hinh/<int:pk>/", public.exemplar, name="public-exemplar"),
    path("cong-khai/khen-thuong/", public.decisions, name="public-decisions"),
    path("cong-khai/khen-thuong/<int:pk>/", public.decision, name="public-decision"),
    path("", include("core.urls")),
    path("", include("organizations.urls")),
    path("", include("law.urls")),
    path("", include("campaigns.urls")),
    path("", include("exemplars.urls")),
    path("", include("awards.urls")),
    path("", include("gatherings.urls")),
    path("", include("reports.urls")),
    path("quan-tri/", admin.site.urls),
]

if not settings.PRODUCTION:  # every component on one page, for those who build pages
    urlpatterns.append(path("mau-giao-dien/", gallery.gallery, name="gallery"))
