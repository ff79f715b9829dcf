from django.apps import AppConfig
from django.contrib.admin import apps


class LoginConfig(AppConfig):
    name = "login"
    verbose_name = "ログイン"

    def ready(self) -> None:
        from login import age  # noqa: F401 -- hears of each login


class StaffPages(apps.AdminConfig):
    """Django's admin, entered as login.site says."""

    default = False
    default_site = "login.site.StaffSite"
