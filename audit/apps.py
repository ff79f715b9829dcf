from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "audit"
    verbose_name = "監査"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from audit import accounts, logins  # noqa: F401 -- each listens to signals
