package dev.mayfly.lint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.ReadingFault;
import dev.mayfly.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one file gave. */
record ReadFile(
    Source source,
    List<Resource> resources,
    List<Kustomization> kustomizations,
    List<Problem> problems) {
  /** What is read and not judged. */
  static final String LEFT_ALONE = "left-alone";

  private static final YamlReader READER = new YamlReader(Budget.LINT);

  /** A file that holds nothing to judge. */
  private static ReadFile empty(Source source) {
    return new ReadFile(source, List.of(), List.of(), List.of());
  }

  /**
   * Reads a file. None can stop the run: what is wrong becomes a problem.
   *
   * @param known what reading it gave before, which counts where it is a manifest now as then
   */
  static ReadFile of(InputFile file, ForeignTemplates foreign, @Nullable ReadFile known) {
    FileForm form = FileForm.of(file.fileName());
    boolean template = form == FileForm.TEMPLATE || foreign.isTemplate(file.path());
    if (template && !file.named()) {
      if (form == FileForm.TEMPLATE) {
        foreign.leave(file.path());
      }
      return ReadFile.empty(new Source(file.path(), ""));
    }
    if (known != null && known.holdsManifest()) {
      return known;
    }
    if (form == FileForm.JSON && !file.named() && !mayHoldObject(file.bytes())) {
      return ReadFile.empty(new Source(file.path(), ""));
    }
    if (YamlReader.isUtf16(file.bytes())) {
      return new ReadFile(
          new Source(file.path(), ""), List.of(), List.of(), List.of(utf16(file.path())));
    }
    ReadResult result = READER.read(file.path(), file.bytes());
    String text = result.source().text();
    if (((template || !result.problems().isEmpty()) && ForeignTemplates.isTemplateText(text))
        || ForeignTemplates.hasHoleInComment(text)
        || result.problems().stream().anyMatch(it -> ForeignTemplates.isAtPlaceholder(text, it))) {
      foreign.leave(file.path());
      return ReadFile.empty(result.source());
    }
    Documents documents = new Documents(file, result.documents());
    boolean manifest = !documents.resources().isEmpty() || isManifest(text);
    List<Problem> problems = new ArrayList<>(documents.notes());
    if (form == FileForm.JSON
        && !file.named()
        && documents.isEmpty()
        && !spellsObject(file.bytes())) {
      return new ReadFile(result.source(), List.of(), List.of(), problems);
    }
    result.problems().stream().filter(it -> manifest || !isDialect(it)).forEach(problems::add);
    return new ReadFile(
        result.source(), documents.resources(), documents.kustomizations(), problems);
  }

  private boolean holdsManifest() {
    return !resources.isEmpty() || !kustomizations.isEmpty();
  }

  /**
   * Whether JSON may hold an object: it spells the keys, or it can spell it in another way, by an
   * escape or in an encoding with zero bytes between the letters. Most JSON of a repository is
   * something else, and reading it all costs more than judging the rest.
   */
  private static boolean mayHoldObject(byte[] bytes) {
    return spellsObject(bytes) || plain(bytes).contains("\\u00");
  }

  private static boolean spellsObject(byte[] bytes) {
    String text = plain(bytes);
    return isManifest(text) || (text.contains("\"kind\"") && text.contains("\"metadata\""));
  }

  private static String plain(byte[] bytes) {
    return new String(bytes, ISO_8859_1).replace("\0", "");
  }

  private static boolean isManifest(String text) {
    return text.contains("apiVersion");
  }

  /** Tags and other habits of files that no Kubernetes reader ever sees, such as CI files. */
  private static boolean isDialect(Problem problem) {
    return ReadingFault.YAML_FEATURE.isIn(problem) || ReadingFault.KEY_TYPE.isIn(problem);
  }

  /**
   * Argo CD v3.5.1 decodes what a plain folder holds ({@code utfutil.OpenFile} in {@code
   * reposerver/repository/repository.go}), kustomize 5.8.1 reads the first document, and who looks
   * for ends of lines among bytes fails at most such files ({@code YAMLReader} in {@code
   * k8s.io/apimachinery/pkg/util/yaml}).
   */
  private static Problem utf16(String path) {
    return Problem.note(
        LEFT_ALONE,
        Location.ofFile(path),
        "this file is UTF-16 and is not read",
        "save it as UTF-8; Argo CD reads it, kustomize its first document, and others may fail");
  }
}
