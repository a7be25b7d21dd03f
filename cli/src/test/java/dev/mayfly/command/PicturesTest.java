package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.golden.GoldenReporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/pictures/} is what the program prints in a terminal. {@code ./verify
 * --update-goldens} draws the pictures anew.
 */
class PicturesTest {
  private static final Path PICTURES = Path.of("docs/pictures");

  /** Ids of commits depend on the version of the program, which pictures must not. */
  private static final String COMMIT = "(commit(?:ted:)?) [0-9a-f]{7}";

  private static final int ALL = 99;
  @TempDir Path folder;

  @Test
  void everyPictureIsWhatTheProgramPrints() throws IOException {
    Map<String, String> pictures = new TreeMap<>();
    Path examples = Examples.copyTree(Examples.HOME, folder.resolve("examples"));
    pictures.put("lint.svg", picture(folder, 14, 10, "lint", "examples/adopt"));
    pictures.put(
        "simulate.svg",
        picture(
            examples.resolve("simulate"),
            ALL,
            0,
            "simulate",
            "applicationset.yaml",
            "--prs",
            "pull-requests.json",
            "--live",
            "live.json"));
    pictures.put("explain.svg", picture(folder, 33, 1, "explain", "AS014"));
    pictures.put("demo.svg", picture(folder, 1, 35, "demo"));
    pictures.put("diff.svg", picture(changed(), ALL, 0, "diff", "--base", "main"));
    if (GoldenReporter.updating()) {
      Files.createDirectories(PICTURES);
      for (Map.Entry<String, String> picture : pictures.entrySet()) {
        Files.writeString(PICTURES.resolve(picture.getKey()), picture.getValue());
      }
    }
    assertThat(GoldenFiles.files(PICTURES)).containsAll(pictures.keySet());
    for (Map.Entry<String, String> picture : pictures.entrySet()) {
      assertThat(PICTURES.resolve(picture.getKey())).hasContent(picture.getValue());
    }
  }

  /** Every picture is on a page, with words for who does not see it. */
  @Test
  void everyPictureIsShown() {
    String pages = PageBlock.pages().stream().map(PageBlock::read).collect(Collectors.joining());
    for (String picture : GoldenFiles.files(PICTURES)) {
      assertThat(pages).containsPattern("!\\[[^]]{20,}]\\([a-z./]*pictures/" + picture + "\\)");
    }
  }

  /** The contrast that WCAG 2.2 asks of text, success criterion 1.4.3. */
  @Test
  void everyColourReads() {
    List<String> colours = new ArrayList<>(TerminalPicture.COLOURS.values());
    assertThat(colours).hasSize(6);
    for (String colour : colours) {
      double contrast = (light(colour) + 0.05) / (light(TerminalPicture.GROUND) + 0.05);
      assertThat(contrast).as(colour).isGreaterThan(4.5);
    }
  }

  private static double light(String colour) {
    double light = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      light +=
          weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return light;
  }

  /** A platform in Git whose admin lets one more kind in, and more previews. */
  private Path changed() throws IOException {
    DocumentedShell shell = new DocumentedShell(folder);
    Examples.copyTree(Examples.HOME, folder.resolve("mayfly/examples"));
    shell.publishPlatform();
    Path platform = folder.resolve("gitops/mayfly.yaml");
    Files.writeString(
        platform,
        Files.readString(platform)
            .replaceFirst("limit: 5", "limit: 8")
            .replaceFirst(
                "(?m)^( +- )\\{group: apps, kind: Deployment}",
                "$0\n$1{group: apps, kind: StatefulSet}"));
    return folder.resolve("gitops");
  }

  /** The first and the last lines of a run; what is left out between is shown as such. */
  private static String picture(Path directory, int first, int last, String... args) {
    List<String> coloured = new ArrayList<>(List.of(args));
    coloured.addAll(List.of("--color", "always"));
    CommandLineRun run = CommandLineRun.of(directory, coloured.toArray(String[]::new));
    List<String> printed = (run.out() + run.err()).replaceAll(COMMIT, "$1 …").lines().toList();
    String command = "mayfly " + String.join(" ", args);
    List<String> lines = new ArrayList<>(List.of("\u001b[32m$\u001b[0m " + command));
    int rest = printed.size() - last;
    lines.addAll(printed.subList(0, Math.min(first, printed.size())));
    if (first < rest) {
      lines.add("...");
      lines.addAll(printed.subList(rest, printed.size()));
    }
    return TerminalPicture.svg(command, lines);
  }
}
