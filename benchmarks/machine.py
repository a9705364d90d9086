"""The machine in words: enough to compare figures, nothing that says whose it is."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import simpy


def as_installed(folder: str) -> dict[str, str]:
    """Variables with which a process starts as an installed program does.

    Installing compiles every module once; here what the first start compiled is kept in a folder,
    whatever this process's own variables say of bytecode.
    """
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}


def described() -> str:
    """Cores, processor, versions and the date, in one sentence."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"Measured on {datetime.now(UTC):%d %B %Y} on {cores} cores of {_processor()}, "
        f"{platform.system()}, Python {platform.python_version()}, numpy {np.__version__}, "
        f"SimPy {simpy.__version__}; a load of {os.getloadavg()[0]:.1f} as it began."
    )


def _processor() -> str:
    cpus = Path("/proc/cpuinfo")
    if cpus.exists():
        for line in cpus.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
