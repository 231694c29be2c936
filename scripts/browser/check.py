"""Uses report pages in a browser and says what is wrong with them; see scripts/browser-check."""
import pathlib
import re
import subprocess
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

BROWSER, DMZ, OUT = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]).resolve()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
faults, checks = [], 0


def expect(isGood, what):
    global checks
    checks += 1
    if not isGood:
        faults.append(what)
        print("FAULT:", what)


def opened(context, name):
    """A page, of which every message and request is a fault."""
    page = context.new_page()
    page.on("console", lambda m: expect(False, f"{name}: console: {m.text}"))
    page.on("pageerror", lambda e: expect(False, f"{name}: error: {e}"))
    page.on("dialog", lambda d: (expect(False, f"{name}: a dialog opened"), d.dismiss()))
    page.on("request", lambda r: r.url.startswith("file:") or expect(False, f"{name}: request for {r.url}"))
    page.goto((OUT / f"{name}.html").as_uri())
    page.wait_for_timeout(400)
    return page


def axe(page, name):
    # In a context that passes the page's policy by, as axe is a script of its own.
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    for violation in found.response["violations"]:
        nodes = ", ".join(str(n["target"]) for n in violation["nodes"][:3])
        expect(False, f"{name}: axe: {violation['id']}: {violation['help']} ({nodes})")
    expect(len(found.response["passes"]) > 15, f"{name}: axe passes {len(found.response['passes'])} rules")


def view(page):
    return page.evaluate("({...dmz.view})")


def use(page, name):
    """Every way to move the map, the layers, the days and the findings."""
    frame = page.locator("#frame")
    frame.scroll_into_view_if_needed()
    box = page.locator("#map").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.click("#zoom-in")
    page.wait_for_timeout(60)
    expect(view(page)["k"] > 1.5, f"{name}: the button zooms in")
    page.mouse.move(*middle)
    before = view(page)
    page.mouse.down()
    page.mouse.move(middle[0] - 60, middle[1] - 40, steps=4)
    page.mouse.up()
    expect(view(page)["x"] > before["x"], f"{name}: the mouse pans")
    frame.focus()
    before = view(page)
    page.keyboard.press("ArrowLeft")
    expect(view(page)["x"] < before["x"], f"{name}: an arrow pans")
    page.keyboard.press("+")
    expect(view(page)["k"] > before["k"], f"{name}: plus zooms")
    page.mouse.wheel(0, -200)
    page.wait_for_timeout(60)
    expect(view(page)["k"] > before["k"] * 1.6, f"{name}: the wheel zooms where the map has the focus")
    page.keyboard.press("0")
    expect(view(page)["k"] == 1, f"{name}: 0 shows all")
    page.wait_for_timeout(250)
    if page.locator("#list button").count():
        page.keyboard.press("n")
        page.wait_for_timeout(60)
        first = page.inner_text("#story")
        expect(len(first.split("\n")) > 4, f"{name}: n tells a story")
        page.locator("#list button").first.focus()
        page.wait_for_timeout(60)
        expect(page.locator("#list button[aria-current=true]").count() <= 1, f"{name}: one is current")
        page.keyboard.press("Tab")
        page.wait_for_timeout(60)
        if page.locator("#list button").count() > 1:
            expect(page.inner_text("#story") != first, f"{name}: the next one tabbed to tells another story")
    for layer in page.locator("input[data-layer],input[data-kind]").all():
        isOn = layer.is_checked()
        expect(layer.is_enabled(), f"{name}: a layer can be switched")
        layer.click()
        expect(layer.is_checked() != isOn, f"{name}: a layer is switched")
        page.wait_for_timeout(30)
        layer.click()
    if page.locator("#from").count():
        page.locator("#from").focus()
        words = page.inner_text("#when")
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(60)
        expect(page.inner_text("#when") != words, f"{name}: the slider moves by keyboard")
        page.keyboard.press("Home")


def coordinates(page, name):
    """What stands under the pointer, beside what the program says of the same numbers."""
    page.locator("#frame").scroll_into_view_if_needed()
    box = page.locator("#map").bounding_box()
    for x, y in [(0.2, 0.3), (0.5, 0.5), (0.8, 0.6), (0.33, 0.9)]:
        page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"])
        page.wait_for_timeout(40)
        parts = re.split(r"\s+·\s+", page.inner_text("#readout"))
        latitude, longitude = (float(v) for v in parts[0].split(", "))
        said = subprocess.run([DMZ, "convert", "-", "--to", "mgrs:5"], input=f"lon,lat\n{longitude},{latitude}\n",
                              capture_output=True, text=True).stdout.strip().split("\n")[-1]
        grid = said.split(",")[2]
        if len(parts) > 2 and grid:
            mine = parts[2].replace(" ", "")
            same = mine[:5] == grid[:5] and all(
                abs(int(mine[a:b]) - int(grid[a:b])) <= 1 for a, b in [(5, 10), (10, 15)])
            expect(same, f"{name}: MGRS {mine} and {grid} of {parts[0]}")
        numbers = [float(v.replace(",", ".")) for v in re.findall(r"\d+(?:[.,]\d+)?", parts[1])]
        shown = numbers[0] + numbers[1] / 60 + numbers[2] / 3600
        expect(abs(shown - abs(latitude)) < 0.06 / 3600, f"{name}: {parts[1]} is {latitude}")
    # The projection of the script beside the program's: every told finding where the program drew it.
    far = page.evaluate("""() => {
        let worst = 0;
        const P = JSON.parse(document.getElementById('data').textContent).map;
        for (let i = 0; i < 200; i++) {
            const x = 1000 * Math.random(), y = P.height * Math.random();
            const [a, b] = dmz.unit(...dmz.place(x, y));
            worst = Math.max(worst, Math.hypot(a - x, b - y) * P.scale);
        }
        return worst;
    }""")
    expect(far < 0.01, f"{name}: there and back is {far} m")


def still(browser, name):
    """Without scripts."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = opened(context, name)
    expect(page.locator("noscript p").count() == 1 and page.locator("noscript p").is_visible(),
           f"{name}: without scripts it is said what is missing")
    expect(page.locator("#map .still").first.is_visible() and not page.locator("#list").is_visible(),
           f"{name}: without scripts the map is whole")
    expect(page.locator("table").count() >= 4, f"{name}: without scripts the tables are there")
    page.screenshot(path=OUT / f"{name}-still.png", full_page=True)
    context.close()


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        names = ["demo", "french", "watched", "hostile", "many", "one", "place", "antimeridian", "pole", "forms", "nowhere"]
        for name in names:
            size = (OUT / f"{name}.html").stat().st_size
            print(f"{name}: {size:,} bytes")
            expect(size < 4_000_000, f"{name}: {size} bytes")
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = opened(context, name)
            page.screenshot(path=OUT / f"{name}-1280.png", full_page=True)
            if name != "nowhere":
                use(page, name)
                coordinates(page, name)
            if name in ("demo", "watched", "many", "forms"):
                page.pdf(path=OUT / f"{name}.pdf", format="A4")
                pages = (OUT / f"{name}.pdf").read_bytes().count(b"/Type /Page\n")
                print(f"{name}: {pages} pages of A4")
            context.close()
            phone = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2, has_touch=True,
                                        is_mobile=True)
            page = opened(phone, name)
            width = page.evaluate("document.documentElement.scrollWidth")
            expect(width <= 390, f"{name}: a phone scrolls sideways: {width}")
            page.screenshot(path=OUT / f"{name}-390.png", full_page=True)
            if name == "demo":
                page.locator("#map").scroll_into_view_if_needed()
                box = page.locator("#map").bounding_box()
                page.touchscreen.tap(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.45)
                page.wait_for_timeout(150)
                expect(len(page.inner_text("#story").split("\n")) > 4, "demo: a tap tells a story")
            phone.close()
            for viewport in [{"width": 1280, "height": 900}, {"width": 390, "height": 844}]:
                context = browser.new_context(bypass_csp=True, viewport=viewport)
                page = context.new_page()
                page.goto((OUT / f"{name}.html").as_uri())
                page.wait_for_timeout(300)
                axe(page, f"{name} at {viewport['width']}")
                context.close()
        still(browser, "demo")
        # A click on a mark tells of that mark.
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = opened(context, "one")
        page.locator("#frame").scroll_into_view_if_needed()
        box = page.locator("#map").bounding_box()
        x, y = page.evaluate("dmz.unit(30.1, 50)")
        page.mouse.click(box["x"] + x * box["width"] / 1000, box["y"] + y * box["width"] / 1000)
        page.wait_for_timeout(100)
        story = page.inner_text("#story")
        for words in ["Report r1: record 1", "Finding: apparent breach", "50.000000, 30.100000", "1.23\u00a0km from l",
                      "on the side of a", "By rule none (para 1)", "18.77\u00a0km", "Certainly in: near"]:
            expect(words in story, f"one: the story says {words!r}: {story!r}")
        context.close()
        # What explain tells, and areas in their own form.
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = opened(context, "forms")
        for words, key in [("Nearest place on l (version 1)", "f0"), ("Nearest place on l (version 2)", "f9"),
                           ("Rules", "polygon"), ("Uncertain by", "f3")]:
            page.locator("#list button", has_text=key).first.click()
            page.wait_for_timeout(100)
            story = page.inner_text("#story")
            expect(words in story, f"forms: the story of {key} says {words!r}: {story!r}")
        page.locator("input[data-layer=footprints]").check()
        page.wait_for_timeout(200)
        page.screenshot(path=OUT / "forms-areas.png", full_page=True)
        context.close()
        browser.close()
    print(f"{checks} checks, {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
