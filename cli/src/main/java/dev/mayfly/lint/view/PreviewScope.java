package dev.mayfly.lint.view;

import dev.mayfly.lint.Resource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which objects belong to a preview: those whose name, namespace or folder carries {@code pr-17}.
 */
public final class PreviewScope {
  private static final Pattern NAME = Pattern.compile("(?:^|[-_.])pr-?([0-9]{1,10})(?![0-9a-z])");
  private static final Pattern STEP =
      Pattern.compile("(?:[a-z0-9-]+-)?pr-([0-9]{1,10})(?:-[a-z0-9-]+)?");

  /** What Mayfly itself writes on the objects of a preview. */
  private static final String LABEL = "mayfly.dev/pull-request";

  private PreviewScope() {}

  public static boolean isPreview(Resource resource) {
    return number(resource).isPresent();
  }

  public static boolean isPreviewFolder(String directory) {
    return folderNumber(directory).isPresent();
  }

  public static boolean isPreviewName(String name) {
    return NAME.matcher(name).find();
  }

  /** The pull request an object's folder, namespace or name speaks of, in this order. */
  public static Optional<String> number(Resource resource) {
    Optional<String> folder = folderNumber(resource.directory());
    return folder
        .or(() -> numberIn(resource.namespace()))
        .or(() -> numberIn(resource.name()))
        .or(() -> Optional.ofNullable(resource.textAt("metadata", "labels", LABEL)));
  }

  /** The pull request a name carries. */
  public static Optional<String> numberIn(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * Whether a namespace is the own one of the overlay an object lies in: it carries the number of
   * the folder, in whatever words.
   */
  public static boolean isOwnNamespace(Resource resource, String namespace) {
    return folderNumber(resource.directory())
        .filter(number -> namespace.matches("(|.*[^0-9])" + number + "(|[^0-9].*)"))
        .isPresent();
  }

  /** Whether an object of an overlay is for a namespace that is not a preview's. */
  public static boolean isForShared(Resource resource, String namespace) {
    return overlay(resource).isPresent()
        && !namespace.isEmpty()
        && numberIn(namespace).isEmpty()
        && !isOwnNamespace(resource, namespace);
  }

  private static Optional<String> folderNumber(String directory) {
    return folder(directory, (step, end) -> step.group(1));
  }

  /** The pull request of the overlay an object lies in. */
  public static Optional<String> overlayNumber(Resource resource) {
    return folderNumber(resource.directory());
  }

  /** The folder of the overlay an object lies in: up to the step that carries the number. */
  public static Optional<String> overlay(Resource resource) {
    String directory = resource.directory();
    return folder(directory, (step, end) -> directory.substring(0, end));
  }

  /** What is told by the last step that carries a number, and by where it ends in the path. */
  private static Optional<String> folder(
      String directory, BiFunction<Matcher, Integer, String> told) {
    // From mark to mark, as nearly every path of a repository without previews has none.
    int mark = directory.lastIndexOf("pr-");
    while (mark >= 0) {
      int slash = directory.lastIndexOf('/', mark);
      int next = directory.indexOf('/', mark);
      int end = next < 0 ? directory.length() : next;
      Matcher step = STEP.matcher(directory).region(slash + 1, end);
      if (step.matches()) {
        return Optional.of(told.apply(step, end));
      }
      mark = directory.lastIndexOf("pr-", slash);
    }
    return Optional.empty();
  }
}
