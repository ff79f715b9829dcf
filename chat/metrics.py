"""What Prometheus gathers from this process (docs/operations.md), for those with the shared token."""

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, disable_created_metrics, generate_latest

from chat import measures, readiness, shared_token, texts
from chat.endpoint import api
from chat.problems import Problem
from chat.rasa import engine
from leads.measures import Outbox

REGISTRY.register(Outbox())
disable_created_metrics()  # type: ignore[no-untyped-call]  # when each began: a second series for every one


@api("GET", hurried=False)  # whether it is ready waits for a release that is new
async def metrics(request: HttpRequest) -> HttpResponse:
    if not shared_token.carried_by(request):
        raise Problem(401, "No shared token", texts.NOT_FOR_VISITORS)
    measures.READY.set(not await readiness.problems(engine()))
    return HttpResponse(await sync_to_async(generate_latest)(), content_type=CONTENT_TYPE_LATEST)
