from django.apps import AppConfig


class LeadsConfig(AppConfig):
    name = "leads"
    verbose_name = "見込み客"
    default_auto_field = "django.db.models.BigAutoField"
