package dev.mayfly.workspace;

import dev.mayfly.manifest.TemplateName;
import dev.mayfly.manifest.Templates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files that a new GitOps repository starts with. */
public record StartingRepository(Preset preset, StartingForge forge) {
  private static final String FOR_APPS = "app-repository/";

  /** What the repository is for. */
  public enum Preset {
    /** Many apps in repositories of their own, each preview a namespace and an overlay. */
    PRIMITIVES,
    /** One app in the same repository, previews beside it, databases cloned from its own. */
    MONOLITH
  }

  /** Whose CI is written. */
  public enum StartingForge {
    GITHUB,
    GITLAB,
    GITEA
  }

  /** Every file by its path. */
  public SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    files.put(Workspace.PLATFORM_FILE, written(word(preset) + ".yaml"));
    workflows().forEach((path, resource) -> files.put(path, written(resource)));
    return files;
  }

  /** The bundled templates, by the path at which they override themselves. */
  public static SortedMap<String, String> templates() {
    SortedMap<String, String> files = new TreeMap<>();
    for (String path : TemplateName.paths()) {
      files.put("templates/" + path, new String(Templates.bundled(path), StandardCharsets.UTF_8));
    }
    return files;
  }

  /** The apps of the first preset have their own repositories, whose CI is only kept here. */
  private Map<String, String> workflows() {
    boolean apart = preset == Preset.PRIMITIVES;
    return switch (forge) {
      case GITHUB ->
          Map.of(
              ".github/workflows/mayfly.yml",
              "github/verify.yml",
              (apart ? FOR_APPS : "") + ".github/workflows/preview.yml",
              apart ? "github/preview.yml" : "github/admit.yml");
      case GITLAB ->
          apart
              ? Map.of(
                  ".gitlab-ci.yml",
                  "gitlab/gitops.yml",
                  FOR_APPS + ".gitlab-ci.yml",
                  "gitlab/preview.yml")
              : Map.of(".gitlab-ci.yml", "gitlab/admit.yml");
      case GITEA ->
          Map.of(
              ".gitea/workflows/mayfly.yml",
              "gitea/verify.yml",
              (apart ? FOR_APPS : "") + ".gitea/workflows/preview.yml",
              "gitea/preview.yml");
    };
  }

  /**
   * A resource without the lines of other forges and presets: those begin with {@code #@one,... }.
   */
  private String written(String resource) {
    return read(resource)
        .lines()
        .flatMap(
            line ->
                line.stripLeading().startsWith("#@") ? own(line).stream() : List.of(line).stream())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private List<String> own(String line) {
    int mark = line.indexOf("#@");
    int end = line.indexOf(' ', mark);
    List<String> words = Arrays.asList(line.substring(mark + 2, end).split(","));
    return words.contains(word(forge)) || words.contains(word(preset))
        ? List.of(line.substring(0, mark) + line.substring(end + 1))
        : List.of();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String read(String resource) {
    try (InputStream in = StartingRepository.class.getResourceAsStream("/init/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("the file " + resource + " is not in this program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
