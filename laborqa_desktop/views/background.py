"""Work off the GUI thread: one worker for what writes or takes long, one for queries, one for backups.

Work gets plain values in and gives a plain result back on the GUI thread; it opens its own unit of work and touches
no widget. An answer whose job was cancelled, or whose receiver is gone, is dropped; not so that of work that keeps
something: a cancel may come when all is written already, and then the user has to see what was done.

What work and its answer hold may be a part of the window. A job is held here until the worker has let go of it, so that
nothing of the window is ever destroyed in another thread: Qt would crash.
"""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

T = TypeVar("T")


class Cancelled(Exception):
    """Raised inside work by Step.check() after the user cancelled."""


class Job:
    """One piece of work under way.

    Attributes:
        keeps: what it did is told even after a cancel, if it was done before it noticed.
    """

    def __init__(self, number: int, done: Callable[[Any], None], failed: Callable[[Exception], None] | None,
                 progress: Callable[[int, int], None] | None, stopped: Callable[[], None] | None) -> None:
        self.number, self.keeps = number, stopped is not None
        self._done, self._failed, self._progress, self._stopped = done, failed, progress, stopped
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        """Whether its answer is unwanted."""
        return self._cancelled

    def cancel(self) -> None:
        """Asks the work to stop at its next step; its answer is dropped, unless it keeps and was too far already."""
        self._cancelled = True


class Step:
    """What work uses to tell how far it is."""

    def __init__(self, job: Job, tell: Callable[[Job, int, int], None]) -> None:
        self._job, self._tell = job, tell

    def __call__(self, done: int, total: int = 0) -> None:
        """Tells progress.

        Args:
            total: 0 when nobody knows.

        Raises:
            Cancelled: the user cancelled.
        """
        self.check()
        self._tell(self._job, done, total)

    def check(self) -> None:
        """Stops the work when the user cancelled.

        Raises:
            Cancelled: the user cancelled.
        """
        if self._job.cancelled:
            raise Cancelled


class Background(QObject):
    """The three workers. The window owns it and calls close() at the end.

    Signals:
        busy: number of jobs under way in the worker that writes.
        named: (job, words, whether it can be cancelled): work began that may take long and has no bar of its own.
        stepped: (job, done, total): such work came on.
        over: such a job is over, by whatever.
    """

    busy = Signal(int)
    named = Signal(object, str, bool)
    stepped = Signal(object, int, int)
    over = Signal(object)
    _answered = Signal(object, object, object)      # job, result, error
    _advanced = Signal(object, int, int)
    _left = Signal(int)     # number of a job that the worker holds no more
    _drained = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="work")
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="read")
        self._copier = ThreadPoolExecutor(1, thread_name_prefix="copy")
        self._copying: set[Job] = set()
        self._open: set[Job] = set()
        self._held: dict[int, tuple[Job, Callable[..., object]]] = {}
        self._closed = False
        self._then: Callable[[], None] | None = None
        self._drainer: threading.Thread | None = None
        self._writing: set[Job] = set()
        self._told: set[Job] = set()
        self._answered.connect(self._deliver)
        self._advanced.connect(self._show_progress)
        self._left.connect(lambda number: self._held.pop(number, None))
        self._drained.connect(self._finished)

    def run(self, work: Callable[[Step], T], done: Callable[[T], None],
               failed: Callable[[Exception], None] | None = None,
               progress: Callable[[int, int], None] | None = None, words: str = "", stoppable: bool = False,
               stopped: Callable[[], None] | None = None) -> Job:
        """Starts work in the one worker that may write; jobs run in the order they came.

        Args:
            work: gets a Step to tell progress and to notice a cancel.
            done: gets the result, on the GUI thread.
            failed: gets the error; without it, the error reaches the crash dialog.
            progress: gets (done, total).
            words: what is being done, for the bar of the window, where the caller has none.
            stoppable: work looks at its Step and leaves nothing behind when it is cancelled.
            stopped: called when a cancel was in time, so that nothing was kept. Work for which it is given has its
                answer delivered when the cancel came too late.
        """
        job = self._start(self._writer, work, done, failed, progress, stopped)
        self._name(job, words, stoppable)
        self._writing.add(job)
        self.busy.emit(len(self._writing))
        return job

    def read(self, work: Callable[[], T], done: Callable[[T], None],
                failed: Callable[[Exception], None] | None = None, words: str = "") -> Job:
        """Starts a query in the read worker; it never waits for a write.

        Args:
            words: as in run(); a query that is cancelled simply has no answer.
        """
        job = self._start(self._reader, lambda _: work(), done, failed, None)
        self._name(job, words, True)
        return job

    def _name(self, job: Job, words: str, stoppable: bool) -> None:
        if words and job in self._open:
            self._told.add(job)
            self.named.emit(job, words, stoppable)

    def copy(self, work: Callable[[Step], T], done: Callable[[T], None],
                failed: Callable[[Exception], None] | None = None,
                progress: Callable[[int, int], None] | None = None,
                stopped: Callable[[], None] | None = None) -> Job:
        """Starts a backup or another long reading; saves and queries do not wait for it. Closing cancels it."""
        job = self._start(self._copier, work, done, failed, progress, stopped)
        self._copying.add(job)
        return job

    @property
    def is_busy(self) -> bool:
        """Whether any work is under way or waits."""
        return bool(self._open)

    @property
    def closed(self) -> bool:
        """Whether the library behind it is closing, so that nothing may be read any more."""
        return self._closed

    def wait_for_writes(self) -> None:
        """Returns when everything asked of the worker that writes is done. The window stands still so long: only for
        the moment at which the system ends.
        """
        if not self._closed:
            self._writer.submit(lambda: None).result()

    def close(self) -> None:
        """Drops queries and backups, finishes what writes so that nothing saved last is lost; answers nothing."""
        self._drop_the_rest()
        self._drain()
        for job in self._open:
            job.cancel()        # an answer that is still on its way would meet a closed library
        self._held.clear()

    def finish(self, then: Callable[[], None]) -> None:
        """Closes without making the window wait: answers nothing from now on, drops queries that wait.

        Args:
            then: called on the GUI thread once everything that writes has finished; at once when nothing does.
        """
        self._drop_the_rest()
        if not self._open:
            self._drain()       # nothing is under way, so this takes no time
            self._held.clear()
            then()
            return
        self._then = then
        self._drainer = threading.Thread(target=self._drain_and_tell, daemon=True)
        self._drainer.start()

    def _drop_the_rest(self) -> None:
        self._closed = True
        for job in self._copying:
            job.cancel()
        self._copier.shutdown(wait=False, cancel_futures=True)
        self._reader.shutdown(wait=False, cancel_futures=True)
        self._writer.shutdown(wait=False)

    def _drain(self) -> None:
        for worker in (self._copier, self._reader, self._writer):
            worker.shutdown(wait=True)

    def _drain_and_tell(self) -> None:
        self._drain()
        self._drained.emit()

    def _finished(self) -> None:
        if self._drainer is not None:
            self._drainer.join()        # it has said its last word; nobody but it holds a part of us any more
        then, self._then = self._then, None
        self._open.clear()
        self._held.clear()
        if then is not None:
            then()

    def _start(self, worker: ThreadPoolExecutor, work: Callable[[Step], T], done: Callable[[T], None],
                  failed: Callable[[Exception], None] | None, progress: Callable[[int, int], None] | None,
                  stopped: Callable[[], None] | None = None) -> Job:
        job = Job(next(self._numbers), done, failed, progress, stopped)
        if self._closed:
            job.cancel()
            return job
        self._open.add(job)
        self._held[job.number] = job, work
        step = Step(job, self._advanced.emit)

        def body() -> None:
            try:
                if job.cancelled:
                    raise Cancelled
                answer = work(step)
            except Exception as problem:
                self._answered.emit(job, None, problem)
            else:
                self._answered.emit(job, answer, None)

        worker.submit(body)
        worker.submit(self._left.emit, job.number)      # runs when the worker has let go of what came before
        return job

    def _deliver(self, job: Job, answer: object, error: Exception | None) -> None:
        self._open.discard(job)
        self._copying.discard(job)
        if job in self._writing:
            self._writing.discard(job)
            self.busy.emit(len(self._writing))
        if job in self._told:
            self._told.discard(job)
            self.over.emit(job)
        if self._closed:
            return
        if isinstance(error, Cancelled) or (job.cancelled and not (job.keeps and error is None)):
            if job._stopped is not None and _alive(job._stopped):
                job._stopped()
            return
        if error is None:
            if _alive(job._done):
                job._done(answer)
        elif job._failed is None:
            QTimer.singleShot(0, lambda: _raise(error))
        elif _alive(job._failed):
            job._failed(error)

    def _show_progress(self, job: Job, done: int, total: int) -> None:
        if job in self._told and not job.cancelled:
            self.stepped.emit(job, done, total)
        if not job.cancelled and job._progress and _alive(job._progress):
            job._progress(done, total)


def _alive(receiver: Callable[..., object]) -> bool:
    """Whether the QObject that a method or a function inside a method belongs to still exists."""
    owner = getattr(receiver, "__self__", None)
    code, cells = getattr(receiver, "__code__", None), getattr(receiver, "__closure__", None) or ()
    if code is not None and "self" in code.co_freevars:
        owner = cells[code.co_freevars.index("self")].cell_contents
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


def _raise(error: Exception) -> None:
    raise error
