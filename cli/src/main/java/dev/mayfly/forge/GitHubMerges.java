package dev.mayfly.forge;

import dev.mayfly.http.Request;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Merges at GitHub. Only GraphQL can ask for one later, and it takes no wish where a merge is
 * possible at once: then it is done, at the expected head. GitHub itself says that nothing is
 * missing, since a token that may pass protections over would not be stopped by them.
 */
record GitHubMerges(ForgeClient client, ForgeClient graphql) implements Merging.Wishes {
  /** GitHub docs, {@code MergeStateStatus}: mergeable and passing. */
  private static final Set<String> READY = Set.of("clean", "has_hooks");

  private static final String WISH =
      "mutation($id: ID!, $head: GitObjectID!, $method: PullRequestMergeMethod!) {"
          + " enablePullRequestAutoMerge(input: {pullRequestId: $id, expectedHeadOid: $head,"
          + " mergeMethod: $method}) { clientMutationId } }";

  /** GitHub tells those who may not administer a repository nothing; then all are tried. */
  @Override
  public List<String> ways(RepositoryName repository) throws ForgeException {
    ApiFields settings = client.get(PullsApi.repository(repository)).object();
    List<String> allowed = new ArrayList<>();
    for (String way : List.of("merge", "squash", "rebase")) {
      String field = "allow_" + way + (way.equals("merge") ? "_commit" : "_merge");
      if (settings.isNull(field) || settings.flag(field)) {
        allowed.add(way);
      }
    }
    return allowed.isEmpty() ? List.of("merge") : allowed;
  }

  @Override
  public void ask(RepositoryName repository, Change change, CommitSha head, String way)
      throws ForgeException {
    Reply reply =
        graphql.send(
            Request.set(
                "POST",
                "/graphql",
                new Tree.Mapping()
                    .put("query", WISH)
                    .put(
                        "variables",
                        new Tree.Mapping()
                            .put("id", change.handle())
                            .put("head", head.hex())
                            .put("method", way.toUpperCase(Locale.ROOT)))));
    List<ApiFields> errors = reply.object().objects("errors");
    if (errors.isEmpty()) {
      return;
    }
    String path = PullsApi.pull(repository, change.number());
    ApiFields now = client.get(path).object();
    String state = now.text("mergeable_state");
    if (READY.contains(state)) {
      client.send(
          Request.set(
              "PUT",
              path + "/merge",
              new Tree.Mapping().put("sha", head.hex()).put("merge_method", way)));
    } else if (now.isNull("auto_merge")) {
      // GitHub works the state out when it is asked for it.
      int status = state.equals("unknown") ? Merging.NOT_YET : reply.response().status();
      throw ForgeException.ofStatus(ForgeException.Kind.REJECTED, status, said(errors));
    }
  }

  private static String said(List<ApiFields> errors) {
    String said = UntrustedText.clean(errors.getFirst().text("message"), 200);
    return "GitHub does not take the wish" + (said.isEmpty() ? "" : ": " + said);
  }
}
