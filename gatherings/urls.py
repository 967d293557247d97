app_name = "gatherings"
urlpatterns = []
