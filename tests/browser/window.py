"""A real browser, and what it is asked."""

import base64
import json
import os
import shutil
from pathlib import Path
from typing import Any, Final

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

ROOT: Final = Path(__file__).parents[2]
AXE: Final = ROOT / ".venv" / "node_modules" / "axe-core" / "axe.min.js"
PICTURES: Final = ROOT / "out" / "pictures"
_SWITCHES: Final = (
    "--headless=new",
    "--no-sandbox",  # CI runs as root in a box of its own
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--hide-scrollbars",
    "--disable-component-update",
    "--disable-background-networking",
)


def needed(what: str, found: str | Path | None) -> str:
    """Return where a tool is; without it a test is skipped, but never in CI."""
    if found is not None and Path(found).exists():
        return str(found)
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing; .ci/run installs it")
    pytest.skip(f"{what} is missing; .ci/run shows how to install it")


class Window:
    """A browser window on pages of this machine."""

    def __init__(self) -> None:
        driver = needed("chromedriver", shutil.which("chromedriver"))
        options = webdriver.ChromeOptions()
        options.binary_location = needed("chromium", shutil.which("chromium"))
        for switch in _SWITCHES:
            options.add_argument(switch)
        wanted = {"browser": "ALL", "performance": "ALL"}
        options.set_capability("goog:loggingPrefs", wanted)
        self.driver = webdriver.Chrome(options=options, service=Service(driver))
        self.driver.set_script_timeout(120)

    def close(self) -> None:
        self.driver.quit()

    def open(self, path: Path, *, width: int = 1280, dark: bool = False) -> None:
        """Open a page anew; what was logged of the one before is forgotten."""
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self._ask("Emulation.setDeviceMetricsOverride", size)
        self.emulate(dark=dark)
        self.driver.get("about:blank")
        self.errors()
        self.requests()
        self.driver.get(path.as_uri())

    def emulate(self, *, dark: bool = False, media: str = "") -> None:
        """Prefer a scheme, or print."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._ask("Emulation.setEmulatedMedia", {"media": media, "features": [scheme]})

    def _ask(self, what: str, how: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever it answers
        return self.driver.execute_cdp_cmd(what, how)

    def mouse(self, what: str, x: float, y: float) -> None:
        """Move, press or release the mouse at a place of the window."""
        how = {"type": f"mouse{what}", "x": x, "y": y, "button": "left"}
        buttons = 0 if what == "Released" else 1
        self._ask(
            "Input.dispatchMouseEvent", {**how, "buttons": buttons, "clickCount": 1}
        )

    def _log(self, name: str) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = self.driver.get_log(name)  # type: ignore[no-untyped-call]
        return entries

    def errors(self) -> list[str]:
        """Return what the console complained of since the last time."""
        return [entry["message"] for entry in self._log("browser")]

    def requests(self) -> list[str]:
        """Return the addresses asked for since the last time."""
        events = [
            json.loads(entry["message"])["message"]
            for entry in self._log("performance")
        ]
        return [
            event["params"]["request"]["url"]
            for event in events
            if event["method"] == "Network.requestWillBeSent"
        ]

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401 - whatever it returns
        """Run a script in the page and return what it returns."""
        return self.driver.execute_script(script, *arguments)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def count(self, selector: str) -> int:
        found = self.run(
            "return document.querySelectorAll(arguments[0]).length", selector
        )
        assert isinstance(found, int)
        return found

    def text(self, selector: str) -> str:
        found = self.run(
            "return document.querySelector(arguments[0]).textContent", selector
        )
        return str(found)

    def picture(self, name: str, *, height: int = 9000) -> bytes:
        """Keep a picture of the page for a person to look at."""
        whole = self.run("return document.documentElement.scrollHeight")
        clip = {"x": 0, "y": 0, "width": self.width, "height": min(whole, height)}
        how = {"captureBeyondViewport": True, "clip": {**clip, "scale": 1}}
        data = base64.b64decode(self._ask("Page.captureScreenshot", how)["data"])
        PICTURES.mkdir(parents=True, exist_ok=True)
        (PICTURES / f"{name}.png").write_bytes(data)
        return data

    @property
    def width(self) -> int:
        return int(self.run("return innerWidth"))

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than the window."""
        return int(self.run("return document.documentElement.scrollWidth - innerWidth"))

    def violations(self) -> list[str]:
        """Ask axe-core for what keeps people from using the page."""
        self.run(Path(needed("axe-core", AXE)).read_text("utf-8"))
        found = self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run({resultTypes: ['violations']}).then((r) => done(r.violations));"
        )
        return [
            f"{violation['id']}: {node['target']} {node.get('failureSummary', '')}"
            for violation in found
            for node in violation["nodes"][:5]
        ]
