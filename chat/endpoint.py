"""What every endpoint of ours has in common: which methods it takes, and problems told as problem+json."""

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from chat import texts
from chat.in_time import in_time
from chat.problems import Problem

AsyncView = Callable[..., Coroutine[Any, Any, HttpResponse]]


def api(*methods: str, hurried: bool = True) -> Callable[[AsyncView], AsyncView]:
    """An endpoint for these methods: no cookie, so no CSRF; problems become problem+json, and delays where a visitor
    waits (`hurried`)."""

    def decorate(view: AsyncView) -> AsyncView:
        @csrf_exempt
        @wraps(view)
        async def endpoint(request: HttpRequest, **arguments: Any) -> HttpResponse:
            try:
                if request.method not in methods:
                    response = Problem(405, "Method not allowed", texts.NOT_ALLOWED).response()
                    response["Allow"] = ", ".join(methods)
                    return response
                answering = view(request, **arguments)
                return await (in_time(answering) if hurried else answering)
            except Problem as problem:
                return problem.response()

        return endpoint

    return decorate
