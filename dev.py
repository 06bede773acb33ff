# SPDX-License-Identifier: MIT
"""The one door: `python3 dev.py demo` and `python3 dev.py test` do everything on a fresh machine.

Standard library only; Linux, macOS and Windows. Each command first installs what the system lacks (with
apt-get, when it may), makes .venv from the locked dependencies, and then acts.
"""

import os
import subprocess
import sys
import time

if sys.version_info < (3, 11):
    sys.exit("Kenttäkirja needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))

from tools import audit as dependencies
from tools import environment, gates, system_packages

USAGE = """usage: python3 dev.py COMMAND [arguments]

  demo [--offscreen --report DIR]   a practice hub, two laptops and the window, with a made-up city
  test [pytest arguments]           format, lint, types, imports, shape and every test; or one pytest run
  check                             format, lint, types, imports and shape only
  bench [--json FILE]               measure the figures of docs/performance.md
  torture --minutes N [--seed S]    random histories of laptops, hub and network, on both engines
  torture [pytest arguments]        the other long runs
  lock                              resolve the dependencies anew into requirements.lock
  audit [pip-audit arguments]       ask whether a locked dependency has a known vulnerability
"""


def demo(arguments: list[str]) -> int:
    """Start the demo; without a display say so and let it drive itself offscreen."""
    if not system_packages.has_display(os.environ) and "--offscreen" not in arguments:
        print(
            "There is no display here, so the demo drives itself offscreen and reports in demo-report/.",
            flush=True,
        )
        arguments = [*arguments, "--offscreen"]
        if "--report" not in arguments:
            arguments += ["--report", "demo-report"]
    return _python("-m", "desktop", "demo", *arguments)


def test(arguments: list[str]) -> int:
    """Run every gate; with arguments one plain pytest run with these."""
    if arguments:
        return subprocess.run(gates.pytest_command(*arguments), cwd=environment.ROOT, check=False).returncode
    return gates.run_gates(gates.every_gate())


def check(_arguments: list[str]) -> int:
    """Run the quick gates."""
    return gates.run_gates(gates.quick_gates())


def bench(arguments: list[str]) -> int:
    """Measure."""
    return _python("-m", "tests.bench", *arguments)


def torture(arguments: list[str]) -> int:
    """Play histories for so many minutes, or run the tests that are too long for every change."""
    if any(one.startswith(("--minutes", "--seed")) for one in arguments):
        return _python("-m", "tests.torture", *arguments)
    return _python("-m", "pytest", "-m", "torture", *arguments)


def lock(_arguments: list[str]) -> int:
    """Resolve the dependencies anew."""
    return environment.remake_lock()


def audit(arguments: list[str]) -> int:
    """Look the locked dependencies up; 1 for a vulnerability, 2 where it could not be asked."""
    return dependencies.run_audit(arguments)


COMMANDS = {
    "demo": demo,
    "test": test,
    "check": check,
    "bench": bench,
    "torture": torture,
    "lock": lock,
    "audit": audit,
}


def main(arguments: list[str]) -> int:
    """Prepare the machine, act, and say how long each took."""
    if not arguments or arguments[0] not in COMMANDS:
        print(USAGE)
        return 0 if arguments in (["--help"], ["-h"]) else 2
    start = time.monotonic()
    try:
        system_packages.ensure_system(display="DISPLAY" in os.environ)
        after_system = time.monotonic()
        environment.ensure_environment()
    except (system_packages.SystemLacksError, environment.EnvironmentFailedError) as problem:
        print(problem, file=sys.stderr)
        return 1
    after_environment = time.monotonic()
    code = COMMANDS[arguments[0]](arguments[1:])
    print(
        f"system {after_system - start:.1f} s, environment {after_environment - after_system:.1f} s, "
        f"{arguments[0]} {time.monotonic() - after_environment:.1f} s",
        flush=True,
    )
    return code


def _python(*arguments: str) -> int:
    return subprocess.run([environment.PYTHON, *arguments], cwd=environment.ROOT, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
