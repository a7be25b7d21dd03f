import module java.base;

// Measures rendering against kustomize: cold processes in interleaved pairs, so that a noisy
// machine is noisy for both. What counts is the ratio of the medians.

/** How kustomize is called here, and which one it is. */
record Kustomize(List<String> command, String version) {}

/** Times of one command in milliseconds. */
record Times(List<Double> all) {
  double median() {
    List<Double> sorted = all.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}

static final String SHA = "7f3c1d9e5b2a48c6f0e1d2c3b4a5968778695a4b";
static final String IMAGE = "sha256:" + "4e".repeat(32);
static final String APP = "monolith";
static final String REPOSITORY = "jomcgi/homelab";
static final String EXAMPLE = "examples/monolith-overlay";
static final int MANY = 1000;
static final int SOME = 200;

void main(String[] args) throws Exception {
  int pairs = args.length > 0 ? Integer.parseInt(args[0]) : 25;
  Path scratch = Files.createTempDirectory("mayfly-benchmark");
  try {
    List<String> report = new ArrayList<>(head());
    Optional<Kustomize> kustomize = kustomize(scratch);
    kustomize.ifPresent(found -> report.add("- Compared with: " + found.version()));
    if (kustomize.isEmpty()) {
      report.add("\nNeither `kustomize` nor `kubectl` was on PATH, so nothing is compared.");
    }
    report.addAll(one(scratch, kustomize, pairs));
    report.addAll(many(scratch, kustomize, Math.max(3, pairs / 5)));
    Path file = Path.of("docs", "benchmarks.md");
    Files.writeString(file, String.join("\n", report) + "\n" + sectionsOfOthers(file));
    report.forEach(IO::println);
  } finally {
    delete(scratch);
  }
}

/** What people and other scripts wrote into the file, between marks of their own. */
String sectionsOfOthers(Path file) throws IOException {
  if (!Files.exists(file)) {
    return "";
  }
  var sections = new StringBuilder();
  Matcher section =
      Pattern.compile("(?ms)^<!-- ([a-z]+) -->$.*?^<!-- /\\1 -->$").matcher(Files.readString(file));
  while (section.find()) {
    sections.append('\n').append(section.group()).append('\n');
  }
  return sections.toString();
}

/** The first row: one preview, a cold process each time. */
List<String> one(Path scratch, Optional<Kustomize> kustomize, int pairs) throws Exception {
  Path out = scratch.resolve("one");
  List<String> render =
      List.of(
          "./mayfly", "render", "preview", "-C", EXAMPLE, "--app", APP, "--pr", "7", "--sha", SHA,
          "--image", "ghcr.io/jomcgi/monolith@" + IMAGE, "--out", out.toString());
  run(render, scratch);
  List<String> rows = table("One preview, cold process, median of " + pairs);
  if (kustomize.isEmpty()) {
    rows.add(row("mayfly render preview", time(render, scratch, pairs), peak(render, scratch), 0));
    return rows;
  }
  List<String> build = with(kustomize.get(), overlay(out).toString());
  var ours = new ArrayList<Double>();
  var theirs = new ArrayList<Double>();
  for (int i = 0; i < pairs; i++) {
    ours.add(run(render, scratch));
    theirs.add(run(build, scratch));
  }
  double base = new Times(theirs).median();
  rows.add(row("mayfly render preview", new Times(ours), peak(render, scratch), base));
  rows.add(row("kustomize build", new Times(theirs), peak(build, scratch), base));
  return rows;
}

/** The second row: a thousand previews in one process. */
List<String> many(Path scratch, Optional<Kustomize> kustomize, int times) throws Exception {
  Path list = Files.writeString(scratch.resolve("prs.json"), pullRequests());
  Path again = scratch.resolve("again");
  var fresh = new ArrayList<Double>();
  var unchanged = new ArrayList<Double>();
  run(renderAll(list, again), scratch);
  for (int i = 0; i < times; i++) {
    Path folder = scratch.resolve("fresh-" + i);
    fresh.add(run(renderAll(list, folder), scratch));
    delete(folder);
    unchanged.add(run(renderAll(list, again), scratch));
  }
  List<String> rows = table(MANY + " previews in one process, median of " + times);
  double base = 0;
  var builds = new ArrayList<Double>();
  if (kustomize.isPresent()) {
    List<String> build = with(kustomize.get(), overlays(again).toString());
    for (int i = 0; i < Math.min(3, times); i++) {
      builds.add(run(build, scratch));
    }
    base = new Times(builds).median() * MANY / SOME;
  }
  String peak = peak(renderAll(list, again), scratch);
  rows.add(row("mayfly render, fresh folder", new Times(fresh), peak, base));
  rows.add(row("mayfly render, unchanged folder", new Times(unchanged), peak, base));
  if (base > 0) {
    rows.add(
        "| kustomize build of %d overlays, times %d | %.0f | | 1.00 |"
            .formatted(SOME, MANY / SOME, base));
  }
  return rows;
}

List<String> renderAll(Path list, Path out) {
  return List.of(
      "./mayfly", "render", "preview", "-C", EXAMPLE, "--all-prs", list.toString(), "--out",
      out.toString());
}

String pullRequests() {
  return IntStream.rangeClosed(1, MANY)
      .mapToObj(
          number ->
              """
              {"app":"%s","number":%d,"headSha":"%040x","repository":"%s","images":{"app":"%s"}}"""
                  .formatted(APP, number, 0xabcdef00L + number, REPOSITORY, IMAGE))
      .collect(Collectors.joining(",\n", "[", "]\n"));
}

/** The one folder with a kustomization below a folder. */
Path overlay(Path folder) throws IOException {
  try (Stream<Path> files = Files.walk(folder)) {
    return files.filter(f -> f.endsWith("kustomization.yaml")).findFirst().orElseThrow().getParent();
  }
}

/** A kustomization over the first overlays below a folder. */
Path overlays(Path folder) throws IOException {
  try (Stream<Path> files = Files.walk(folder)) {
    String resources =
        files
            .filter(file -> file.endsWith("kustomization.yaml"))
            .map(file -> "- " + folder.relativize(file.getParent()) + "\n")
            .sorted()
            .limit(SOME)
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("kustomization.yaml"), "resources:\n" + resources);
  }
  return folder;
}

Optional<Kustomize> kustomize(Path scratch) throws Exception {
  for (List<String> command : List.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"))) {
    boolean plain = command.getFirst().equals("kustomize");
    List<String> version =
        plain ? List.of("kustomize", "version") : List.of("kubectl", "version", "--client");
    try {
      Path output = scratch.resolve("version.txt");
      if (process(version, output).waitFor() == 0) {
        String text = Files.readString(output).strip().replaceAll("\\s*\n\\s*", ", ");
        return Optional.of(new Kustomize(command, command.getFirst() + " " + text));
      }
    } catch (IOException e) {
      // Not on PATH: the next one, or none.
    }
  }
  return Optional.empty();
}

List<String> with(Kustomize kustomize, String folder) {
  return Stream.concat(kustomize.command().stream(), Stream.of(folder)).toList();
}

Times time(List<String> command, Path scratch, int times) throws Exception {
  var all = new ArrayList<Double>();
  for (int i = 0; i < times; i++) {
    all.add(run(command, scratch));
  }
  return new Times(all);
}

/** Runs a command to its end and returns the milliseconds it took. */
double run(List<String> command, Path scratch) throws Exception {
  Path output = scratch.resolve("output.txt");
  long start = System.nanoTime();
  int code = process(command, output).waitFor();
  double took = (System.nanoTime() - start) / 1e6;
  if (code != 0) {
    throw new IllegalStateException(command + " ended with " + code + "\n" + Files.readString(output));
  }
  return took;
}

Process process(List<String> command, Path output) throws IOException {
  return new ProcessBuilder(command)
      .redirectErrorStream(true)
      .redirectOutput(output.toFile())
      .start();
}

/** The peak of resident memory in MiB: by GNU time, or else the last that /proc said. */
String peak(List<String> command, Path scratch) throws Exception {
  Path time = Path.of("/usr/bin/time");
  if (Files.isExecutable(time)) {
    Path written = scratch.resolve("peak.txt");
    List<String> timed = new ArrayList<>(List.of(time.toString(), "-f", "%M", "-o", written.toString()));
    timed.addAll(command);
    run(timed, scratch);
    return "%.0f".formatted(Long.parseLong(Files.readString(written).strip()) / 1024.0);
  }
  Process process = process(command, scratch.resolve("output.txt"));
  Path status = Path.of("/proc", Long.toString(process.pid()), "status");
  long peak = 0;
  while (process.isAlive() && Files.exists(status)) {
    try (Stream<String> lines = Files.lines(status)) {
      peak =
          Math.max(
              peak,
              lines
                  .filter(line -> line.startsWith("VmHWM:"))
                  .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                  .findFirst()
                  .orElse(0));
    } catch (IOException | UncheckedIOException e) {
      break;
    }
    Thread.sleep(1);
  }
  process.waitFor();
  return peak == 0 ? "?" : "%.0f".formatted(peak / 1024.0);
}

List<String> head() throws IOException {
  Path cpuinfo = Path.of("/proc/cpuinfo");
  String processor = System.getProperty("os.arch");
  if (Files.exists(cpuinfo)) {
    try (Stream<String> lines = Files.lines(cpuinfo)) {
      processor =
          lines
              .filter(line -> line.startsWith("model name"))
              .map(line -> line.replaceFirst(".*:\\s*", ""))
              .findFirst()
              .orElse(processor);
    }
  }
  return List.of(
      "# Benchmarks",
      "",
      "Written by `./verify --benchmark`. Cold processes in interleaved pairs; trust the ratios, not the times.",
      "",
      "- Machine: %s, %d cores, %s %s"
          .formatted(
              processor,
              Runtime.getRuntime().availableProcessors(),
              System.getProperty("os.name"),
              System.getProperty("os.version")),
      "- Java: " + Runtime.version(),
      "- Measured: " + LocalDate.now(ZoneOffset.UTC));
}

List<String> table(String title) {
  return new ArrayList<>(
      List.of(
          "",
          "## " + title,
          "",
          "| command | ms | peak MiB | of kustomize |",
          "|---|---|---|---|"));
}

String row(String name, Times times, String peak, double base) {
  String ratio = base == 0 ? "" : "%.2f".formatted(times.median() / base);
  return "| %s | %.0f | %s | %s |".formatted(name, times.median(), peak, ratio);
}

void delete(Path folder) throws IOException {
  try (Stream<Path> files = Files.walk(folder)) {
    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(file);
    }
  }
}
