from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "Cổng thông tin"


class PortalAdminConfig(AdminConfig):
    default_site = "portal.admin.PortalAdminSite"
