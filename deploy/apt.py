"""Programs that the tests need and Debian has."""

import os
import shutil
import subprocess
import sys


def possible() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    """What fails is reported by the caller, who looks whether the program is there now."""
    quiet = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*quiet, "update"], check=False, env=environment)
    subprocess.run([*quiet, "install", "-y", *packages], check=False, env=environment)


def require(program: str, name: str, package: str) -> str:
    """The path of the program, installed if need be. Exits with the remedy."""
    if shutil.which(program) is None and possible():
        print(f"==> installing {name} for the tests", flush=True)
        install(package)
    return shutil.which(program) or sys.exit(f"no {name} for the tests; run: apt-get install -y {package}")
