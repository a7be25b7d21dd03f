package dev.mayfly.workspace;

import dev.mayfly.diagnostic.ProgramFile;
import dev.mayfly.manifest.SchemaName;
import dev.mayfly.manifest.TemplateName;
import dev.mayfly.manifest.Templates;
import dev.mayfly.yaml.Choice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files that a new GitOps repository starts with.
 *
 * @param services what {@link Preset#SERVICES} is for, each a valid name of an app; nothing else
 *     reads them
 * @param answers what the files need not leave open
 */
public record StartingRepository(
    Preset preset, StartingForge forge, List<String> services, StartingAnswers answers) {
  /** Beside the platform's file, whose first line has editors read it. */
  private static final String SCHEMA = "mayfly.schema.json";

  private static final String FOR_APPS = "app-repository/";
  private static final List<String> CHART =
      List.of(
          "charts/service/Chart.yaml",
          "charts/service/values.yaml",
          "charts/service/templates/deployment.yaml",
          "charts/service/templates/service.yaml");

  /** What the repository is for. */
  public enum Preset {
    /** One app, a namespace for each pull request, and nothing that can be left out. */
    MINIMAL,
    /** Several apps with one chart that lies here, so that no pull request changes a manifest. */
    SERVICES,
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
    files.put(Workspace.PLATFORM_FILE, written(Choice.word(preset) + ".yaml") + apps());
    files.put(SCHEMA, new String(SchemaName.PLATFORM.bytes(), StandardCharsets.UTF_8));
    if (preset == Preset.SERVICES) {
      CHART.forEach(path -> files.put(path, read("services/" + path)));
    }
    workflows().forEach((path, resource) -> files.put(path, written(resource)));
    return files;
  }

  /** The apps of services that are alike but for their names. */
  private String apps() {
    return preset == Preset.SERVICES
        ? services.stream()
            .map(name -> written("services-app.yaml").replace("SERVICE", name))
            .collect(Collectors.joining())
        : "";
  }

  /** The bundled templates, by the path at which they override themselves. */
  public static SortedMap<String, String> templates() {
    SortedMap<String, String> files = new TreeMap<>();
    for (String path : TemplateName.paths()) {
      files.put("templates/" + path, new String(Templates.bundled(path), StandardCharsets.UTF_8));
    }
    return files;
  }

  /** Apps that have repositories of their own have their CI there; it is only kept here. */
  private Map<String, String> workflows() {
    boolean apart = preset != Preset.MONOLITH;
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
    return answers.in(
        read(resource)
            .lines()
            .flatMap(line ->
                line.stripLeading().startsWith("#@") ? own(line).stream() : List.of(line).stream())
            .collect(Collectors.joining("\n", "", "\n")));
  }

  private List<String> own(String line) {
    int mark = line.indexOf("#@");
    int end = line.indexOf(' ', mark);
    List<String> words = Arrays.asList(line.substring(mark + 2, end).split(","));
    return words.contains(Choice.word(forge)) || words.contains(Choice.word(preset))
        ? List.of(line.substring(0, mark) + line.substring(end + 1))
        : List.of();
  }

  private static String read(String resource) {
    return ProgramFile.text("init/" + resource);
  }
}
