package dev.mayfly.forge;

import dev.mayfly.forge.Deployment.State;
import dev.mayfly.http.PercentEncoding;
import dev.mayfly.http.Request;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports a preview where {@link DeploymentReads} looks for it; what stands there stays. */
record DeploymentWrites(ForgeClient client, DeploymentReads reads) {
  /** How far back a newer commit looks for older ones that still pass for running. */
  private static final int OLDER = 30;

  DeploymentWrites(ForgeClient client) {
    this(client, new DeploymentReads(client));
  }

  /** A deployment of GitHub and what was said of it last. */
  private record Numbered(String id, boolean ofCommit, Deployment last) {}

  /**
   * GitHub takes older deployments of an environment for over by itself only where it is not
   * transient (GitHub docs, "Create a deployment status", {@code auto_inactive}).
   */
  Deployment gitHub(ReportedPreview preview, Deployment wanted) throws ForgeException {
    String deployments = PullsApi.repository(preview.repository()) + "/deployments";
    List<Numbered> running = new ArrayList<>();
    Optional<Numbered> own = Optional.empty();
    for (ApiFields one :
        client
            .get(
                deployments
                    + "?environment="
                    + PercentEncoding.encode(preview.environment())
                    + "&per_page="
                    + OLDER)
            .objects()) {
      if (!one.text("environment").equals(preview.environment())) {
        continue;
      }
      boolean ofCommit = one.text("sha").equals(preview.commit().hex());
      Numbered found =
          new Numbered(one.id("id"), ofCommit, reads.lastStatus(deployments, one.id("id")));
      if (ofCommit && own.isEmpty()) {
        own = Optional.of(found);
      } else if (found.last.state() == State.INACTIVE) {
        // The oldest were ended first, so that whatever is older than this one is over too.
        break;
      } else {
        running.addFirst(found);
      }
    }
    // How one ended says nothing of others: a newer commit may be on its way already.
    boolean replaces = wanted.state() == State.PENDING || wanted.state() == State.INACTIVE;
    Deployment older = wanted.state() == State.INACTIVE ? wanted : Deployment.replaced();
    for (Numbered one : replaces ? running : List.<Numbered>of()) {
      say(deployments, one.id, older, Optional.empty());
    }
    if (!wanted.isNewsAfter(own.map(Numbered::last), preview.changed())) {
      return own.map(Numbered::last).orElse(wanted);
    }
    String id = own.isPresent() ? own.get().id : create(deployments, preview);
    say(deployments, id, wanted, preview.url());
    return wanted;
  }

  /**
   * Without {@code required_contexts} GitHub refuses while a check of the commit is not green, and
   * it would merge the base into the branch (GitHub docs, "Create a deployment").
   */
  private String create(String deployments, ReportedPreview preview) throws ForgeException {
    Tree.Mapping body =
        new Tree.Mapping()
            .put("ref", preview.commit().hex())
            .put("environment", preview.environment())
            .put("description", "a preview by Mayfly")
            .put("auto_merge", false)
            .put("required_contexts", new Tree.Sequence(List.of()))
            .put("transient_environment", true)
            .put("production_environment", false);
    return client.send(Request.create(deployments, body)).object().id("id");
  }

  private void say(String deployments, String id, Deployment deployment, Optional<String> url)
      throws ForgeException {
    Tree.Mapping body =
        new Tree.Mapping()
            .put("state", deployment.state().gitHub)
            .put("description", deployment.description());
    url.ifPresent(text -> body.put("environment_url", text));
    client.send(Request.set("POST", deployments + "/" + id + "/statuses", body));
  }

  /** GitLab refuses the state that a status has already, so what stands there is read first. */
  Deployment gitLab(ReportedPreview preview, Deployment wanted) throws ForgeException {
    Optional<Deployment> there =
        reads.gitLabStatus(preview.repository(), preview.commit(), preview.environment());
    Optional<Deployment> told =
        new GitLabEnvironmentWrites(client, new GitLabEnvironments(client), preview)
            .report(wanted, there);
    if (told.isPresent()) {
      return told.get();
    }
    return status(
        GitLabApi.project(preview.repository()),
        "name",
        wanted.state().gitLab,
        preview,
        wanted,
        there);
  }

  Deployment gitea(ReportedPreview preview, Deployment wanted) throws ForgeException {
    Optional<Deployment> there =
        reads.gitea(preview.repository(), preview.commit(), preview.environment());
    return status(
        PullsApi.repository(preview.repository()),
        "context",
        wanted.state().gitea,
        preview,
        wanted,
        there);
  }

  /** A commit status, unless the one that is there says more. */
  private Deployment status(
      String repository,
      String context,
      String state,
      ReportedPreview preview,
      Deployment wanted,
      Optional<Deployment> there)
      throws ForgeException {
    if (!wanted.isNewsAfter(there, preview.changed())) {
      return there.orElse(wanted);
    }
    Tree.Mapping body =
        new Tree.Mapping()
            .put("state", state)
            .put(context, DeploymentReads.CONTEXT + preview.environment())
            .put("description", wanted.description());
    preview
        .url()
        .filter(url -> wanted.state() != State.INACTIVE)
        .ifPresent(url -> body.put("target_url", url));
    client.send(Request.set("POST", repository + "/statuses/" + preview.commit(), body));
    return wanted;
  }
}
