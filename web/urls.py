from django.contrib import admin
from django.urls import include, path

from actions.webhook import webhook
from chat.metrics import metrics
from chat.staff.erasing import erase_lead
from chat.staff.views import numbers_page

urlpatterns = [
    path("staff/numbers/", admin.site.admin_view(numbers_page), name="staff_numbers"),
    path("staff/leads/lead/<int:pk>/erase/", admin.site.admin_view(erase_lead), name="staff_erase_lead"),
    path("staff/", admin.site.urls),
    path("internal/actions/webhook", webhook),
    path("metrics", metrics),
    path("", include("chat.urls")),
]

handler400 = "chat.problems.bad_request"
handler404 = "chat.problems.not_found"
handler500 = "chat.problems.server_error"
