//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
package tests.report;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless Chromium with one tab, driven over the Chrome DevTools Protocol. Every name resolves
 * to nothing, so that a page which needs the network fails.
 */
public final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final long PATIENCE_SEC = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> incoming = new LinkedBlockingQueue<>();
  private final List<JsonNode> events = new ArrayList<>();
  private String session = "";
  private int lastId;

  /**
   * Starts the Chromium on the PATH. Without one the test is skipped, or fails where the
   * environment variable CI is {@code true}: nobody reads what a green build skipped.
   */
  public static Browser start() throws IOException {
    Optional<Path> found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      String sentence = "no Chromium on PATH (Debian: apt install chromium)";
      return "true".equals(System.getenv("CI")) ? fail(sentence) : abort(sentence);
    }
    return new Browser(found.get());
  }

  private Browser(Path binary) throws IOException {
    profile = Files.createTempDirectory("chromium-profile");
    process =
        new ProcessBuilder(
                binary.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile,
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                "--remote-debugging-port=0",
                "about:blank")
            .redirectErrorStream(true)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address(process.inputReader()), new Listener())
            .join();
    JsonNode tab = call("Target.createTarget", Map.of("url", "about:blank"));
    Map<String, Object> attach = Map.of("targetId", tab.get("targetId").asText(), "flatten", true);
    session = call("Target.attachToTarget", attach).get("sessionId").asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Map.of());
    }
  }

  private static URI address(BufferedReader output) throws IOException {
    String prefix = "DevTools listening on ";
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(prefix)) {
        return URI.create(line.substring(prefix.length()).strip());
      }
      said.append(line).append('\n');
    }
    throw new IOException("Chromium did not start: " + said);
  }

  /** Calls a method of the protocol and returns its result. */
  public JsonNode call(String method, Map<String, Object> parameters) throws IOException {
    int id = ++lastId;
    Map<String, Object> message =
        session.isEmpty()
            ? Map.of("id", id, "method", method, "params", parameters)
            : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
    socket.sendText(JSON.writeValueAsString(message), true).join();
    while (true) {
      JsonNode answer = next();
      if (answer.path("id").asInt() == id) {
        if (answer.has("error")) {
          throw new IOException(method + ": " + answer.get("error"));
        }
        return answer.get("result");
      }
      events.add(answer);
    }
  }

  private JsonNode next() throws IOException {
    try {
      JsonNode message = incoming.poll(PATIENCE_SEC, TimeUnit.SECONDS);
      if (message == null) {
        throw new IOException("Chromium said nothing for %d s".formatted(PATIENCE_SEC));
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Opens a page in a window of this size, in CSS pixels, and forgets earlier events. */
  public void open(Path page, int width, int height) throws IOException {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    events.clear();
    call("Page.navigate", Map.of("url", page.toUri().toString()));
  }

  /** The value of a JavaScript expression; waits for a promise. */
  public JsonNode evaluate(String expression) throws IOException {
    JsonNode result =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IOException(expression + ": " + result.get("exceptionDetails"));
    }
    return result.get("result").path("value");
  }

  /** Waits until a JavaScript expression is true. */
  public void await(String expression) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SEC);
    while (!evaluate(expression).asBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("never became true: " + expression);
      }
    }
  }

  /** Addresses requested since the page was opened, its own file aside. */
  public List<String> requests(Path page) {
    return named("Network.requestWillBeSent")
        .map(e -> e.at("/params/request/url").asText())
        .filter(url -> !url.equals(page.toUri().toString()) && !url.startsWith("data:"))
        .toList();
  }

  /** Uncaught exceptions, console calls and log entries since the page was opened. */
  public List<String> complaints() {
    return Stream.of("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")
        .flatMap(this::named)
        .map(JsonNode::toString)
        .toList();
  }

  private Stream<JsonNode> named(String method) {
    return events.stream().filter(e -> e.path("method").asText().equals(method));
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
    } catch (UncheckedIOException stillBeingWritten) {
      // A child process that outlives its parent for a moment; the folder is a temporary one.
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          incoming.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
