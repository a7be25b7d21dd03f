package dev.mayfly.forge;

import dev.mayfly.http.Request;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Labels on Gitea go by id, and one that the repository does not have must be made first. */
record GiteaLabels(ForgeClient client) {
  private static final String COLOR = "#ededed";

  void add(RepositoryName repository, PullRequestNumber number, String label)
      throws ForgeException {
    Optional<String> known = find(repository, label);
    String id = known.isPresent() ? known.get() : create(repository, label);
    Tree.Mapping body =
        new Tree.Mapping(
            Map.of("labels", new Tree.Sequence(List.of(new Tree.Number(Long.parseLong(id))))));
    client.send(Request.set("POST", PullsApi.issue(repository, number) + "/labels", body));
  }

  private Optional<String> find(RepositoryName repository, String label) throws ForgeException {
    for (ApiFields item :
        Pages.numbered(client, PullsApi.repository(repository) + "/labels?limit=50", "id")
            .items()) {
      if (item.text("name").equals(label)) {
        return Optional.of(item.id("id"));
      }
    }
    return Optional.empty();
  }

  private String create(RepositoryName repository, String label) throws ForgeException {
    Request call =
        Request.create(
            PullsApi.repository(repository) + "/labels",
            new Tree.Mapping().put("name", label).put("color", COLOR));
    try {
      return client.send(call).object().id("id");
    } catch (ForgeException e) {
      // Gitea lets two labels have one name: after a lost answer look before making another.
      Optional<String> made = e.isUnsettled() ? find(repository, label) : Optional.empty();
      return made.orElseThrow(() -> e);
    }
  }

  void remove(RepositoryName repository, PullRequestNumber number, String label)
      throws ForgeException {
    for (String id : idsOn(repository, number, label)) {
      try {
        client.send(Request.delete(PullsApi.issue(repository, number) + "/labels/" + id));
      } catch (ForgeException e) {
        // Not there any more: another run removed it, or the first answer to us was lost.
        if (e.kind() != ForgeException.Kind.NOT_FOUND
            || !idsOn(repository, number, label).isEmpty()) {
          throw e;
        }
      }
    }
  }

  /** The pull request itself says the id of each of its labels, also of an organisation's. */
  private List<String> idsOn(RepositoryName repository, PullRequestNumber number, String label)
      throws ForgeException {
    List<String> ids = new ArrayList<>();
    ApiFields pr = client.get(PullsApi.pull(repository, number)).object();
    for (ApiFields item : pr.objects("labels")) {
      if (item.text("name").equals(label)) {
        ids.add(item.id("id"));
      }
    }
    return ids;
  }

  /**
   * The timeline knows both (Gitea, {@code models/issues/comment.go}): an item of type {@code
   * label} has the body 1 when the label was set, and one of type {@code pull_push} is a push, the
   * first included, whose body lists the commits. Only a push that brought the head counts: others
   * may be hidden from us, and then nothing is known.
   */
  LabelTiming timing(PullRequest pr, String label) throws ForgeException {
    String path = PullsApi.issue(pr.repository(), pr.number()) + "/timeline?limit=50";
    @Nullable Instant labelled = null;
    @Nullable Instant pushed = null;
    for (ApiFields event : Pages.numbered(client, path, "id").items()) {
      switch (event.text("type")) {
        case "label" -> {
          if (event.text("label", "name").equals(label)) {
            labelled = event.text("body").equals("1") ? event.time("created_at") : null;
          }
        }
        case "pull_push" -> {
          if (event.text("body").contains(pr.headSha().hex())) {
            pushed = event.time("created_at");
          }
        }
        default -> {}
      }
    }
    return new LabelTiming(Optional.ofNullable(labelled), Optional.ofNullable(pushed));
  }
}
