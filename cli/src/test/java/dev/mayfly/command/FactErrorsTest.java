package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts of a pull request that are not believed: from an event file and by hand. */
class FactErrorsTest {
  private static final String EVENT = "pull-request.json";
  private static final String SHA = "2f22765d04931a078909145ca628d2264c852d7d";
  private static final String DIGEST = "sha256:" + "0".repeat(64);

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> event() {
    return ErrorCase.tests(
        "event",
        temp,
        List.of(
            number("zero", "0"),
            number("negative", "-1"),
            number("two-to-the-63rd", "9223372036854775808"),
            number("one-too-large", "2147483648"),
            number("leading-zeros", "007"),
            number("string", "\"128\""),
            number("fraction", "128.0"),
            number("exponent", "1e3"),
            number("null", "null"),
            number("list", "[128]"),
            event(
                "two-numbers",
                s ->
                    s.edit(
                        EVENT,
                        "\"action\": \"opened\",\n  \"number\": 128",
                        "\"action\": \"opened\",\n  \"number\": 129")),
            event("number-twice", s -> s.edit(EVENT, "\"state\": \"open\"", "\"number\": 129")),
            event("short-sha", s -> s.edit(EVENT, SHA, "2f22765")),
            event("upper-case-sha", s -> s.edit(EVENT, SHA, SHA.toUpperCase(Locale.ROOT))),
            event("sha-as-number", s -> s.edit(EVENT, "\"" + SHA + "\"", "12")),
            event("no-sha", s -> s.edit(EVENT, "      \"sha\": \"" + SHA + "\",\n", "")),
            foreign(
                "repository-of-nobody",
                s -> s.write(EVENT, s.read(EVENT).replace("acme/primitives", "acme/other"))),
            event("no-pull-request", s -> s.write(EVENT, "{\"action\": \"opened\"}\n")),
            event("list", s -> s.write(EVENT, "[]\n")),
            event("no-json", s -> s.write(EVENT, "action: opened\n")),
            event("empty", s -> s.write(EVENT, "")),
            event("cut-off", s -> s.write(EVENT, s.read(EVENT).substring(0, 300))),
            event("deep", s -> s.write(EVENT, "[".repeat(100_000))),
            event("five-megabytes", s -> s.write(EVENT, "\"" + "a".repeat(5 << 20) + "\"")),
            event("byte-order-mark", s -> s.write(EVENT, "\uFEFF" + s.read(EVENT))),
            new ErrorCase(
                "no-file", 2, "primitives", s -> s, "render", "preview", "--event", "no.json")));
  }

  @TestFactory
  Stream<DynamicTest> byHand() {
    return ErrorCase.tests(
        "by-hand",
        temp,
        List.of(
            byHand("zero", 2, "--pr", "0", "--sha", SHA),
            byHand("negative", 2, "--pr=-1", "--sha", SHA),
            byHand("two-to-the-63rd", 2, "--pr", "9223372036854775808", "--sha", SHA),
            byHand("leading-zeros", 2, "--pr", "007", "--sha", SHA),
            byHand("plus-sign", 2, "--pr", "+7", "--sha", SHA),
            byHand("other-digits", 2, "--pr", "\u0667", "--sha", SHA),
            byHand("terminal-escape", 2, "--pr", "\u001b[2J7", "--sha", "\u202e"),
            byHand("short-sha", 2, "--pr", "7", "--sha", "2f22765"),
            byHand("upper-case-sha", 2, "--pr", "7", "--sha", "A".repeat(40)),
            byHand("no-sha", 2, "--pr", "7"),
            byHand("no-number", 2, "--sha", SHA),
            byHand(
                "repository-without-owner",
                2,
                "--pr",
                "7",
                "--sha",
                SHA,
                "--repository",
                "primitives"),
            byHand(
                "foreign-repository", 5, "--pr", "7", "--sha", SHA, "--repository", "acme/other"),
            byHand(
                "foreign-repository-of-an-app",
                5,
                "--app",
                "orders",
                "--pr",
                "7",
                "--sha",
                SHA,
                "--repository",
                "acme/other"),
            byHand("unknown-app", 2, "--app", "order", "--pr", "7", "--sha", SHA),
            byHand("nothing", 2),
            byHand("event-and-number", 2, "--event", EVENT, "--pr", "7", "--sha", SHA),
            byHand(
                "backup-of-an-app-that-takes-none", 2, "--pr", "7", "--sha", SHA, "--backup", "a"),
            backup("no-backup"),
            backup("backup-that-is-no-name", "--backup", "a: b")));
  }

  /** Hex digits that other tools take for a number stay a string. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567890123456789012345678901234567890",
        "1e39000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000"
      })
  void shaThatLooksLikeANumber(String sha) {
    Scenario scenario =
        Scenario.of("primitives", temp.resolve("sha"))
            .rendered("render", "preview", "--pr", "7", "--sha", sha, "--image", "app@" + DIGEST);
    assertThat(scenario.read("out/previews/orders/pr-7/preview.yaml"))
        .contains("    number: \"7\"\n    headSha: \"" + sha + "\"\n");
  }

  private static ErrorCase number(String name, String number) {
    return event(
        "number-" + name,
        s -> s.write(EVENT, s.read(EVENT).replace("\"number\": 128", "\"number\": " + number)));
  }

  private static ErrorCase event(String name, UnaryOperator<Scenario> edit) {
    return new ErrorCase(
        name, 2, "primitives", edit, "render", "preview", "--event", EVENT, "--source", "source");
  }

  private static ErrorCase foreign(String name, UnaryOperator<Scenario> edit) {
    return new ErrorCase(name, 5, "primitives", edit, event(name, edit).args());
  }

  private static ErrorCase backup(String name, String... options) {
    String[] facts =
        Stream.concat(
                Stream.of("--pr", "7", "--sha", SHA, "--image", "app@" + DIGEST),
                Stream.of(options))
            .toArray(String[]::new);
    return new ErrorCase(
        name,
        options.length == 0 ? ExitCode.RENDERING : ExitCode.CONFIGURATION,
        "monolith-overlay",
        s -> s.edit("from: on-demand", "from: latest"),
        byHand(name, 2, facts).args());
  }

  private static ErrorCase byHand(String name, int code, String... facts) {
    String[] args =
        Stream.concat(Stream.of("render", "preview"), Stream.of(facts)).toArray(String[]::new);
    return new ErrorCase(name, code, "primitives", s -> s, args);
  }
}
