"""Runs Hearten as people do, in a process of its own, and watches how long it takes and how much memory it needs."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

# Prints the most memory the process held, in MB. Linux's own mark is used where there is one: ru_maxrss there starts at
# what the parent held.
_PEAK = """
def peak():
    import pathlib, resource, sys
    status = pathlib.Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)
"""


def hearten(*arguments: str) -> list[str]:
    """Give the command line that runs the installed `hearten`."""
    beside = Path(sys.executable).with_name("hearten.exe" if os.name == "nt" else "hearten")
    return [str(beside), *arguments] if beside.exists() else [sys.executable, "-c", "from hearten.cli import main; main()", *arguments]


def seconds(command: Sequence[str]) -> float:
    """Time one run of `command`, start to end."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def peak_memory(code: str, *arguments: str) -> float:
    """Run the Python `code` in a process of its own and give the most memory it held, in MB."""
    script = f"{_PEAK}\n{code}\nprint(peak())"
    done = subprocess.run([sys.executable, "-c", script, *arguments], check=True, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return float(done.stdout.splitlines()[-1])
