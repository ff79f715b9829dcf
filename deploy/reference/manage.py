"""Our own manage.py commands, as Django's parser knows them."""

import argparse
import inspect
import sys
from collections.abc import Iterator

from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand

from deploy.reference.arguments import Argument, Command, usage
from deploy.reference.markdown import plain
from web.environment import ROOT

NOT_TOLD = (None, False, "", argparse.SUPPRESS)


def commands() -> Iterator[Command]:
    """In English, then as --help tells it."""
    for name in ours():
        command = load_command_class(get_commands()[name], name)
        told = inspect.getdoc(sys.modules[type(command).__module__]) or ""
        yield name, f"{plain(told)}\n\n> {plain(command.help)}", list(_arguments(command, name))


def ours() -> list[str]:
    return sorted(name for name, app in get_commands().items() if (ROOT / app.partition(".")[0]).is_dir())


def _arguments(command: BaseCommand, name: str) -> Iterator[Argument]:
    of_every_command = {action.dest for action in BaseCommand().create_parser("manage.py", name)._actions}
    parser = command.create_parser("manage.py", name)
    one_of_them = {
        action.dest: tuple(other.option_strings[0] for other in group._group_actions if other is not action)
        for group in parser._mutually_exclusive_groups
        for action in group._group_actions
    }
    for action in parser._actions:
        if action.dest not in of_every_command:
            yield _argument(action, one_of_them.get(action.dest, ()))


def _argument(action: argparse.Action, instead: tuple[str, ...]) -> Argument:
    flag = action.nargs == 0
    value = "" if flag else str(action.metavar or action.dest.upper())
    return Argument(
        usage(action.option_strings[0] if action.option_strings else action.dest, value),
        action.help or "",
        needed=action.required,
        instead=instead,
        choices=tuple(map(str, action.choices or ())),
        default="" if action.default in NOT_TOLD else str(action.default).removeprefix(f"{ROOT}/"),
    )
