"""The public API (docs/api.md): each view checks who asks, calls one service, answers JSON."""

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from chat import opening, readiness, requests, texts, tokens, turns
from chat.models import Session
from chat.problems import Problem, malformed
from chat.rasa import engine

AsyncView = Callable[..., Coroutine[Any, Any, HttpResponse]]


def api(*methods: str) -> Callable[[AsyncView], AsyncView]:
    """A JSON endpoint: no cookie, so no CSRF; problems become problem+json."""

    def decorate(view: AsyncView) -> AsyncView:
        @csrf_exempt
        @wraps(view)
        async def endpoint(request: HttpRequest, **arguments: Any) -> HttpResponse:
            try:
                if request.method not in methods:
                    response = Problem(405, "Method not allowed", texts.NOT_ALLOWED).response()
                    response["Allow"] = ", ".join(methods)
                    return response
                return await view(request, **arguments)
            except Problem as problem:
                return problem.response()

        return endpoint

    return decorate


async def _session(request: HttpRequest) -> Session:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return await tokens.session_of(token if scheme.lower() == "bearer" else None)


@api("POST")
async def sessions(request: HttpRequest) -> HttpResponse:
    body = requests.body_of(request)
    about = requests.topic_of(body)
    if "resume" in body:
        session, offered = await tokens.session_of(body["resume"]), False
    else:
        session, offered = await opening.open_session(about)
    opened = {
        "token": tokens.issue(session),
        "expires_at": session.expires_at.isoformat(),
        "messages": await turns.transcript(session),
        "form": await opening.form_under_way(session),
        "about": offered,
    }
    return JsonResponse(opened, status=201)


@api("POST", "GET")
async def messages(request: HttpRequest) -> HttpResponse:
    session = await _session(request)
    if request.method == "GET":
        said = await turns.transcript(session, request.GET.get("after"))
        return JsonResponse({"messages": said, "form": await opening.form_under_way(session)})
    reply = await turns.take(session, requests.sent(request), engine())
    if turns.away(reply):
        return Problem(503, "The bot is away", texts.AWAY, reply).response()
    return JsonResponse(reply)


@api("POST")
async def feedback(request: HttpRequest, message_id: str) -> HttpResponse:
    session = await _session(request)
    helpful = requests.body_of(request).get("helpful")
    if not isinstance(helpful, bool):
        raise malformed()
    await turns.rate(session, message_id, helpful)
    return HttpResponse(status=204)


@api("DELETE")
async def session(request: HttpRequest) -> HttpResponse:
    await turns.erase(await _session(request), engine())
    return HttpResponse(status=204)


@api("GET", "HEAD")
async def healthz(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"alive": True})


@api("GET", "HEAD")
async def readyz(request: HttpRequest) -> HttpResponse:
    problems = await readiness.problems(engine())
    return JsonResponse({"ready": not problems, "problems": problems}, status=503 if problems else 200)
