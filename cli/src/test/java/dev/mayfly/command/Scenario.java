package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.GoldenFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An example that a test has changed, and the command that is run on it. */
final class Scenario {
  /** What an overlay's file is written to; never there after a failure. */
  static final String OUT = "out";

  private final Path folder;

  private Scenario(Path folder) {
    this.folder = folder;
  }

  /** A copy of an example in an empty folder. */
  static Scenario of(String example, Path folder) {
    return new Scenario(Examples.copy(example, folder));
  }

  Path folder() {
    return folder;
  }

  /** Replaces a piece of {@code mayfly.yaml} that stands there once. */
  Scenario edit(String old, String replacement) {
    return edit("mayfly.yaml", old, replacement);
  }

  Scenario edit(String file, String old, String replacement) {
    String text = read(file);
    assertThat(text.split(Pattern.quote(old), -1)).as(old).hasSize(2);
    return write(file, text.replace(old, replacement));
  }

  Scenario write(String file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  Scenario write(String file, byte[] bytes) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Scenario link(String file, String target) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.deleteIfExists(path);
      Files.createSymbolicLink(path, Path.of(target));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without what stands for other repositories. */
  Scenario onlyGitOps() {
    for (String other : new String[] {"source", "bundle", "registry"}) {
      if (Files.isDirectory(folder.resolve(other))) {
        without(other);
      }
    }
    return this;
  }

  /** Takes a folder away with everything in it. */
  Scenario without(String name) {
    try (Stream<Path> paths = Files.walk(folder.resolve(name))) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TreeSet<String> files() {
    return GoldenFiles.files(folder);
  }

  CommandLineRun run(String... args) {
    return CommandLineRun.of(folder, args);
  }

  /** Runs with an output folder and expects success. */
  Scenario rendered(String... args) {
    CommandLineRun run = run(withOut(args));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINE);
    return this;
  }

  /** Runs with an output folder: one clear error, the right code, and nothing written. */
  void refused(int code, String golden, String... args) {
    TreeSet<String> before = files();
    CommandLineRun run = run(withOut(args));
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
    assertThat(files()).isEqualTo(before);
    GoldenFiles.verifyFile(Path.of("errors", golden + ".txt"), run.transcript(args));
  }

  private static String[] withOut(String... args) {
    return Stream.concat(Arrays.stream(args), Stream.of("--out", OUT)).toArray(String[]::new);
  }
}
