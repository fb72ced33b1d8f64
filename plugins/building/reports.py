"""What went wrong in a build, in words for the person who has to mend it.

In: exceptions, and the records that Pelican logs. Out: text that names a file and a line where
one is known. A mistake in data, content or a template never shows a traceback; a mistake in our
own Python does, because there the traceback is what its author needs.
"""

import logging
import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError
from pelican.log import LimitFilter

from plugins.requirements.problems import DataError


class BuildFailed(Exception):
    """A build that made no site; its text is the report to show."""


class ProblemLog(logging.Handler):
    """Collects all that Pelican warns of, so that a build reports everything at once.

    Pelican's own `--fatal` stops at the first warning and says no more than that there was one.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(logging.WARNING)
        self.root = root
        self.problems: list[str] = []

    def __enter__(self) -> "ProblemLog":
        # Pelican drops a message that it has seen before, for the life of the process: a second
        # build in one process would then pass over the mistake that failed the first.
        LimitFilter._raised_messages.clear()
        LimitFilter._group_count.clear()
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning or error, with its cause where it has one."""
        text = record.getMessage()
        cause = record.exc_info[1] if record.exc_info else None
        if cause is not None:
            text += "\n" + describe(cause, self.root)
        self.problems.append(text)


def describe(error: BaseException, root: Path) -> str:
    """Say what went wrong, in the form that helps whoever made the mistake."""
    if isinstance(error, DataError):
        return str(error)  # the data's checks write complete reports themselves
    if isinstance(error, TemplateSyntaxError):
        place = Path(error.filename) if error.filename else Path(error.name or "a template")
        return f"{_short(place, root)}:{error.lineno}: {error.message}"
    if isinstance(error, TemplateError):
        return f"{_template_line(error, root)}{error.message or type(error).__name__}"
    if _raised_in(error, "pelican/settings.py"):
        return f"Pelican's settings: {error}"
    if isinstance(error, OSError) and error.filename:
        return f"{_short(Path(str(error.filename)), root)}: {error.strerror}"
    return "".join(traceback.format_exception(error)).rstrip()


def _template_line(error: TemplateError, root: Path) -> str:
    """The place in a template that raised: Jinja writes it into the traceback."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith((".html", ".xml", ".txt")):
            return f"{_short(Path(frame.filename), root)}:{frame.lineno}: "
    return ""


def _raised_in(error: BaseException, module: str) -> bool:
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and Path(frames[-1].filename).as_posix().endswith(module)


def _short(path: Path, root: Path) -> Path:
    return path.relative_to(root) if path.is_relative_to(root) else path
