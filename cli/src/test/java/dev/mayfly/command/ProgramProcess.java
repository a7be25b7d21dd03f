package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The program in a process of its own, as a release has it: from jars, with its options and an AOT
 * cache. Both are made once for all tests of this JVM; half of what a run takes is loading classes.
 */
final class ProgramProcess {
  private static final List<String> JAVA =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "@" + Path.of("cli/packaging/deliver.options").toAbsolutePath());

  /** What starts it fast. */
  private static final class Made {
    static final Path FOLDER = folder();
    static final String JARS = String.join(File.pathSeparator, jars());
    static final String CACHE = "-XX:AOTCache=" + cache();

    private static Path folder() {
      try {
        return Files.createTempDirectory("program");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A cache takes no classes from folders, and none from jars that are signed, as JGit's are. */
    private static List<String> jars() {
      List<String> jars = new ArrayList<>();
      for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
        Path path = Path.of(part).toAbsolutePath();
        Path made = FOLDER.resolve(path.getFileName() + ".jar");
        try {
          if (Files.exists(path.resolve("dev/mayfly/Main.class"))) {
            pack(path, made);
            jars.add(made.toString());
          } else if (path.getFileName().toString().startsWith("org.eclipse.jgit")) {
            unsign(path, made);
            jars.add(made.toString());
          } else if (Files.isRegularFile(path)) {
            jars.add(path.toString());
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return jars;
    }

    private static void pack(Path folder, Path jar) throws IOException {
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
          Stream<Path> walk = Files.walk(folder)) {
        out.setLevel(0);
        for (Path file : walk.filter(Files::isRegularFile).toList()) {
          out.putNextEntry(new JarEntry(folder.relativize(file).toString()));
          Files.copy(file, out);
        }
      }
    }

    private static void unsign(Path signed, Path jar) throws IOException {
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
          JarFile in = new JarFile(signed.toFile(), false)) {
        out.setLevel(0);
        for (JarEntry entry : in.stream().toList()) {
          if (!entry.getName().matches("META-INF/.*\\.(SF|RSA)")) {
            out.putNextEntry(new JarEntry(entry.getName()));
            try (InputStream content = in.getInputStream(entry)) {
              content.transferTo(out);
            }
          }
        }
      }
    }

    /** From a run that delivers, which loads most of what any does. */
    private static Path cache() {
      Path cache = FOLDER.resolve("cache");
      try (DeliveryWorld world =
          DeliveryWorld.pushing(Files.createDirectory(FOLDER.resolve("w")))) {
        world.pull(7).updatedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        List<String> java = new ArrayList<>(JAVA);
        java.addAll(List.of("-XX:-AOTRecordTraining", "-XX:AOTCacheOutput=" + cache));
        java.addAll(List.of("-cp", JARS, "dev.mayfly.Main"));
        int code = start(world, "open", "opened", java).waitFor();
        assertThat(code).as(Files.readString(world.directory.resolve("process.log"))).isZero();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return cache;
    }
  }

  private ProgramProcess() {}

  /** The command line, up to the program's own arguments. */
  static List<String> command(String... options) {
    List<String> command = new ArrayList<>(JAVA);
    command.add(Made.CACHE);
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", Made.JARS, "dev.mayfly.Main"));
    return command;
  }

  /** The same as a line of a script. */
  static String line() {
    return "'" + String.join("' '", command()) + "'";
  }

  /** Starts a command for pull request 7 of this world, whose folder holds all that it writes. */
  static Process start(DeliveryWorld world, String command, String action) throws IOException {
    return start(world, command, action, command("-Djava.io.tmpdir=" + world.directory));
  }

  private static Process start(
      DeliveryWorld world, String command, String action, List<String> java) throws IOException {
    List<String> arguments = new ArrayList<>(java);
    arguments.addAll(world.eventArguments(command, action, 7));
    arguments.addAll(List.of("--gitops-url", world.gitopsUrl));
    ProcessBuilder builder = new ProcessBuilder(arguments).directory(world.directory.toFile());
    builder.environment().putAll(world.env);
    builder.environment().keySet().removeIf(key -> key.toLowerCase(Locale.ROOT).contains("proxy"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(world.directory.resolve("process.log").toFile())
        .start();
  }
}
