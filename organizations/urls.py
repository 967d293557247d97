from django.urls import path

from organizations import views

app_name = "organizations"
urlpatterns = [
    path("don-vi/", views.UnitList.as_view(), name="units"),
    path("don-vi/<int:pk>/", views.UnitDetail.as_view(), name="unit"),
    path("so-van-ban/", views.NumberList.as_view(), name="numbers"),
    path("so-van-ban/cap-so/", views.NumberTake.as_view(), name="number-new"),
    path("so-van-ban/mo-so/", views.SeriesStart.as_view(), name="series-start"),
]
