package dev.mayfly.forge;

import dev.mayfly.http.Request;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Merges at Gitea. It takes a wish for a way that the repository forbids and then does nothing, so
 * the ways have to be known (Gitea, {@code services/automerge}).
 */
record GiteaMerges(ForgeClient client) implements Merging.Wishes {
  private static final String MERGE = "merge";

  /** The fields of a repository that allow a way (Gitea, {@code modules/structs/repo.go}). */
  private static final List<Map.Entry<String, String>> WAYS =
      List.of(
          Map.entry(MERGE, "allow_merge_commits"),
          Map.entry("squash", "allow_squash_merge"),
          Map.entry("rebase", "allow_rebase"),
          Map.entry("rebase-merge", "allow_rebase_explicit"),
          Map.entry("fast-forward-only", "allow_fast_forward_only_merge"));

  @Override
  public List<String> ways(RepositoryName repository) throws ForgeException {
    ApiFields settings = client.get(PullsApi.repository(repository)).object();
    List<String> allowed = new ArrayList<>();
    for (Map.Entry<String, String> way : WAYS) {
      if (settings.flag(way.getValue())) {
        allowed.add(way.getKey());
      }
    }
    String preferred = settings.text("default_merge_style");
    if (allowed.remove(preferred)) {
      allowed.addFirst(preferred);
    }
    return allowed.isEmpty() ? List.of(MERGE) : allowed;
  }

  /** A conflict is the answer to a second wish and to nothing else. */
  @Override
  public void ask(RepositoryName repository, Change change, CommitSha head, String way)
      throws ForgeException {
    Tree.Mapping body =
        new Tree.Mapping()
            .put("Do", way)
            .put("head_commit_id", head.hex())
            .put("merge_when_checks_succeed", true);
    try {
      client.send(Request.set("POST", PullsApi.pull(repository, change.number()) + "/merge", body));
    } catch (ForgeException e) {
      if (e.status() != 409) {
        throw e;
      }
    }
  }
}
