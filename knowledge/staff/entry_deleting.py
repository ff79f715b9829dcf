"""Deleting an entry: asked for once more, and refused while other entries name it."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from knowledge import editing
from knowledge.models import Draft
from knowledge.staff.entry_links import entry_address
from knowledge.staff.people import name_of

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Draft]
else:
    _ModelAdmin = admin.ModelAdmin


class EntryDeleting(_ModelAdmin):
    def delete_view(self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None) -> Any:
        draft = self.get_object(request, object_id)
        if not self.has_delete_permission(request, draft):
            raise PermissionDenied
        if draft is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if request.method == "POST":
            return self._delete(request, draft)
        context = {
            **self.admin_site.each_context(request),
            "is_nav_sidebar_enabled": False,
            "title": f"「{draft.title}」の削除",
            "media": self.media,
            "draft": draft,
            "referring": editing.referring_to(draft.entry_id),
        }
        return TemplateResponse(request, "admin/knowledge/draft/delete_confirmation.html", context)

    def _delete(self, request: HttpRequest, draft: Draft) -> HttpResponseRedirect:
        version = request.POST.get("version", "")
        try:
            editing.delete(draft.entry_id, int(version) if version.isdecimal() else 0)
        except editing.Referenced as referenced:
            titles = "、".join(f"「{other.title}」" for other in referenced.by)
            messages.error(request, f"削除しませんでした。{titles}がこの項目を参照しています。先に外してください。")
            return HttpResponseRedirect(entry_address(draft.pk))
        except editing.Conflict as conflict:
            if conflict.current is None:
                messages.info(request, f"「{draft.title}」はすでに削除されています。")
                return HttpResponseRedirect(reverse("admin:knowledge_draft_changelist"))
            writer = name_of(conflict.current.updated_by)
            messages.error(request, f"削除しませんでした。{writer}さんが内容を変更しました。確かめてください。")
            return HttpResponseRedirect(entry_address(draft.pk))
        self.log_deletions(request, [draft])  # type: ignore[arg-type]
        messages.success(
            request, f"「{draft.title}」を削除しました。公開中の版からは、次に公開したときになくなります。"
        )
        return HttpResponseRedirect(reverse("admin:knowledge_draft_changelist"))
