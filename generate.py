"""The command line: each command parses its options and hands over to the module that does it.

Run it from anywhere: `.venv/bin/python generate.py --help`. Imports are inside the commands, so
that each starts as fast as what it needs.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

ROOT = Path(__file__).resolve().parent

app = typer.Typer(
    help="Build, serve and check CME Atlas.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Format(StrEnum):
    """How `check` reports: for a terminal, as annotations of a pull request, for a program."""

    text = "text"
    github = "github"
    json = "json"


Settings = Annotated[Path, typer.Option(help="Pelican's settings file.")]
Output = Annotated[Path, typer.Option(help="The folder for the site; replaced as a whole.")]


@app.command()
def build(settings: Settings = ROOT / "pelicanconf.py", output: Output = ROOT / "output") -> None:
    """Build the whole site; if anything is wrong, say what and keep the last good one."""
    from plugins.building.site import build_command

    build_command(settings, output)


@app.command()
def serve(
    settings: Settings = ROOT / "pelicanconf.py",
    output: Output = ROOT / "output",
    port: Annotated[int | None, typer.Option(help="Default: 8000, or the next free one.")] = None,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the site in a browser.")
    ] = True,
) -> None:
    """Build the site, serve it on this machine, and rebuild whenever a file changes."""
    from plugins.building.serve import serve_command

    serve_command(settings, output, port=port, open_browser=open_browser)


@app.command()
def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders; default: all data.")
    ] = None,
    output_format: Annotated[Format, typer.Option("--format", help="How to report.")] = Format.text,
) -> None:
    """Check the requirement data and list every mistake with its file, line and column."""
    from plugins.requirements.commands import check_command

    check_command(paths or [], output_format.value)


@app.command()
def evaluate(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Case files or folders; default: all cases.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the reports as JSON.")] = False,
) -> None:
    """Run worked examples of the law on the calculator's engine and explain each verdict."""
    from plugins.calculator.terminal import evaluate_command

    evaluate_command(paths or [ROOT / "tests" / "cases"], as_json=as_json)


@app.command()
def search(
    query: Annotated[list[str], typer.Argument(help="Such as: texas np opioids.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Search the licenses, states, professions and topics as the site does."""
    from plugins.search.command import search_command

    search_command(" ".join(query), ROOT, as_json=as_json)


@app.command()
def pack(
    licenses: Annotated[str, typer.Option(help="Such as ca-md,ca-rn; or ca for all five.")] = "",
    policy: Annotated[
        Path | None, typer.Option(help="A hospital's own policy, in YAML; see docs/embedding.md.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(help="Default: cme-calculator.html, with a .zip beside it; .js: the policy."),
    ] = None,
) -> None:
    """Pack the calculator into one HTML file that needs no network, and a zip for a web server."""
    from plugins.calculator.embed.command import pack_command

    pack_command(licenses, policy, output)


@app.command()
def stats(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="List the texts that a calculator cannot use.")
    ] = False,
) -> None:
    """Count the licenses, their duties and their sources, and how sure we are of them."""
    from plugins.requirements.stats import stats_command

    stats_command(as_json, verbose)


@app.command()
def schema(
    only_check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail if a schema is not in step.")
    ] = False,
) -> None:
    """Write the JSON Schemas that help editors, from the models and the vocabulary."""
    from plugins.requirements.schema import schema_command

    schema_command(only_check)


if __name__ == "__main__":
    app()
