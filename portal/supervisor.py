"""Runs several processes as one: starts again what ends, and takes all of them along when it goes."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time

GRACE = 10  # seconds for a warm stop, before what is left is killed
LOOK_EVERY = 0.5
LONGEST_PAUSE = 30
SETTLED_AFTER = 60  # a child that lived this long starts again without a pause

PR_SET_PDEATHSIG = 1  # from <sys/prctl.h>


def die_with_parent():
    """Have the kernel kill this process when its parent dies, even of SIGKILL (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Child:
    """A process with all that it starts, in a process group of its own.

    Its own group keeps the terminal's Ctrl-C from it: the supervisor alone says when and how to stop.
    """

    def __init__(self, name, command):
        self.name = name
        self.command = command
        self.failures = 0
        self.start()

    def start(self):
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603  commands of our own
            self.command, stdin=subprocess.DEVNULL, process_group=0, preexec_fn=die_with_parent
        )

    def revive(self):
        """Start it again if it has ended, after a longer pause each time that it ended soon."""
        if self.process.poll() is None:
            return
        lived = time.monotonic() - self.started_at
        if lived >= SETTLED_AFTER:
            self.failures = 0
        if lived < self.pause:
            return
        self.failures += 1
        print(f"{self.name} ended with code {self.process.returncode}; starting it again.", file=sys.stderr)
        self.kill()
        self.start()

    @property
    def pause(self):
        return min(2**self.failures, LONGEST_PAUSE)

    def stop(self):
        """Ask it to end what it is doing and then itself."""
        self.process.terminate()

    def kill(self):
        """End all that is left of its group."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        self.process.wait()


def supervise(commands, while_running=lambda: None):
    """Keep `commands` ({name: arguments}) running until Ctrl-C or SIGTERM; a second one hurries.

    `while_running` is called between two looks at the children.
    """
    stop = _stop_on_signal()
    children = [Child(name, command) for name, command in commands.items()]
    try:
        while not stop.wait(LOOK_EVERY):
            for child in children:
                child.revive()
            while_running()
        _stop_warmly(children, stop)
    finally:
        for child in children:
            child.kill()


def _stop_on_signal():
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    return stop


def _stop_warmly(children, hurry):
    hurry.clear()
    for child in children:
        child.stop()
    give_up_at = time.monotonic() + GRACE
    while any(child.process.poll() is None for child in children):
        if hurry.wait(0.1) or time.monotonic() > give_up_at:
            return
