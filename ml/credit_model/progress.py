"""Progress of long work on stderr: a bar on a terminal, plain lines elsewhere."""

import sys
import threading
import time


class Progress:
    """Counts the steps of one stage.

    Parameters
    ----------
    label : str
        What is being done.
    total : int
        How many steps the stage has.
    """

    def __init__(self, label: str, total: int) -> None:
        self.label, self.total, self.done = label, total, 0
        self._started, self._shown = time.monotonic(), 0.0
        self._lock = threading.Lock()
        self._terminal = sys.stderr.isatty()
        self._show()

    def advance(self) -> None:
        """Count one step more; safe from several threads."""
        with self._lock:
            self.done += 1
            due = self.done == self.total or time.monotonic() - self._shown > (0.1 if self._terminal else 15)
            if due:
                self._show()

    def _show(self) -> None:
        self._shown = time.monotonic()
        seconds = self._shown - self._started
        line = f'{self.label}: {self.done}/{self.total} ({seconds:.0f} s{self._remaining(seconds)})'
        if self._terminal:
            filled = round(24 * self.done / max(self.total, 1))
            end = '\n' if self.done == self.total else ''
            print(f'\r[{"█" * filled}{"·" * (24 - filled)}] {line}   ', end=end, file=sys.stderr, flush=True)
        elif self.done in (0, self.total) or self.total > 1:
            print(line, file=sys.stderr, flush=True)

    def _remaining(self, seconds: float) -> str:
        """Say how long the rest takes if it goes as the steps so far."""
        if not 0 < self.done < self.total:
            return ''
        return f', about {seconds * (self.total - self.done) / self.done:.0f} s left'


class Waiting:
    """Shows that one long step, which can't be counted, is still at work; use it as a context.

    Parameters
    ----------
    label : str
        What is being done.
    """

    def __init__(self, label: str) -> None:
        self.label = label
        self._over = threading.Event()
        self._terminal = sys.stderr.isatty()
        self._thread = threading.Thread(target=self._tick, daemon=True)

    def __enter__(self) -> 'Waiting':
        self._started = time.monotonic()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self._show(end='\n')

    def _tick(self) -> None:
        self._show()
        while not self._over.wait(1 if self._terminal else 15):
            self._show()

    def _show(self, end: str = '') -> None:
        line = f'{self.label} ({time.monotonic() - self._started:.0f} s)'
        print(
            f'\r{line}   ' if self._terminal else line,
            end=end if self._terminal else '\n',
            file=sys.stderr,
            flush=True,
        )
