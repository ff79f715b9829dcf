"""Adding and changing an entry on its page. Whatever goes wrong, what was typed is shown again."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from knowledge import editing, taking
from knowledge.domain.corpus import MAY_NAME
from knowledge.domain.field_names import FIELD_NAMES
from knowledge.models import Draft
from knowledge.staff import entry_page, new_entry
from knowledge.staff.conflict import taken_over
from knowledge.staff.entry_form import EntryForm
from knowledge.staff.entry_links import entry_address
from knowledge.staff.picking import search

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Draft]
else:
    _ModelAdmin = admin.ModelAdmin


def _typed(request: HttpRequest, draft: Draft | None) -> QueryDict:
    """What was posted; where the choice was the other editor's content, that."""
    seen = draft is not None and request.POST.get("version") == str(draft.version)
    return taken_over(request.POST, draft.data) if draft and seen else request.POST


def _given(request: HttpRequest) -> dict[str, Any]:
    """What a link to the page of a new entry fills in: /add/?kind=scenario&questions=..."""
    filled = {n: request.GET.getlist(n) if n in MAY_NAME else request.GET[n] for n in FIELD_NAMES if n in request.GET}
    return {**filled, **new_entry.given(request)}


class EntryEditing(_ModelAdmin):
    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        draft = self.get_object(request, object_id) if object_id else None
        self._require(request, draft)
        if request.method == "POST":
            if object_id and not draft:
                self._require(request, None)
            return self._post(request, draft, gone=bool(object_id) and draft is None)
        if object_id and not draft:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        form = EntryForm(
            draft, initial=None if draft else _given(request), read_only=not self._may_save(request, draft)
        )
        return self._page(request, form)

    def _require(self, request: HttpRequest, draft: Draft | None) -> None:
        may_look = self.has_view_permission(request, draft) and request.method != "POST"
        if not (self._may_save(request, draft) or (draft and may_look)):
            raise PermissionDenied

    def _may_save(self, request: HttpRequest, draft: Draft | None) -> bool:
        return self.has_change_permission(request, draft) if draft else self.has_add_permission(request)

    def _post(self, request: HttpRequest, draft: Draft | None, gone: bool) -> HttpResponse:
        form = EntryForm(draft, _typed(request, draft))
        if "_save" not in request.POST or gone:
            entry_page.show_faults(form)
            return self._page(request, form, gone)
        try:
            if form.is_valid():
                return self._saved(request, form, self._save(request, form))
            entry_page.show_faults(form)
        except editing.Faulty as faulty:
            form.show_faults(faulty.faults)
        except editing.Conflict as conflict:
            form = EntryForm(conflict.current, request.POST)
            return self._page(request, form, gone=conflict.current is None)
        return self._page(request, form)

    def _save(self, request: HttpRequest, form: EntryForm) -> Draft:
        by = request.user.get_username()
        if form.draft is None:
            return editing.add(form.written, by)
        version = request.POST.get("version", "")
        return editing.save(form.draft.entry_id, int(version) if version.isdecimal() else 0, form.written, by)

    def _saved(self, request: HttpRequest, form: EntryForm, draft: Draft) -> HttpResponse:
        before = form.draft.data if form.draft else {}
        changed = [label for name, label in FIELD_NAMES.items() if before.get(name) != draft.data.get(name)]
        if form.draft is None:
            self.log_addition(request, draft, "追加しました。")
        elif changed:
            self.log_change(request, draft, f"{'、'.join(changed)}を変更しました。")
        if settled := taking.settle(draft, request.user.get_username()):
            messages.info(request, f"訪問者の質問{settled}件を対応済みにしました。")
        prepare = reverse("admin:knowledge_release_prepare")
        done = format_html('保存しました。訪問者に見せるには<a href="{}">公開</a>してください。', prepare)
        messages.success(request, done, extra_tags="entry-saved")
        return HttpResponseRedirect(entry_address(draft.pk))

    def _page(self, request: HttpRequest, form: EntryForm, gone: bool = False) -> TemplateResponse:
        draft, posted = form.draft, request.POST
        compared = (
            entry_page.compared(form, posted["version"], posted.get("began-with", "")) if "version" in posted else {}
        )
        context = {
            **self.admin_site.each_context(request),
            **entry_page.page(form),
            **compared,
            "is_nav_sidebar_enabled": False,
            "title": draft.title if draft else "項目の追加",
            "opts": self.opts,
            "media": self.media,
            "gone": gone,
            "form_url": reverse("admin:knowledge_draft_add") if gone else "",
            "may_save": self._may_save(request, draft),
            "may_delete": self.has_delete_permission(request, draft),
        }
        return TemplateResponse(request, "admin/knowledge/draft/change_form.html", context)

    def preview(self, request: HttpRequest) -> HttpResponse:
        """The preview of what is typed, as a fragment of the page."""
        pk = request.POST.get("draft", "")
        draft = self.get_object(request, pk) if pk else None
        if not self._may_save(request, draft):
            raise PermissionDenied
        form = EntryForm(draft, _typed(request, draft))
        entry_page.show_faults(form)
        return render(request, "admin/knowledge/draft/preview.html", entry_page.preview(form))

    def pick(self, request: HttpRequest) -> HttpResponse:
        """The entries that a field may name and a search by title finds, as a fragment of the page."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        field, term = request.GET.get("field", ""), request.GET.get("term", "")
        if field not in MAY_NAME:
            field = next(iter(MAY_NAME))
        found = search(field, term, request.GET.getlist("but"))
        context = {"found": found, "name": field, "term": term}
        return render(request, "admin/knowledge/draft/found.html", context)
