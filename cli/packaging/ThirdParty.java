import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes THIRD-PARTY.md and the licence texts of every jar of a folder: {@code java ThirdParty.java
 * LIB LICENCES OUT}. Fails for a jar whose licence nobody wrote down, or that may not ship.
 */
class ThirdParty {
  /** They ask for notices and for nothing of those who use the program. */
  private static final Set<String> PERMITTED = Set.of("Apache-2.0", "BSD-3-Clause", "MIT");

  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d.*)\\.jar");
  private static final Pattern TEXT =
      Pattern.compile("(?i)(META-INF/)?([\\w-]*(licen[sc]e|notice)(\\.txt|\\.md)?|about\\.html)");

  private final Map<String, String> licences = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private final StringBuilder rows = new StringBuilder();

  public static void main(String[] args) throws IOException {
    List<String> faults =
        new ThirdParty().write(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    faults.forEach(fault -> System.err.println("third-party: " + fault));
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  private List<String> write(Path lib, Path texts, Path out) throws IOException {
    for (String line : Files.readAllLines(texts.resolve("jars.txt"))) {
      if (!line.startsWith("#")) {
        licences.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
      }
    }
    Set<String> unused = new TreeSet<>(licences.keySet());
    List<Path> jars;
    try (var files = Files.list(lib)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    for (Path jar : jars) {
      Matcher name = JAR.matcher(jar.getFileName().toString());
      if (!name.matches() || !licences.containsKey(name.group(1))) {
        faults.add("the licence of " + jar.getFileName() + " is not in jars.txt");
        continue;
      }
      unused.remove(name.group(1));
      one(jar, name.group(1), name.group(2), texts, out);
    }
    unused.forEach(artifact -> faults.add(artifact + " is in jars.txt and no jar is"));
    Files.writeString(out.resolve("THIRD-PARTY.md"), HEAD + rows);
    return faults;
  }

  private void one(Path jar, String artifact, String version, Path texts, Path out)
      throws IOException {
    String licence = licences.get(artifact);
    if (!PERMITTED.contains(licence)) {
      faults.add(artifact + " may not ship: its licence is " + licence);
    }
    Path folder = out.resolve("licences").resolve(artifact);
    List<String> found = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        if (TEXT.matcher(entry.getName()).matches()) {
          String file = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
          Files.createDirectories(folder);
          Files.write(folder.resolve(file), zip.getInputStream(entry).readAllBytes());
          found.add(file);
        }
      }
    }
    Path ours = texts.resolve(artifact + ".txt");
    if (Files.exists(ours)) {
      Files.createDirectories(folder);
      Files.copy(ours, folder.resolve("LICENSE"));
      found.add("LICENSE");
    } else if (found.isEmpty() && !licence.equals("Apache-2.0")) {
      faults.add(artifact + " brings no text of its licence; write it to " + ours.getFileName());
    }
    rows.append("| ").append(artifact).append(" | ").append(version).append(" | ").append(licence);
    rows.append(" | ");
    rows.append(
        found.isEmpty()
            ? "[LICENSE](LICENSE)"
            : String.join(
                ", ",
                found.stream()
                    .sorted()
                    .map(f -> "[" + f + "](licences/" + artifact + "/" + f + ")")
                    .toList()));
    rows.append(" |\n");
  }

  private static final String HEAD =
      """
      # Software of others in this archive

      Written by the build from the jars that it packs; `mayfly.cdx.json` is the same list as a
      CycloneDX bill of materials where it is an archive of a release.

      The Java runtime in `runtime/` is OpenJDK, made with `jlink`: GPL-2.0 with the Classpath
      Exception, texts and notices in `runtime/legal/`; its sources are those of the release that
      `runtime/release` names. The jar of picocli is compiled anew from its published sources, and
      the jars of JGit are packed anew without their signatures; nothing else is changed.

      | jar | version | licence | texts |
      |---|---|---|---|
      """;
}
