"""Addresses are Vietnamese words; each app lists its own."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import LogoutView
from django.urls import include, path

from portal.health import healthz
from portal.views import accounts, gallery, home, search

handler500 = "portal.errors.server_error"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("", home.home, name="home"),
    path("tim-kiem/", search.search, name="search"),
    path("dang-nhap/", accounts.SignIn.as_view(), name="sign-in"),
    path("dang-xuat/", LogoutView.as_view(), name="sign-out"),
    path("doi-mat-khau/", accounts.ChangePassword.as_view(), name="password"),
    path("", include("core.urls")),
    path("", include("organizations.urls")),
    path("", include("campaigns.urls")),
    path("", include("exemplars.urls")),
    path("", include("awards.urls")),
    path("", include("gatherings.urls")),
    path("", include("reports.urls")),
    path("quan-tri/", admin.site.urls),
]

if not settings.PRODUCTION:  # every component on one page, for those who build pages
    urlpatterns.append(path("mau-giao-dien/", gallery.gallery, name="gallery"))
