package dev.mayfly.argocd.gotemplate;

import java.util.List;
import java.util.Optional;

/** What executing does when a map lacks a key (Go, {@code text/template}, {@code Option}). */
public enum MissingKey {
  /** Goes on with no value, printed as {@code <no value>}. */
  INVALID,
  /** Goes on with the zero value of the map's element type. */
  ZERO,
  /** Stops. */
  ERROR;

  /** The effect of one of {@code goTemplateOptions}; empty when Go would panic over it. */
  public static Optional<MissingKey> ofOption(String option) {
    return switch (option) {
      case "missingkey=default", "missingkey=invalid" -> Optional.of(INVALID);
      case "missingkey=zero" -> Optional.of(ZERO);
      case "missingkey=error" -> Optional.of(ERROR);
      default -> Optional.empty();
    };
  }

  /** The effect of all of them: that of the last one. */
  public static Optional<MissingKey> ofOptions(List<String> options) {
    Optional<MissingKey> result = Optional.of(INVALID);
    for (String option : options) {
      result = result.isEmpty() ? result : ofOption(option);
    }
    return result;
  }
}
