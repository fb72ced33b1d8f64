"""Takes screenshots of pages of the real site, for a person to look at.

In: addresses on the site. Out: one PNG for each address, width and color scheme.

    python -m tests.screenshots / /states/california/md/ --width 390 --width 1280 --dark --out shots
"""

import threading
from pathlib import Path
from typing import Annotated

import typer

from plugins.building.pages import SiteHandler, SiteServer
from tests.browser import launched

HEIGHT = 844


def take(
    addresses: Annotated[list[str], typer.Argument(help="Such as /states/california/md/.")],
    width: Annotated[list[int] | None, typer.Option(help="Default: 390 and 1280.")] = None,
    dark: Annotated[bool, typer.Option(help="Also in the dark scheme.")] = False,
    full: Annotated[bool, typer.Option(help="The whole page, not the first screen.")] = False,
    script: Annotated[bool, typer.Option("--script/--no-script", help="JavaScript.")] = True,
    out: Annotated[Path, typer.Option(help="The folder for the pictures.")] = Path("screenshots"),
    output: Annotated[Path, typer.Option(help="The built site.")] = Path("output"),
) -> None:
    """Take a screenshot of each page at each width, and print where each picture is."""
    out.mkdir(parents=True, exist_ok=True)
    with SiteServer(0, SiteHandler, output) as server, launched() as browser:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for pixels in width or [390, 1280]:
            for scheme in ["light", "dark"] if dark else ["light"]:
                context = browser.new_context(
                    viewport={"width": pixels, "height": HEIGHT},
                    color_scheme="dark" if scheme == "dark" else "light",
                    java_script_enabled=script,
                )
                page = context.new_page()
                for address in addresses:
                    page.goto(server.address + address)
                    name = address.strip("/").replace("/", "-") or "home"
                    picture = out / f"{name}-{pixels}-{scheme}.png"
                    page.screenshot(path=picture, full_page=full)
                    typer.echo(picture)
                context.close()
        server.shutdown()


if __name__ == "__main__":
    typer.run(take)
