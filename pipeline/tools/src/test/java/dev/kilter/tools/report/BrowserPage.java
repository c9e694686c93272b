package dev.kilter.tools.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** One page in the browser: a person's hands and eyes. */
final class BrowserPage {
  private static final int SHIFT = 8;
  private static final String DRAWN =
      "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))";

  private final DevTools tools;
  private final String session;

  private BrowserPage(DevTools tools, String session) {
    this.tools = tools;
    this.session = session;
  }

  static BrowserPage open(DevTools tools, String session, String address) {
    BrowserPage page = new BrowserPage(tools, session);
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      page.call(domain + ".enable");
    }
    page.call(
        "Emulation.setDeviceMetricsOverride",
        "width",
        1400,
        "height",
        1400,
        "deviceScaleFactor",
        1,
        "mobile",
        false);
    page.colours("light");
    page.call("Page.navigate", "url", address);
    page.evaluate(
        "new Promise(done => document.readyState === 'complete' ? done(0)"
            + " : addEventListener('load', () => done(0)))");
    page.evaluate(DRAWN);
    return page;
  }

  /** The colours that the system asks for: light or dark. */
  void colours(String scheme) {
    call(
        "Emulation.setEmulatedMedia",
        "features",
        List.of(Map.of("name", "prefers-color-scheme", "value", scheme)));
    evaluate(DRAWN);
  }

  JsonNode call(String method, Object... parameters) {
    return tools.call(session, method, parameters);
  }

  /** The value of an expression, when its promise is kept. */
  JsonNode evaluate(String expression) {
    JsonNode result =
        call(
            "Runtime.evaluate",
            "expression",
            expression,
            "awaitPromise",
            true,
            "returnByValue",
            true);
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
    }
    return result.get("result").path("value");
  }

  /** The text of the first element that a selector finds. */
  String text(String selector) {
    return evaluate("document.querySelector(" + quoted(selector) + ").innerText").asText();
  }

  /** The number that is shown for a line under the pointer. */
  double number(String line) {
    return Double.parseDouble(text("[data-value=\"" + line + "\"]"));
  }

  /** A time in the part of an address behind #. */
  static long instant(String hash, String name) {
    return Instant.parse(hash.replaceAll(".*" + name + "=([^&]*).*", "$1")).toEpochMilli();
  }

  String hash() {
    return evaluate("decodeURIComponent(location.hash)").asText();
  }

  /** Where an element is on the page. */
  Box box(String selector) {
    return boxOf("document.querySelector(" + quoted(selector) + ")");
  }

  /** Where the element of a script expression is. */
  Box boxOf(String expression) {
    JsonNode box =
        evaluate(
            "(({x, y, width, height}) => ({x, y, width, height}))(("
                + expression
                + ").getBoundingClientRect())");
    return new Box(
        box.get("x").asDouble(),
        box.get("y").asDouble(),
        box.get("width").asDouble(),
        box.get("height").asDouble());
  }

  void move(double x, double y) {
    mouse("mouseMoved", x, y, 0, 0);
    evaluate(DRAWN);
  }

  void click(Box box) {
    press(box.x() + box.width() / 2, box.y() + box.height() / 2, 1);
    evaluate(DRAWN);
  }

  void doubleClick(Box box) {
    double x = box.x() + box.width() / 2;
    double y = box.y() + box.height() / 2;
    press(x, y, 1);
    press(x, y, 2);
    evaluate(DRAWN);
  }

  /** Drags along the middle of a box, between two shares of its width. */
  void drag(Box box, double from, double to, boolean shift) {
    double y = box.y() + box.height() / 2;
    int keys = shift ? SHIFT : 0;
    mouse("mouseMoved", box.at(from), y, 0, keys);
    mouse("mousePressed", box.at(from), y, 1, keys);
    for (int step = 1; step <= 10; step++) {
      mouse("mouseMoved", box.at(from + (to - from) * step / 10), y, 1, keys);
    }
    mouse("mouseReleased", box.at(to), y, 1, keys);
    evaluate(DRAWN);
  }

  private void press(double x, double y, int count) {
    mouse("mouseMoved", x, y, 0, 0);
    mouse("mousePressed", x, y, count, 0);
    mouse("mouseReleased", x, y, count, 0);
  }

  private void mouse(String type, double x, double y, int clicks, int keys) {
    call(
        "Input.dispatchMouseEvent",
        "type",
        type,
        "x",
        x,
        "y",
        y,
        "button",
        clicks > 0 ? "left" : "none",
        "buttons",
        clicks > 0 ? 1 : 0,
        "clickCount",
        clicks,
        "modifiers",
        keys);
  }

  BufferedImage screenshot() throws IOException {
    String png = call("Page.captureScreenshot", "format", "png").get("data").asText();
    return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
  }

  /** What went wrong in the page: exceptions, and what its policy has refused. */
  List<String> complaints() {
    return Stream.of("Runtime.exceptionThrown", "Log.entryAdded")
        .flatMap(method -> tools.events(session, method).stream())
        .map(JsonNode::toString)
        .toList();
  }

  /** What the page has asked for, itself included. */
  List<String> requests() {
    return tools.events(session, "Network.requestWillBeSent").stream()
        .map(event -> event.path("request").path("url").asText())
        .toList();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "\\'") + "'";
  }

  /** A rectangle in pixels of the page. */
  record Box(double x, double y, double width, double height) {
    /** The place at a share of the width. */
    double at(double share) {
      return x + share * width;
    }

    /** The stretch between two shares of the width. */
    Box part(double from, double to) {
      return new Box(at(from), y, (to - from) * width, height);
    }
  }
}
