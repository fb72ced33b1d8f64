"""Finds shortcodes in Markdown, {{ name words | text }}, and puts their answers in their place.

In: the lines of one file. Out: the lines with the answers in them, kept from all further Markdown;
and problems, each with its line and the nearest valid word.
"""

from __future__ import annotations

import re
from html import escape

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from plugins.requirements.problems import Problem, did_you_mean

from .answers import SHORTCODES
from .asking import Ask, Library, Mistake, Page

_SHORTCODE = re.compile(r"\{\{(.*?)\}\}")
# After Markdown has tidied white space, which removes the marks that we leave, and before it takes
# off the head of the file, which would move every line.
PRIORITY = 28


class ShortcodeExtension(Extension):
    """Shortcodes for one conversion of one file."""

    def __init__(self, library: Library, page: Page, file: str) -> None:
        super().__init__()
        self.library, self.page, self.file = library, page, file
        self.problems: list[Problem] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Markdown's
        """Add our step to a converter."""
        md.preprocessors.register(_Answering(md, self), "shortcodes", PRIORITY)

    def answer(self, asked: str) -> str:
        """The HTML for what stands between the braces; raises Mistake."""
        words, _, text = asked.partition("|")
        name, *arguments = words.split() or [""]
        shortcode = SHORTCODES.get(name)
        if shortcode is None:
            raise Mistake(f"there is no shortcode '{name}'", did_you_mean(name, SHORTCODES))
        if not shortcode.least <= len(arguments) <= shortcode.most:
            raise Mistake(f"'{name}' takes other words", f"write {{{{ {shortcode.usage} }}}}")
        if text.strip() and "|" not in shortcode.usage:
            raise Mistake(f"'{name}' takes no text after a bar", "remove it")
        ask = Ask(self.library, self.page, tuple(arguments), text.strip())
        return shortcode.write(ask)

    def complain(self, line: int, column: int, message: str, hint: str = "") -> None:
        """Note a problem."""
        self.problems.append(Problem(self.file, line, column, "", message, hint))


class _Answering(Preprocessor):
    def __init__(self, md: Markdown, extension: ShortcodeExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        head = True
        answered = []
        for number, line in enumerate(lines, 1):
            head = head and bool(line.strip())
            if head and "{{" in line:
                message = "a shortcode cannot stand in the head of a file"
                self._extension.complain(number, line.index("{{") + 1, message, "say it below")
            answered.append(line if head else self._line(number, line))
        return answered

    def _line(self, number: int, line: str) -> str:
        def answer(match: re.Match[str]) -> str:
            try:
                html = self._extension.answer(match[1])
            except Mistake as mistake:
                self._extension.complain(number, match.start() + 1, mistake.message, mistake.hint)
                html = escape(match[0])
            return self.md.htmlStash.store(html)

        text = _SHORTCODE.sub(answer, line)
        for brace in ("{{", "}}"):
            if brace in text:
                message = f"{brace} without its other half on this line"
                self._extension.complain(number, line.index(brace) + 1, message)
        return text
