package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of writing, and what lies beside what is written. */
class OutputErrorsTest {
  private static final String PREVIEW = "out/previews/orders/pr-128";

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> refused() {
    return ErrorCase.tests(
        "output",
        temp,
        List.of(
            event(
                "folder-that-is-a-link",
                3,
                s -> s.write("elsewhere/a", "").link("out/previews", "../elsewhere")),
            event(
                "app-folder-that-is-a-link",
                3,
                s -> s.write("elsewhere/a", "").link("out/previews/orders", "../../elsewhere")),
            event(
                "file-that-is-a-link",
                3,
                s ->
                    s.write("elsewhere", "")
                        .link(PREVIEW + "/preview.yaml", "../../../../elsewhere")),
            event("link-to-nothing", 3, s -> s.link(PREVIEW + "/preview.yaml", "nowhere")),
            event(
                "file-where-a-folder-should-be", 3, s -> s.write("out/previews/orders", "mine\n")),
            event(
                "folder-where-a-file-should-be",
                3,
                s -> s.write(PREVIEW + "/preview.yaml/mine", "")),
            event("output-that-is-a-file", 3, s -> s.write("out", "mine\n")),
            new ErrorCase(
                "no-platform",
                2,
                "primitives",
                OutputErrorsTest::withoutPlatform,
                "render",
                "platform"),
            new ErrorCase(
                "no-such-config",
                2,
                "primitives",
                s -> s,
                "render",
                "platform",
                "--config",
                "other.yaml"),
            new ErrorCase(
                "config-that-is-a-folder",
                2,
                "primitives",
                s -> s,
                "render",
                "platform",
                "--config",
                "source"),
            new ErrorCase(
                "unknown-format", 2, "primitives", s -> s, "render", "platform", "-o", "toml")));
  }

  @Test
  void foreignFilesAreLeftAlone() {
    Scenario scenario =
        Scenario.of("primitives", temp.resolve("foreign"))
            .write("out/README.md", "mine\n")
            .write(PREVIEW + "/notes.txt", "mine\n")
            .write("out/previews/orders/pr-7/preview.yaml", "theirs\n")
            .rendered("render", "preview", "--event", "pull-request.json", "--source", "source");
    assertThat(scenario.read("out/README.md")).isEqualTo("mine\n");
    assertThat(scenario.read(PREVIEW + "/notes.txt")).isEqualTo("mine\n");
    assertThat(scenario.read("out/previews/orders/pr-7/preview.yaml")).isEqualTo("theirs\n");
  }

  @Test
  void filesThatAreRightAreNotTouched() throws IOException {
    Scenario scenario = Scenario.of("primitives", temp.resolve("again"));
    String[] args = {
      "render", "preview", "--event", "pull-request.json", "--source", "source", "--out", "out"
    };
    assertThat(scenario.run(args).err()).endsWith("20 files in out, 20 written\n");
    Path quota = scenario.folder().resolve(PREVIEW + "/resource-quota.yaml");
    Path route = scenario.folder().resolve(PREVIEW + "/http-route.yaml");
    FileTime old = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(quota, old);
    Files.writeString(route, "edited by hand\n");
    assertThat(scenario.run(args).err()).endsWith("20 files in out, 1 written\n");
    assertThat(Files.getLastModifiedTime(quota)).isEqualTo(old);
    assertThat(route).content().startsWith("apiVersion: gateway.networking.k8s.io/v1\n");
  }

  @Test
  void outputFolderItselfMayBeALink() {
    Scenario scenario =
        Scenario.of("primitives", temp.resolve("link"))
            .write("elsewhere/README.md", "mine\n")
            .link("out", "elsewhere")
            .rendered("render", "platform");
    assertThat(scenario.read("elsewhere/platform/kustomization.yaml")).contains("app-project.yaml");
  }

  private static Scenario withoutPlatform(Scenario scenario) {
    try {
      Files.delete(scenario.folder().resolve("mayfly.yaml"));
      Files.createDirectories(scenario.folder().resolve(".git"));
      return scenario;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ErrorCase event(String name, int code, UnaryOperator<Scenario> edit) {
    return new ErrorCase(
        name,
        code,
        "primitives",
        edit,
        "render",
        "preview",
        "--event",
        "pull-request.json",
        "--source",
        "source");
  }
}
