"""The groups of content staff and of who approves a release; drafts indexed as they are from now on at every save."""

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from knowledge.domain.draft_index import content_digest, searched

MAY = {
    "content": (
        *("view_draft", "add_draft", "change_draft", "delete_draft", "view_release", "request_release"),
        *("view_activation", "view_unansweredquestion", "change_unansweredquestion", "view_clarifiedquestion"),
        *("change_clarifiedquestion", "view_ratedanswer", "change_ratedanswer"),
    ),
    "approver": ("view_draft", "view_release", "view_activation", "approve_release"),
}


def add_groups(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Permissions are otherwise made only after all migrations have run."""
    knowledge = apps.get_app_config("knowledge")
    knowledge.models_module = True
    create_permissions(knowledge, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    knowledge.models_module = None
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="knowledge")
    for name, codes in MAY.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.add(*permissions.filter(codename__in=codes))


def remove_groups(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("auth", "Group").objects.filter(name__in=MAY).delete()


def index_drafts(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    live = apps.get_model("knowledge", "Activation").objects.order_by("-id").first()
    digests = {data["id"]: content_digest(data) for data in live.release.entries} if live else {}
    for draft in apps.get_model("knowledge", "Draft").objects.all():
        data = draft.data
        draft.kind, draft.title = str(data.get("kind", ""))[:20], str(data.get("title", ""))[:1000]
        draft.question_count, draft.boundary_count = (len(data.get(n) or ()) for n in ("questions", "boundary"))
        draft.search_text, draft.digest = searched(draft.entry_id, data), content_digest(data)
        draft.live_digest = digests.get(draft.entry_id, "")
        draft.save()


class Migration(migrations.Migration):
    dependencies = [
        ("knowledge", "0003_staff_keep_the_knowledge"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(index_drafts, migrations.RunPython.noop),
        migrations.RunPython(add_groups, remove_groups),
    ]
