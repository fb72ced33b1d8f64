"""A warm process that builds again and again, so that a change is on screen quickly.

In: requests over a pipe, for the site or for a few pages of it. Out: for each what was made, or
the report of why nothing was. Importing Pelican, Pydantic and
our plugins takes longer than most rebuilds, so one process imports all of it once, and forks for
each build. A build therefore never sees what an earlier one left in memory, and a changed plugin
needs only a new worker.
"""

import gc
import importlib
import multiprocessing
import signal
import tempfile
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from plugins.building.reports import BuildFailed
from plugins.building.site import Built, build, preview, read

Pages = dict[str, bytes]
# `None` asks for the whole site, names of files for those pages.
Request = frozenset[str] | None


class Worker:
    """Builds one site on request, in another process."""

    def __init__(self, settings: Path, output: Path) -> None:
        self._paths = settings, output
        self._start()

    def _start(self) -> None:
        spawn = multiprocessing.get_context("spawn")
        self._pipe, far_end = spawn.Pipe()
        self._process = spawn.Process(target=_answer_requests, args=(far_end, *self._paths))
        self._process.start()
        far_end.close()

    def build(self) -> Built:
        """Build the whole site; raises `BuildFailed`."""
        built = self._ask(None)
        assert isinstance(built, Built)
        return built

    def preview(self, pages: frozenset[str]) -> Pages:
        """Make these pages only, and give their bytes; raises `BuildFailed`."""
        made = self._ask(pages)
        assert isinstance(made, dict)
        return made

    def _ask(self, request: Request) -> Built | Pages:
        try:
            self._pipe.send(request)
            answer: Built | Pages | str = self._pipe.recv()
        except (EOFError, OSError):
            self.restart()
            answer = "The build process ended without a word; the next change starts a new one."
        if isinstance(answer, str):
            raise BuildFailed(answer)
        return answer

    def restart(self) -> None:
        """Import everything anew: needed when Python code has changed."""
        self.stop()
        self._start()

    def stop(self) -> None:
        """End the process; it leaves when its pipe closes, after a build that is under way."""
        self._pipe.close()
        self._process.join()


def _answer_requests(requests: Connection, settings: Path, output: Path) -> None:
    """The worker's life: import, then fork for each request until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which closes the pipe
    _import_everything(settings)
    gc.freeze()  # what is imported stays: no build need look for garbage in it
    fork = multiprocessing.get_context("fork")
    while True:
        try:
            request: Request = requests.recv()
        except EOFError:
            return
        answer, far_end = fork.Pipe(duplex=False)
        process = fork.Process(target=_build_once, args=(far_end, request, settings, output))
        process.start()
        far_end.close()
        try:
            made: Built | Pages | str = answer.recv()
        except EOFError:
            process.join()
            made = f"The build process ended with status {process.exitcode}."
        process.join()
        with suppress(OSError):
            requests.send(made)


def _build_once(answer: Connection, request: Request, settings: Path, output: Path) -> None:
    try:
        answer.send(build(settings, output) if request is None else preview(settings, request))
    except BuildFailed as failure:
        answer.send(str(failure))


def _import_everything(settings: Path) -> None:
    # Whatever fails here fails in the build too, and is reported there.
    with suppress(Exception), tempfile.TemporaryDirectory() as unused:
        for plugin in read(settings.resolve(), Path(unused))["PLUGINS"]:
            importlib.import_module(plugin)
