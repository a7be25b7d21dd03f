package dev.mayfly.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times one delivery into a repository of 50,000 files, as a cold process, against the two recipes
 * people write with the Git command line. Not a test: {@code cli/benchmark/delivery.sh} runs it.
 */
public final class DeliveryBenchmark {
  private static final int APPS = 100;
  private static final int PREVIEWS = 100;
  private static final int FILES = 5;

  private DeliveryBenchmark() {}

  /** With arguments, delivers once: URL, scratch folder, number. Without, measures. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 3) {
      try (RemoteRepository remote =
          Deliveries.open(RemoteUrl.parse(arguments[0]), Path.of(arguments[1]))) {
        Deliveries.deliver(
            remote, Deliveries.overlay(Integer.parseInt(arguments[2]), arguments[2] + "\n"));
      }
      return;
    }
    int rounds = arguments.length == 1 ? Integer.parseInt(arguments[0]) : 9;
    Path temp = Files.createTempDirectory("mayfly-benchmark-");
    try {
      measure(temp, rounds);
    } finally {
      delete(temp);
    }
  }

  private static void measure(Path temp, int rounds) throws Exception {
    GitCommand git = GitCommand.bare(temp.resolve("gitops.git"));
    git.feed(history(), "fast-import", "--quiet", "--done");
    git.run("repack", "-adq");
    Path cache = temp.resolve("deliver.aot");
    String file = "file://" + git.directory();
    String jars = UnsignedJars.classPath(temp.resolve("lib"));
    int number = 0;
    try (GitServer server = GitServer.serving(temp)) {
      String http = server.address() + "/gitops.git";
      // One training run serves both transports; the other one is the warm-up.
      java(temp, jars, http, ++number, "-XX:AOTCacheOutput=" + cache);
      List<long[]> times = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        times.add(
            new long[] {
              java(temp, jars, file, ++number, "-XX:AOTMode=on", "-XX:AOTCache=" + cache),
              java(temp, jars, file, ++number),
              java(temp, jars, http, ++number, "-XX:AOTMode=on", "-XX:AOTCache=" + cache),
              recipe(temp, file, ++number, "--depth=1", "--filter=blob:none", "--sparse"),
              recipe(temp, http, ++number, "--depth=1", "--filter=blob:none", "--sparse"),
              // A work tree of 50,000 files takes its time: every third round has to do.
              round % 3 == 0 ? recipe(temp, file, ++number, "--depth=1") : -1
            });
      }
      print(times);
    }
  }

  private static void print(List<long[]> times) {
    String[] names = {
      "mayfly, file, AOT cache",
      "mayfly, file, plain JVM",
      "mayfly, http, AOT cache",
      "git sparse recipe, file",
      "git sparse recipe, http",
      "git depth-1 recipe, file"
    };
    long[] medians = new long[names.length];
    for (int column = 0; column < names.length; column++) {
      int at = column;
      long[] sorted =
          times.stream().mapToLong(row -> row[at]).filter(t -> t >= 0).sorted().toArray();
      medians[column] = sorted[sorted.length / 2];
    }
    System.out.printf(
        Locale.ROOT, "%d files, %d rounds, medians%n", APPS * PREVIEWS * FILES, times.size());
    for (int column = 0; column < names.length; column++) {
      long sparse = medians[names[column].contains("http") ? 4 : 3];
      System.out.printf(
          Locale.ROOT,
          "%-26s %6d ms   %5.2f x sparse   %5.3f x depth-1%n",
          names[column],
          medians[column],
          (double) medians[column] / sparse,
          (double) medians[column] / medians[5]);
    }
  }

  private static long java(Path temp, String jars, String url, int number, String... options)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(Arrays.asList(options));
    command.addAll(List.of("-cp", jars));
    command.add(DeliveryBenchmark.class.getName());
    command.addAll(List.of(url, temp.toString(), Integer.toString(number)));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("java.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(temp.resolve("java.log")));
    }
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  private static long recipe(Path temp, String url, int number, String... options)
      throws IOException {
    Path work = temp.resolve("work-" + number);
    long start = System.nanoTime();
    List<String> clone = new ArrayList<>(List.of("clone", "--quiet"));
    clone.addAll(Arrays.asList(options));
    clone.addAll(List.of(url, work.toString()));
    GitCommand.in(temp).run(clone.toArray(String[]::new));
    Path folder = Files.createDirectories(work.resolve("previews/orders/pr-" + number));
    Files.writeString(folder.resolve("preview.yaml"), number + "\n");
    Files.writeString(folder.resolve("namespace.yaml"), "kind: Namespace\n");
    GitCommand git = GitCommand.in(work);
    git.run("add", "--sparse", "previews/orders");
    git.run("commit", "--quiet", "-m", "Open a preview");
    git.run("push", "--quiet", "origin", "main");
    long taken = Duration.ofNanos(System.nanoTime() - start).toMillis();
    delete(work);
    return taken;
  }

  private static String history() {
    StringBuilder stream = new StringBuilder("commit refs/heads/main\n");
    stream.append("committer T <t@x> 1767225600 +0000\ndata 1\nx\n");
    for (int app = 0; app < APPS; app++) {
      for (int preview = 0; preview < PREVIEWS; preview++) {
        for (int file = 0; file < FILES; file++) {
          String text = "app: " + app + "\npreview: " + preview + "\nfile: " + file + "\n";
          stream.append("M 100644 inline previews/app-").append(app).append("/pr-");
          stream.append(preview).append("/file-").append(file).append(".yaml\ndata ");
          stream.append(text.length()).append('\n').append(text).append('\n');
        }
      }
    }
    return stream.append("done\n").toString();
  }

  private static void delete(Path directory) throws IOException {
    try (var paths = Files.walk(directory)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
