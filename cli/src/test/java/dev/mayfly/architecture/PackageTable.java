package dev.mayfly.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which packages there are and where each library is at home: the tests hold the code to it. */
final class PackageTable {
  /** Bottom up. A package may use those of lower lines, never those of its own or a higher one. */
  static final List<List<String>> LEVELS =
      List.of(
          List.of("diagnostic"),
          List.of("yaml"),
          List.of("template", "cel", "kubernetes", "http"),
          List.of("preview"),
          List.of("image"),
          List.of("platform"),
          List.of("facts", "argocd"),
          List.of("manifest"),
          List.of("git", "forge", "event", "registry"),
          List.of("lint", "workspace"),
          List.of("admission"),
          List.of("delivery"),
          List.of("review"),
          List.of("bundle", "access", "adopt", "change", "leak"),
          List.of("report", "live"),
          List.of("command"),
          List.of(""));

  /** Of the rooms of {@code command}, bottom up: none knows one above it. */
  static final List<String> ROOMS =
      List.of("command.console", "command.option", "command.composition", "command");

  /** What a reader looks for by name; the families of rules are many and alike. */
  private static final List<String> BELOW =
      List.of(
          "argocd.gotemplate",
          "argocd.jq",
          "bundle.build",
          "lint.card",
          "lint.rule",
          "lint.view",
          "command.console",
          "command.option",
          "command.composition");

  private static final Pattern DESCRIPTION = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");

  private PackageTable() {}

  /**
   * A library and the packages that may touch it.
   *
   * @param start how the names of its packages begin
   */
  record Library(String name, String start, Set<String> homes) {}

  static final List<Library> LIBRARIES =
      List.of(
          new Library("picocli", "picocli.", Set.of("command")),
          new Library("JGit", "org.eclipse.jgit.", Set.of("git")),
          // JGit speaks to it, and nobody else.
          new Library("Apache MINA SSHD", "org.apache.sshd.", Set.of()),
          new Library("snakeyaml-engine", "org.snakeyaml.", Set.of("yaml")),
          new Library("networknt", "com.networknt.", Set.of("yaml")),
          new Library("Jackson", "tools.jackson.", Set.of("yaml")),
          new Library("fabric8", "io.fabric8.", Set.of("yaml")),
          new Library("java.net.http", "java.net.http.", Set.of("http")),
          new Library("ORAS", "land.oras.", Set.of("registry")),
          new Library("re2j", "com.google.re2j.", Set.of("argocd")));

  static int level(String home) {
    for (int i = 0; i < LEVELS.size(); i++) {
      if (LEVELS.get(i).contains(home)) {
        return i;
      }
    }
    return LEVELS.size();
  }

  /** The table of {@code ARCHITECTURE.md}. */
  static String text() throws IOException {
    StringBuilder table =
        new StringBuilder("| level | package | what it is | library |\n|---|---|---|---|\n");
    for (int i = 0; i < LEVELS.size(); i++) {
      for (String home : LEVELS.get(i)) {
        if (!home.isEmpty()) {
          table.append(row("" + i, home, libraries(home)));
        }
        for (String below : BELOW) {
          if (below.startsWith(home + ".")) {
            table.append(row("", below, ""));
          }
        }
      }
    }
    return table.toString();
  }

  private static String row(String level, String home, String libraries) throws IOException {
    return "| " + level + " | `" + home + "` | " + sentence(home) + " | " + libraries + " |\n";
  }

  private static String libraries(String home) {
    return LIBRARIES.stream()
        .filter(library -> library.homes().contains(home))
        .map(Library::name)
        .collect(Collectors.joining(", "));
  }

  /** The first sentence of the package's own description. */
  private static String sentence(String home) throws IOException {
    String source =
        Files.readString(
            Program.SOURCES.resolve("dev/mayfly/" + home.replace('.', '/') + "/package-info.java"));
    Matcher description = DESCRIPTION.matcher(source);
    List<String> words = new ArrayList<>();
    if (description.find()) {
      words.addAll(List.of(description.group(1).replaceAll("\\n \\*", " ").trim().split("\\s+")));
    }
    return String.join(" ", words)
        .replaceAll("\\.( .*)?$", "")
        .replaceAll("\\{@code ([^}]+)}", "`$1`")
        .replaceAll("\\{@link (?:\\w+\\.)*(\\w+)}", "`$1`");
  }
}
