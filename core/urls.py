from django.urls import path

from core import views

app_name = "core"
urlpatterns = [
    path("viec/<int:pk>/", views.JobDetail.as_view(), name="job"),
    path("viec/<int:pk>/dung/", views.cancel_job, name="job-cancel"),
]
