package dev.mayfly.forge;

import java.util.Set;

/** How a pull request of our own shall look: from which branch into which, saying what. */
public record ChangeRequest(
    String branch, String base, String title, String body, Set<String> labels) {
  public ChangeRequest {
    labels = Set.copyOf(labels);
  }
}
