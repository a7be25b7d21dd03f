package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Syntax;
import java.util.List;
import java.util.Optional;

/**
 * A branch of a repository, as a forge lists it.
 *
 * @param url the address to clone it from
 * @param id what the forge calls it itself
 * @param isDefault whether the branch is the one that a set without {@code allBranches} looks at
 * @param paths what is in it; empty where nobody said
 */
public record ListedRepository(
    String organization,
    String repository,
    String url,
    String branch,
    String sha,
    List<String> labels,
    GoValue id,
    boolean isDefault,
    Optional<List<String>> paths) {
  private static final Syntax ANY = Syntax.ofAnyLength("(?s).*", "any text");
  private static final Syntax SOME = Syntax.ofAnyLength("(?s).+", "a text");

  /**
   * Reads a JSON array of them, as a user writes it for a simulation.
   *
   * @throws ProblemsException with all problems at once
   */
  public static List<ListedRepository> read(String name, byte[] bytes) {
    Node document = new JsonReader(Budget.LINT).read(name, bytes).single(Fault.CONFIGURATION);
    Problems problems = new Problems();
    List<ListedRepository> repositories =
        ListNode.items(document, problems).stream().map(item -> one(item, problems)).toList();
    problems.throwIfAny(Fault.CONFIGURATION);
    return repositories;
  }

  private static ListedRepository one(Node item, Problems problems) {
    try (Fields fields = new Fields(item, problems)) {
      return new ListedRepository(
          fields.text("organization", SOME),
          fields.text("repository", SOME),
          fields.text("url", SOME),
          fields.text("branch", SOME),
          fields.text("sha", ANY, ""),
          fields.texts("labels", ANY),
          id(fields.optionalText("id", ANY)),
          fields.flag("default", true),
          item.at("paths") == null ? Optional.empty() : Optional.of(fields.texts("paths", SOME)));
    }
  }

  /** GitHub and Gitea number their repositories; others have texts. */
  private static GoValue id(Optional<String> id) {
    return id.filter(it -> it.matches("[0-9]{1,18}"))
        .map(it -> GoValue.of(Long.parseLong(it)))
        .orElseGet(() -> id.map(GoValue::of).orElse(GoValue.NIL));
  }

  /** Whether there is a file or a folder of this name. */
  boolean has(String path) {
    return paths.orElseThrow().stream()
        .anyMatch(it -> it.equals(path) || it.startsWith(path + "/"));
  }
}
