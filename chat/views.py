"""The public API (docs/api.md): each view checks who asks, calls one service, answers JSON."""

import uuid
from functools import partial

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse, JsonResponse

from chat import limits, log_context, opening, readiness, requests, texts, tokens, turns
from chat.endpoint import api
from chat.models import Session
from chat.problems import Problem, malformed
from chat.rasa import engine


async def _who(request: HttpRequest) -> uuid.UUID:
    """The session that the token is of, which may have been erased since."""
    await limits.count("request", request)
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    session_id = tokens.id_in(token if scheme.lower() == "bearer" else None)
    log_context.bind(session_id)
    return session_id


async def _session(request: HttpRequest) -> Session:
    return await sync_to_async(tokens.session_of)(await _who(request))


@api("POST")
async def sessions(request: HttpRequest) -> HttpResponse:
    await limits.count("request", request)
    body = requests.body_of(request)
    about = requests.topic_of(body)
    if "resume" in body:
        session, offered = await sync_to_async(tokens.session_of)(tokens.id_in(body["resume"])), False
    else:
        await limits.count("open", request)
        session, offered = await opening.open_session(about)
    log_context.bind(session.id)
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
    return await (_said(request) if request.method == "GET" else _answered(request))


async def _said(request: HttpRequest) -> HttpResponse:
    session = await _session(request)
    await limits.count("read", request, session.id)
    said = await turns.transcript(session, request.GET.get("after"))
    return JsonResponse({"messages": said, "form": await opening.form_under_way(session)})


async def _answered(request: HttpRequest) -> HttpResponse:
    session_id = await _who(request)
    admit = partial(limits.count, request=request, session_id=session_id)
    reply = await turns.take(session_id, requests.sent(request), engine(), admit)
    if turns.away(reply):
        return Problem(503, "The bot is away", texts.AWAY, reply).response()
    return JsonResponse(reply)


@api("POST")
async def feedback(request: HttpRequest, message_id: str) -> HttpResponse:
    session = await _session(request)
    await limits.count("feedback", request, session.id)
    helpful = requests.body_of(request).get("helpful")
    if not isinstance(helpful, bool):
        raise malformed()
    await turns.rate(session, message_id, helpful)
    return HttpResponse(status=204)


@api("DELETE")
async def session(request: HttpRequest) -> HttpResponse:
    session = await _session(request)
    await limits.count("erase", request, session.id)
    await turns.erase(session, engine())
    return HttpResponse(status=204)


@api("GET", "HEAD")
async def healthz(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"alive": True})


@api("GET", "HEAD", hurried=False)  # the first look waits for the release to be loaded
async def readyz(request: HttpRequest) -> HttpResponse:
    await limits.count("request", request)
    problems = await readiness.problems(engine())
    warnings = [] if problems else await readiness.warnings()
    told = {"ready": not problems, "problems": problems, "warnings": warnings}
    return JsonResponse(told, status=503 if problems else 200)
