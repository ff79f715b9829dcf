"""The staff pages: Django's admin, entered with a login that is young enough and has the second factor it owes."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect


class StaffSite(AdminSite):
    """Made while Django still loads its apps: what needs models is imported when it is used."""

    login_template = "login/login.html"

    def has_permission(self, request: HttpRequest) -> bool:
        from login import age, second_factor

        is_staff = super().has_permission(request)
        return is_staff and not age.is_over(request) and not second_factor.is_owed(request)

    @method_decorator(never_cache)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Who owes a second factor and has none yet is led to set it up; any other login that is short begins anew."""
        from login import age, second_factor

        if super().has_permission(request) and not self.has_permission(request):
            if not age.is_over(request) and second_factor.of(request.user) is None:  # type: ignore[arg-type]
                there = {REDIRECT_FIELD_NAME: request.GET.get(REDIRECT_FIELD_NAME, "")}
                return HttpResponseRedirect(f"{reverse('admin:second_factor')}?{urlencode(there)}")
            if request.method == "GET":
                logout(request)
        return super().login(request, extra_context)

    @method_decorator([never_cache, csrf_protect])
    def second_factor(self, request: HttpRequest) -> HttpResponse:
        from login import age, second_factor
        from login.second_factor_page import page

        may = super().has_permission(request) and not age.is_over(request)
        if not may or (second_factor.is_owed(request) and second_factor.of(request.user)):  # type: ignore[arg-type]
            there = urlencode({REDIRECT_FIELD_NAME: request.path})
            return HttpResponseRedirect(f"{reverse('admin:login')}?{there}")
        return page(request, self.each_context(request))

    def get_urls(self) -> list[URLResolver | URLPattern]:
        return [path("second-factor/", self.second_factor, name="second_factor"), *super().get_urls()]
