from django.urls import path

from law import views

app_name = "law"
urlpatterns = [path("quan-tri/cho-trong-quy-dinh/", views.coverage, name="coverage")]
