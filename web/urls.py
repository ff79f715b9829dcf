from django.contrib import admin
from django.urls import include, path

from actions.webhook import webhook

urlpatterns = [
    path("staff/", admin.site.urls),
    path("internal/actions/webhook", webhook),
    path("", include("chat.urls")),
]

handler404 = "chat.problems.not_found"
handler500 = "chat.problems.server_error"
