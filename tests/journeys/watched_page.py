"""A page of a browser that remembers what went wrong on it, and can be driven by keyboard."""

from pathlib import Path

from django.conf import settings

(AXE,) = Path(settings.BASE_DIR, "tests", "vendor").glob("axe-core-*/axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN_AXE = """
async tags => {
    const found = await axe.run(document, {runOnly: {type: "tag", values: tags}});
    const shown = rule => `${rule.id}: ${rule.nodes.map(node => node.html).join(" | ")}`;
    return {violations: found.violations.map(shown), passes: found.passes.length};
}
"""
FURTHEST_TAB = 120
WAIT = 20_000  # milliseconds
HEIGHT = 900


class WatchedPage:
    """A page of Playwright's, with ``complaints`` that grow as the browser finds fault."""

    def __init__(self, page, screenshots: Path):
        self._page, self._screenshots = page, screenshots
        self.complaints: list[str] = []
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self._complain(f"script: {error}"))

    def __getattr__(self, name):
        return getattr(self._page, name)

    def _on_console(self, message):
        if message.type in {"error", "warning"}:
            self._complain(message.text)

    def _complain(self, words):
        self.complaints.append(f"{self._page.url}: {words}")

    def type(self, words):
        self._page.keyboard.type(words)

    def press(self, *keys):
        for key in keys:
            self._page.keyboard.press(key)

    def tab_to(self, control):
        """Go on with the tab key until ``control`` has the focus."""
        for _ in range(FURTHEST_TAB):
            self.press("Tab")
            if control.evaluate("control => control === document.activeElement"):
                return
        raise AssertionError(f"The tab key never comes to {control}.")

    def wait_until(self, expression, arg=None):
        """Ask ``expression`` in the page again and again until it is true.

        Playwright's own ``wait_for_function`` evaluates text inside the page, which the content
        security policy refuses from the second time on.
        """
        for _ in range(0, WAIT, 50):
            if self._page.evaluate(expression, arg):
                return
            self._page.wait_for_timeout(50)
        raise AssertionError(f"Never true on {self._page.url}: {expression}")

    def widen(self, width):
        self._page.set_viewport_size({"width": width, "height": HEIGHT})

    def shoot(self, name):
        """Write a picture of the whole page to the folder of screenshots."""
        width = self._page.viewport_size["width"]
        path = self._screenshots / f"{name}-{width}.png"
        self._page.screenshot(path=path, full_page=True)

    def barriers(self):
        """What keeps somebody from using the page, as axe finds it: a rule and where it fails."""
        self._page.evaluate(AXE.read_text())
        found = self._page.evaluate(RUN_AXE, TAGS)
        assert found["passes"] > 0
        return found["violations"]

    def overflow(self):
        """By how many pixels the page is wider than its window."""
        return self._page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
