package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every example yields exactly the tree in {@code golden/}, under the real paths. */
class ExampleGoldenTest {
  @TempDir Path out;

  @TestFactory
  Stream<DynamicTest> everyExampleYieldsItsGolden() {
    return Examples.names().stream().map(name -> DynamicTest.dynamicTest(name, () -> golden(name)));
  }

  @Test
  void everyGoldenTreeHasItsExample() throws IOException {
    Path home = Path.of("golden");
    try (Stream<Path> folders = Files.walk(home, 4)) {
      assertThat(folders.filter(folder -> Files.isDirectory(folder.resolve("platform"))))
          .extracting(folder -> home.relativize(folder).toString())
          .containsExactlyInAnyOrderElementsOf(Examples.names());
    }
  }

  @Test
  void theThreeExamplesOfTheContractAreThere() {
    assertThat(Examples.names()).contains("primitives", "monolith", "monolith-overlay");
  }

  private void golden(String name) throws IOException {
    Path folder = out.resolve(name);
    List<String> args =
        new ArrayList<>(List.of("render", "all", "-C", name, "--out", folder.toString()));
    Path repository = Examples.repository(name);
    args.addAll(List.of("--event", repository.resolve("pull-request.json").toString()));
    args.addAll(List.of("--source", repository.resolve("source").toString()));
    args.addAll(Examples.digests(Examples.HOME.resolve(name)));
    if (Examples.platform(name).contains("revision: v")) {
      args.addAll(List.of("--bundle-revision", "5f2c9a4be1d07c3388a6e9d2b7f04c1150ad9e63"));
    }
    List<String> apps = Examples.apps(name);
    if (!apps.isEmpty()) {
      args.addAll(List.of("--app", apps.getFirst()));
    }
    render(name, args);
    for (String app : apps) {
      args.set(1, "preview");
      args.set(args.size() - 1, app);
      render(name, args);
    }
    GoldenFiles.verifyTree(name, tree(folder));
  }

  private static void render(String name, List<String> args) {
    CommandLineRun run =
        CommandLineRun.of(
            CommandCatalog.all(),
            Examples.images(name),
            Examples.HOME,
            args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).isEmpty();
  }

  private static Map<String, byte[]> tree(Path folder) throws IOException {
    Map<String, byte[]> tree = new TreeMap<>();
    for (String file : new TreeSet<>(GoldenFiles.files(folder))) {
      tree.put(file, Files.readAllBytes(folder.resolve(file)));
    }
    return tree;
  }
}
