"""The public API (docs/api.md): each view checks who asks, calls one service, answers JSON."""

from functools import partial

from django.http import HttpRequest, HttpResponse, JsonResponse

from chat import limits, log_context, opening, readiness, requests, texts, tokens, turns
from chat.endpoint import api
from chat.models import Session
from chat.problems import Problem, malformed
from chat.rasa import engine


async def _session(request: HttpRequest) -> Session:
    await limits.count("request", request)
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    session = await tokens.session_of(token if scheme.lower() == "bearer" else None)
    log_context.bind(session.id)
    return session


@api("POST")
async def sessions(request: HttpRequest) -> HttpResponse:
    await limits.count("request", request)
    body = requests.body_of(request)
    about = requests.topic_of(body)
    if "resume" in body:
        session, offered = await tokens.session_of(body["resume"]), False
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
    session = await _session(request)
    if request.method == "GET":
        await limits.count("read", request, session)
        said = await turns.transcript(session, request.GET.get("after"))
        return JsonResponse({"messages": said, "form": await opening.form_under_way(session)})
    admit = partial(limits.count, request=request, session=session)
    reply = await turns.take(session, requests.sent(request), engine(), admit)
    if turns.away(reply):
        return Problem(503, "The bot is away", texts.AWAY, reply).response()
    return JsonResponse(reply)


@api("POST")
async def feedback(request: HttpRequest, message_id: str) -> HttpResponse:
    session = await _session(request)
    await limits.count("feedback", request, session)
    helpful = requests.body_of(request).get("helpful")
    if not isinstance(helpful, bool):
        raise malformed()
    await turns.rate(session, message_id, helpful)
    return HttpResponse(status=204)


@api("DELETE")
async def session(request: HttpRequest) -> HttpResponse:
    session = await _session(request)
    await limits.count("erase", request, session)
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
