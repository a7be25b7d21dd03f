package dev.mayfly.command;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A list of pull requests for {@code --all-prs} that is not believed. */
class PullRequestListErrorsTest {
  private static final String SHA = "2f22765d04931a078909145ca628d2264c852d7d";
  private static final String GOOD =
      "{\"app\": \"orders\", \"number\": 7, \"headSha\": \""
          + SHA
          + "\", \"repository\": \"acme/primitives\", \"images\": {\"app\": \"sha256:"
          + "ab".repeat(32)
          + "\"}}";

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> refused() {
    return ErrorCase.tests(
        "all-prs",
        temp,
        List.of(
            list("object", 2, GOOD),
            list("no-json", 2, "- a"),
            list("list-of-strings", 2, "[\"7\"]"),
            list("twice", 2, "[" + GOOD + ",\n" + GOOD + "]"),
            list("unknown-app", 2, "[" + GOOD.replace("orders", "order") + "]"),
            list(
                "foreign-repository", 2, "[" + GOOD.replace("acme/primitives", "acme/other") + "]"),
            list("repository-with-dots", 2, "[" + GOOD.replace("acme/primitives", "../..") + "]"),
            list("unknown-field", 2, "[" + GOOD.replace("headSha", "head_sha") + "]"),
            list("number-in-words", 2, "[" + GOOD.replace("7,", "\"seven\",") + "]"),
            list("number-zero", 2, "[" + GOOD.replace("7,", "0,") + "]"),
            list("number-too-large", 2, "[" + GOOD.replace("7,", "2147483648,") + "]"),
            list("number-null", 2, "[" + GOOD.replace("7,", "null,") + "]"),
            list("short-sha", 2, "[" + GOOD.replace(SHA, "2f22765") + "]"),
            list("upper-case-digest", 2, "[" + GOOD.replace("ab", "AB") + "]"),
            list(
                "images-as-list",
                2,
                "[" + GOOD.replaceFirst("\\{\"app\": \"sha256.*?}", "[]") + "]"),
            list("no-digest", 3, "[" + GOOD.replaceFirst("\\{\"app\": \"sha256.*?}", "{}") + "]"),
            list(
                "unknown-image",
                2,
                "[" + GOOD.replace("{\"app\": \"sha256", "{\"web\": \"sha256") + "]"),
            new ErrorCase(
                "no-file", 2, "primitives", s -> s, "render", "preview", "--all-prs", "no.json")));
  }

  private static ErrorCase list(String name, int code, String json) {
    return new ErrorCase(
        name,
        code,
        "primitives",
        s -> s.write("prs.json", json + "\n"),
        "render",
        "preview",
        "--all-prs",
        "prs.json");
  }
}
