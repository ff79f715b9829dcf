from django.urls import path

from chat import page, views

urlpatterns = [
    path("", page.file, {"name": "demo.html"}),
    path("demo.css", page.file, {"name": "demo.css"}),
    path("widget.js", page.file, {"name": "widget.js"}),
    path("favicon.ico", page.no_icon),
    path("api/chat/sessions", views.sessions),
    path("api/chat/messages", views.messages),
    path("api/chat/messages/<str:message_id>/feedback", views.feedback),
    path("api/chat/session", views.session),
    path("healthz", views.healthz),
    path("readyz", views.readyz),
]
