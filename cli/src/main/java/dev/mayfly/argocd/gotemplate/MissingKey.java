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

  /** The effect of {@code goTemplateOptions}; empty when Go would panic over one of them. */
  public static Optional<MissingKey> ofOptions(List<String> options) {
    MissingKey result = INVALID;
    for (String option : options) {
      switch (option) {
        case "missingkey=default", "missingkey=invalid" -> result = INVALID;
        case "missingkey=zero" -> result = ZERO;
        case "missingkey=error" -> result = ERROR;
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(result);
  }
}
