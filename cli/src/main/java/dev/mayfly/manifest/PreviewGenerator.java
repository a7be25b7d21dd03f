package dev.mayfly.manifest;

import dev.mayfly.platform.Authors;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.GitOps;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an ApplicationSet lists previews with: overlays in Git, or admitted pull requests. */
final class PreviewGenerator {
  private static final int WEBHOOK_DRIVEN_SECONDS = 1800;
  private static final int POLLED_SECONDS = 180;

  /** The syncs of its apps try again for a minute while they wait for the namespace. */
  private static final int ENVIRONMENT_SECONDS = 20;

  private PreviewGenerator() {}

  static Value generator(PlatformContext context, Blueprint blueprint) {
    Platform platform = context.platform();
    Templates templates = context.templates();
    if (!platform.gitops().isGenerator()) {
      return gitFiles(platform.gitops(), blueprint, templates);
    }
    return switch (platform.forge().kind()) {
      case GITHUB ->
          templates.render(
              TemplateName.PLATFORM_GENERATOR_GITHUB,
              pullRequests(platform)
                  .put("repository.owner", blueprint.app().repository().owner())
                  .put("repository.name", blueprint.app().repository().name()));
      case GITLAB ->
          templates.render(
              TemplateName.PLATFORM_GENERATOR_GITLAB,
              pullRequests(platform).put("projectId", blueprint.app().projectId().orElseThrow()));
      case GITEA, NONE -> throw new IllegalStateException("refused when mayfly.yaml is loaded");
    };
  }

  private static Value gitFiles(GitOps gitops, Blueprint blueprint, Templates templates) {
    String overlays = PreviewFolders.overlay(blueprint.app().name(), "*");
    int requeue = blueprint.isEnvironment() ? ENVIRONMENT_SECONDS : POLLED_SECONDS;
    return templates.render(
        TemplateName.PLATFORM_GENERATOR_GIT_FILES,
        new Scope()
            .put("repository", gitops.repository())
            .put("branch", gitops.branch())
            .put("path", gitops.inRepository(overlays + "/" + PreviewFolders.RECORD))
            .put("requeue", new Value.Num(requeue)));
  }

  private static Scope pullRequests(Platform platform) {
    boolean webhook = platform.argocd().webhook().isPresent();
    return new Scope()
        .put("api", platform.forge().api().map(Value::of).orElse(Value.ABSENT))
        .put("tokenRef", tokenRef(platform.forge()))
        .put("label", platform.admission().admittedLabel())
        .put("filters", filters(platform.admission().targetBranches()))
        .put("requeue", new Value.Num(webhook ? WEBHOOK_DRIVEN_SECONDS : POLLED_SECONDS))
        .put("selector", authors(platform.admission().authors()));
  }

  private static Value tokenRef(ForgeSettings forge) {
    return forge
        .tokenSecret()
        .<Value>map(it -> Value.EMPTY.with("secretName", it.name()).with("key", it.key()))
        .orElse(Value.ABSENT);
  }

  /**
   * Argo CD's filters are unanchored RE2, so {@code main} alone would also let not-main through.
   */
  private static Value filters(List<String> targetBranches) {
    String branches =
        targetBranches.stream()
            .map(branch -> branch.replace(".", "\\.").replace("*", "[^/]*"))
            .collect(Collectors.joining("|", "^(", ")$"));
    return new Value.Items(List.of(Value.EMPTY.with("targetBranchMatch", branches)));
  }

  /**
   * The logins that are let in or left out. Argo CD knows nothing of teams: where they are named,
   * {@code admit} alone decides, before it sets the label.
   */
  private static Value authors(Authors authors) {
    List<Value> expressions = new ArrayList<>();
    if (!authors.users().isEmpty() && authors.groups().isEmpty()) {
      expressions.add(author("In", authors.users()));
    }
    if (!authors.none().isEmpty()) {
      expressions.add(author("NotIn", authors.none()));
    }
    return expressions.isEmpty()
        ? Value.ABSENT
        : Value.EMPTY.with("matchExpressions", new Value.Items(expressions));
  }

  private static Value author(String operator, List<String> logins) {
    return Value.EMPTY
        .with("key", "author")
        .with("operator", operator)
        .with("values", Value.ofAll(logins));
  }
}
