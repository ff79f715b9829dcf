"""What the tables of the test database hold, taken out and put back beneath the models and their signals."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

Rows = dict[str, list[tuple[Any, ...]]]


def all_rows() -> Rows:
    """By table; without those that are empty."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.django_table_names(only_existing=True, include_views=False):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            if rows := cursor.fetchall():
                found[table] = rows
    return found


def fill(tables: Rows) -> None:
    """Each of these tables holds these rows and no other."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table, rows in tables.items():
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
            places = ", ".join(["%s"] * len(rows[0]))
            cursor.executemany(f"INSERT INTO {connection.ops.quote_name(table)} VALUES ({places})", rows)
    ContentType.objects.clear_cache()
