"""Restore a backup into an empty place, with hosho stopped: python -m deploy.restore FROM [--erased FILE]

Who was erased after the backup was made would be back with it. FILE is web's log since then, or any text whose lines
say "erased" and name a lead's reference: they are erased again before anything is started."""

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import django
from django.core.management import call_command

from deploy import places
from deploy.archive import Manifest, unpack
from deploy.stores import Unusable
from web.environment import Environment, load


def restore(environment: Environment, source: Path) -> Manifest:
    """Everything that was backed up, compared with what was written then, or nothing. Raises Unusable, OSError."""
    database, tracker = places.database(), places.tracker(environment)
    for store in (database, tracker):
        if occupied := store.occupied():
            raise Unusable(occupied)
    with TemporaryDirectory(dir=environment.var, prefix=".hosho-restore-") as name:
        folder = Path(name)
        manifest = unpack(source, folder)
        _assert_fits(manifest, environment)
        stored = manifest.databases
        if "tracker" in stored:
            tracker.load(folder / "tracker", stored["tracker"].rows)
        try:
            database.load(folder / "database", stored["database"].rows)
        except BaseException:
            tracker.discard()
            raise
    return manifest


def _assert_fits(manifest: Manifest, environment: Environment) -> None:
    kind, here = manifest.databases["database"].kind, places.database().kind
    if kind != here:
        raise Unusable(f"the backup is of {kind}, HOSHO_DATABASE_URL names {here}")
    if newer := set(manifest.migrations) - places.known_migrations():
        raise Unusable(f"the backup is of a newer hosho ({manifest.hosho}): this one does not know {min(newer)}")
    ours = places.fingerprints(environment)
    if set(manifest.keys["field_keys"]) - set(ours["field_keys"]):
        raise Unusable("HOSHO_FIELD_KEYS lacks a key that was in use at the backup: what visitors said is unreadable")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="what make backup has written")
    parser.add_argument("--erased", type=Path, help="web's log since the backup")
    args = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
    environment = load()
    django.setup()
    try:
        erased = args.erased.read_text("utf-8") if args.erased else ""
        manifest = restore(environment, args.source)
    except (Unusable, OSError) as error:
        sys.exit(f"hosho was not restored: {error}")
    call_command("migrate", verbosity=0)
    from deploy.erased_since import erase_again  # needs the settings

    again = erase_again(erased, places.conversations(environment))
    print(f"restored as of {manifest.made_at:%Y-%m-%d %H:%M:%S %Z}; {again} erased visitors were erased again")
    if manifest.keys["secret_key"] != places.fingerprints(environment)["secret_key"]:
        print("HOSHO_SECRET_KEY is another than at the backup: visitors and staff begin new sessions")


if __name__ == "__main__":
    main()
