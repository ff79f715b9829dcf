"""Back everything up into one file while hosho runs: python -m deploy.backup TO

TO is a new file, or a folder in which one is made. Beside TO about twice the databases' size must be free for a while.
Not in it: the secrets, which are kept apart, and the Rasa model, which `make run` trains again from data/."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import django

from deploy import places
from deploy.archive import FORMAT, Manifest, Name, Stored, sha256, write
from deploy.stores import Store, Unusable
from web.environment import Environment, load

KEEP_APART = (
    "The secrets are not in it. Keep them apart, where the backup is not: {}. Without HOSHO_FIELD_KEYS nobody can read "
    "what visitors said; with another HOSHO_SECRET_KEY visitors and staff begin new sessions."
)


def back_up(environment: Environment, target: Path) -> Path:
    """The file written, whole and checked, or none at all. Raises Unusable, OSError."""
    now = datetime.now(UTC)
    if target.is_dir():
        target /= f"hosho-{now:%Y%m%d-%H%M%S}.tar"
    if target.exists():
        raise Unusable(f"{target} exists; name a new file, or a folder")
    if not target.parent.is_dir():
        raise Unusable(f"there is no folder {target.parent}")
    with TemporaryDirectory(dir=target.parent, prefix=".hosho-backup-") as name:
        folder = Path(name)
        files = {name: folder / name for name in _stores(environment)}
        stored = {name: _dump(store, files[name]) for name, store in _stores(environment).items()}
        write(folder / "whole", _manifest(environment, now, stored), files)
        (folder / "whole").replace(target)
    return target


def _stores(environment: Environment) -> dict[Name, Store]:
    """Rasa's conversations first: one that begins meanwhile is missed by Rasa, not by us."""
    tracker = places.tracker(environment)
    talked: dict[Name, Store] = {"tracker": tracker} if tracker.path.exists() else {}
    return {**talked, "database": places.database()}


def _dump(store: Store, file: Path) -> Stored:
    rows = store.dump(file)
    return Stored(kind=store.kind, sha256=sha256(file), rows=rows)


def _manifest(environment: Environment, now: datetime, stored: dict[Name, Stored]) -> Manifest:
    return Manifest(
        format=FORMAT,
        hosho=places.version(),
        made_at=now,
        migrations=places.applied_migrations(),
        keys=places.fingerprints(environment),
        databases=stored,
    )


def main() -> None:
    if len(sys.argv) != 2 or not sys.argv[1]:
        sys.exit("say where to: make backup TO=/backups (a new file, or a folder)")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
    environment = load()
    django.setup()
    try:
        written = back_up(environment, Path(sys.argv[1]))
    except (Unusable, OSError) as error:
        sys.exit(f"hosho was not backed up: {error}")
    secrets = "HOSHO_SECRET_KEY, HOSHO_FIELD_KEYS and HOSHO_ACTION_TOKEN"
    kept = secrets if environment.production else f"{environment.var / 'secrets.json'} ({secrets} in production)"
    print(f"{written} ({written.stat().st_size / 1e6:.0f} MB)\n{KEEP_APART.format(kept)}")


if __name__ == "__main__":
    main()
