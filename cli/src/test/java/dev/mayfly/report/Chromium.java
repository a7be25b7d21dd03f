package dev.mayfly.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;

/** A real browser without a window; tests that need one are skipped where there is none. */
final class Chromium {
  private static final long SECONDS = 60;
  private final Path program;
  private final Path folder;

  private Chromium(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  static Chromium in(Path folder) {
    Path program =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(name ->
                Stream.of(System.getenv("PATH").split(":"))
                    .map(directory -> Path.of(directory, name)))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    Assumptions.assumeTrue(
        program != null, "Chromium is not on PATH; cli/packaging/test-servers.sh installs it");
    return new Chromium(program, folder);
  }

  /**
   * A page as it was once its scripts had run.
   *
   * @param messages what the page wrote to the console, violations of its policy among it
   */
  record Shown(String document, List<String> messages) {}

  Shown open(String url, String... options) throws Exception {
    List<String> more = new ArrayList<>(List.of(options));
    more.addAll(List.of("--dump-dom", url));
    String said = run(more);
    return new Shown(
        Files.readString(folder.resolve("out")),
        said.lines().filter(line -> line.contains("CONSOLE")).toList());
  }

  BufferedImage picture(String url, String... options) throws Exception {
    Path file = folder.resolve("page.png");
    List<String> more = new ArrayList<>(List.of(options));
    more.addAll(List.of("--window-size=1300,900", "--screenshot=" + file, url));
    run(more);
    return ImageIO.read(file.toFile());
  }

  /** What it says of itself; a browser that hangs ends. */
  private String run(List<String> more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-extensions",
                "--enable-logging=stderr",
                "--virtual-time-budget=2000",
                "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(more);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IOException("Chromium did not end in " + SECONDS + " seconds");
    }
    String said =
        new String(Files.readAllBytes(folder.resolve("err")), StandardCharsets.ISO_8859_1);
    if (process.exitValue() != 0) {
      throw new IOException("Chromium ended with " + process.exitValue() + ": " + said);
    }
    return said;
  }
}
