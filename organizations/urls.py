from django.urls import path

from organizations.views import numbers, units

app_name = "organizations"
urlpatterns = [
    path("don-vi/", units.UnitList.as_view(), name="units"),
    path("don-vi/<int:pk>/", units.UnitDetail.as_view(), name="unit"),
    path("so-van-ban/", numbers.NumberList.as_view(), name="numbers"),
    path("so-van-ban/in/", numbers.NumberBook.as_view(), name="number-book"),
    path("so-van-ban/<int:pk>/", numbers.NumberDetail.as_view(), name="number"),
    path("so-van-ban/<int:pk>/sua/", numbers.NumberEdit.as_view(), name="number-edit"),
    path("so-van-ban/<int:pk>/huy-so/", numbers.NumberCancel.as_view(), name="number-cancel"),
    path("so-van-ban/cap-so/", numbers.NumberTake.as_view(), name="number-new"),
    path("so-van-ban/mo-so/", numbers.SeriesStart.as_view(), name="series-start"),
]
