"""Limits that a child process sets itself before it opens what a stranger made."""

import os
import sys
from typing import Any

MEMORY_BYTES = 2 * 1024 * 1024 * 1024
PROCESSOR_S = 120
"""Ends a child that works on though its parent is gone."""


def set_limits() -> None:
    """Limits memory and processor time, makes no core dump, and is silent: a parser's last words help nobody."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    os.close(quiet)
    if sys.platform == "win32":
        _limit_on_windows()
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_S, PROCESSOR_S))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_on_windows() -> None:
    """The same by a job object. Best effort: nothing is said when Windows refuses, for the scan comes first."""
    import ctypes

    windows: Any = ctypes       # WinDLL is known on Windows only
    kernel = windows.WinDLL("kernel32")
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    limits = job_limits()
    kernel.SetInformationJobObject(job, EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
    kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))


PROCESS_TIME, PROCESS_MEMORY, DIE_ON_UNHANDLED, EXTENDED_LIMITS = 0x2, 0x100, 0x400, 9
"""As winnt.h calls them: JOB_OBJECT_LIMIT_… and JobObjectExtendedLimitInformation."""


def job_limits() -> Any:
    """The JOBOBJECT_EXTENDED_LIMIT_INFORMATION of these limits."""
    import ctypes

    class Basic(ctypes.Structure):
        _fields_ = [("process_time", ctypes.c_int64), ("job_time", ctypes.c_int64), ("flags", ctypes.c_uint32),
                    ("least", ctypes.c_size_t), ("most", ctypes.c_size_t), ("processes", ctypes.c_uint32),
                    ("affinity", ctypes.c_size_t), ("priority", ctypes.c_uint32), ("scheduling", ctypes.c_uint32)]

    class Extended(ctypes.Structure):
        _fields_ = [("basic", Basic), ("traffic", ctypes.c_uint64 * 6), ("process_memory", ctypes.c_size_t),
                    ("job_memory", ctypes.c_size_t), ("peak_process", ctypes.c_size_t), ("peak_job", ctypes.c_size_t)]

    limits = Extended()
    limits.basic.flags = PROCESS_TIME | PROCESS_MEMORY | DIE_ON_UNHANDLED
    limits.basic.process_time = PROCESSOR_S * 10_000_000        # in tenths of a microsecond
    limits.process_memory = MEMORY_BYTES
    return limits
