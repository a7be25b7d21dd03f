package dev.mayfly.lint;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Activity;
import dev.mayfly.lint.rule.RuleCatalog;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every object that is in a file is judged, or its file stands in what lint says. */
class NothingIsDroppedTest {
  private static final int TREES = 1_500;

  private static final List<String> FOLDERS =
      List.of("", "base/", "patches/", "chart/", "chart/templates/", "templates/", "a/patches/b/");

  private static final List<String> NAMES =
      List.of(
          "app.yaml",
          "dispatcher-patch.yml",
          "all.json",
          "kustomization.yaml",
          "Chart.yaml",
          "mayfly.yaml",
          "app.yaml.j2",
          "values.yaml");

  /** How one object may be written; {@code %1$s} is its name. */
  private static final List<String> WAYS =
      List.of(
          "{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"metadata\": {\"name\": \"%1$s\"}}",
          "{\"api\\u0056ersion\": \"v1\", \"kind\": \"Secret\", \"metadata\": {\"name\": \"%1$s\"}}",
          "{\"apiVersion\": \"v1\", \"metadata\": {\"name\": \"%1$s\"}}",
          "{\"kind\": \"Secret\", \"metadata\": {\"name\": \"%1$s\"}}",
          "{\"apiVersion\": \"v1\", \"kind\": {}, \"metadata\": {\"name\": \"%1$s\"}}",
          "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [{\"metadata\": {\"name\": \"%1$s\"}}]}",
          "{\"apiVersion\": \"v1\", \"kind\": \"L\", \"items\": [[{\"kind\": \"Secret\"}]]}",
          "[{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"metadata\": {\"name\": \"%1$s\"}}]",
          "{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"metadata\": {\"name\": \"%1$s\"}, \"x\": {{y}}}",
          "{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"metadata\": {\"name\": \"%1$s\"}");

  private record Written(String file, String name) {}

  @Test
  void inRandomTrees() {
    Random random = new Random(7);
    for (int tree = 0; tree < TREES; tree++) {
      Map<String, InputFile> files = new TreeMap<>();
      List<Written> written = new ArrayList<>();
      int count = 1 + random.nextInt(6);
      for (int i = 0; i < count; i++) {
        InputFile file = file(random, written);
        written.removeIf(it -> it.file().equals(file.path()) && files.containsKey(file.path()));
        if (files.putIfAbsent(file.path(), file) == null) {
          addNames(file, written);
        }
      }
      judge(files, written, "tree " + tree);
    }
  }

  private static InputFile file(Random random, List<Written> written) {
    String path = one(FOLDERS, random) + one(NAMES, random);
    StringBuilder text = new StringBuilder();
    int documents = random.nextInt(3);
    if (path.endsWith("kustomization.yaml") && random.nextInt(4) > 0) {
      String field = one(List.of("patches: [{path: %s}]", "resources: [%s]"), random);
      text.append(field.formatted(one(List.of("app.yaml", "dispatcher-patch.yml"), random)));
    }
    for (int i = 0; i < documents; i++) {
      String name = "n" + written.size() + "-" + random.nextInt(1 << 30);
      text.append(text.isEmpty() ? "" : "\n---\n").append(one(WAYS, random).formatted(name));
    }
    Charset charset = random.nextInt(8) > 0 ? UTF_8 : one(List.of(UTF_16, UTF_16LE), random);
    return new InputFile(path, text.toString().getBytes(charset), random.nextInt(5) == 0);
  }

  private static void addNames(InputFile file, List<Written> written) {
    String text = new String(file.bytes(), UTF_8).replace("\0", "");
    java.util.regex.Matcher names =
        java.util.regex.Pattern.compile("\"name\": \"(n[^\"]+)\"").matcher(text);
    while (names.find()) {
      written.add(new Written(file.path(), names.group(1)));
    }
    if (text.contains("[[")) {
      written.add(new Written(file.path(), "in a list in a list"));
    }
  }

  private static void judge(Map<String, InputFile> files, List<Written> written, String what) {
    Corpus corpus =
        Corpus.read(new FileFinder.Found(List.copyOf(files.values()), List.of()), Activity.SILENT);
    List<Rule> reading =
        RuleCatalog.ALL.stream().filter(it -> it.card().id().startsWith("YM")).toList();
    List<Finding> said = new Linter(reading).run(corpus, LintSettings.DEFAULT);
    List<Resource> judged = new ArrayList<>(corpus.resources());
    judged.addAll(corpus.partial());
    for (Written one : written) {
      boolean found =
          judged.stream()
              .anyMatch(it -> it.file().equals(one.file()) && it.name().equals(one.name()));
      assertThat(found || said.stream().anyMatch(it -> isOf(it, one.file())))
          .as(() -> what + ", " + one + "\n" + text(files) + "\n" + said)
          .isTrue();
    }
  }

  /** What is left alone for the same reason in one folder is said once. */
  private static boolean isOf(Finding finding, String file) {
    String at = finding.location().file();
    String folder = RelativePath.parent(at);
    String below = folder.isEmpty() ? "" : folder + "/";
    return at.equals(file)
        || (finding.message().contains("more of the folder")
            && RelativePath.parent(file).equals(folder))
        || (finding.message().contains("this Helm chart") && file.startsWith(below + "templates/"))
        || (finding.message().contains("of this platform") && file.startsWith(below));
  }

  private static String text(Map<String, InputFile> files) {
    return files.values().stream()
        .map(it ->
            it.path() + " " + it.named() + "\n" + new String(it.bytes(), UTF_8).replace("\0", ""))
        .collect(Collectors.joining("\n"));
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /** A name is no reason to leave a file alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "deployment-dispatcher.yaml",
        "patches/app.yaml",
        "a/patches/app.json",
        "x-patch.yaml",
        "kustomization.yaml"
      })
  void anObjectIsJudgedWhateverItsFileIsCalled(String path) {
    assertThat(corpus(path, "{apiVersion: v1, kind: Secret, metadata: {name: x}}").resources())
        .hasSize(1);
  }

  @Test
  void whatIsNoManifestGetsNoNote() {
    for (String text :
        List.of("a: 1", "kind: pipeline\ntype: docker", "- op: remove\n  path: /x", "hello", "")) {
      assertThat(corpus("x.yaml", text).problems()).as(text).isEmpty();
    }
    assertThat(corpus("Chart.yaml", "apiVersion: v2\nname: x").problems()).isEmpty();
    for (String text : List.of("{\"a\": /* no JSON */ 1, b", "{\"a\": /* \\u00e4 */ 1, b")) {
      assertThat(corpus("package.json", text).problems()).as(text).isEmpty();
      InputFile named = new InputFile("package.json", text.getBytes(UTF_8), true);
      assertThat(
              Corpus.read(new FileFinder.Found(List.of(named), List.of()), Activity.SILENT)
                  .problems())
          .as(text)
          .isNotEmpty();
    }
  }

  @Test
  void aNamedPatchIsJudgedAndNothingIsCertainOfIt() {
    String bad =
        "{apiVersion: v1, kind: Secret, metadata: {name: x, annotations: {argocd.argoproj.io/sync-wave: soon}}}";
    List<InputFile> files =
        List.of(
            new InputFile("kustomization.yaml", "patches: [{path: p.yaml}]".getBytes(UTF_8)),
            new InputFile("p.yaml", bad.getBytes(UTF_8), true));
    Corpus corpus = Corpus.read(new FileFinder.Found(files, List.of()), Activity.SILENT);
    assertThat(corpus.resources()).isEmpty();
    assertThat(new Linter(RuleCatalog.ALL).run(corpus, LintSettings.DEFAULT))
        .filteredOn(it -> it.location().file().equals("p.yaml"))
        .isNotEmpty()
        .noneMatch(Finding::isProven);
  }

  @Test
  void aPatchThatIsAlsoTakenInIsAnObject() {
    String kustomization = "resources: [p.yaml]\npatches: [{path: p.yaml}]";
    Corpus corpus =
        Corpus.read(
            Map.of(
                "kustomization.yaml", kustomization.getBytes(UTF_8),
                "p.yaml", "{apiVersion: v1, kind: Secret, metadata: {name: x}}".getBytes(UTF_8)));
    assertThat(corpus.resources()).hasSize(1);
  }

  private static Corpus corpus(String path, String text) {
    return Corpus.read(Map.of(path, text.getBytes(UTF_8)));
  }
}
