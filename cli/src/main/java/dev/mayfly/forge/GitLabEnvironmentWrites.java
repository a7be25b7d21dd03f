package dev.mayfly.forge;

import dev.mayfly.forge.Deployment.State;
import dev.mayfly.forge.GitLabEnvironments.Lately;
import dev.mayfly.forge.GitLabEnvironments.Made;
import dev.mayfly.http.Request;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Tree;
import java.util.Optional;

/**
 * Makes a preview an environment of GitLab. One that a pipeline deploys to is the pipeline's own:
 * GitLab looks for the job that stops it at the last deployment, and one of ours has none (GitLab,
 * {@code app/models/environment.rb}).
 */
record GitLabEnvironmentWrites(
    ForgeClient client, GitLabEnvironments reads, ReportedPreview preview) {

  /**
   * Reports a preview, or an end that only its status tells of yet.
   *
   * @param status what stands at the commit as a status
   * @return what stands then; empty where it is the status that has to tell: where GitLab or a
   *     pipeline wants no environment of ours, and where nothing runs there any more
   */
  Optional<Deployment> report(Deployment wanted, Optional<Deployment> status)
      throws ForgeException {
    Optional<Lately> found = reads.lately(preview.repository(), preview.environment());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Lately lately = found.get();
    for (Made one : lately.ours()) {
      boolean isOver =
          lately.isOfPipeline()
              || wanted.state() == State.INACTIVE
              || wanted.state() == State.PENDING && !one.isOf(preview.commit());
      // Else it would be read as the failure of a preview that comes again.
      boolean isLastFailure =
          wanted.isOver() && one.is(State.FAILURE) && one.equals(lately.ours().getFirst());
      boolean ends = one.is(State.PENDING) || isLastFailure;
      if (isOver && ends) {
        put(one, State.INACTIVE);
      }
    }
    if (!lately.isOfPipeline() && wanted.isOver()) {
      stop(lately);
    }
    return lately.isOfPipeline() || wanted.isOver()
        ? Optional.empty()
        : bring(wanted, status, lately);
  }

  /** To what is wanted, or to the end that stands there and is not told here. */
  private Optional<Deployment> bring(Deployment wanted, Optional<Deployment> status, Lately lately)
      throws ForgeException {
    Optional<Deployment> own = reads.stands(preview.repository(), preview.commit(), lately);
    Optional<Deployment> there = Deployment.later(status, own);
    boolean isNews = wanted.isNewsAfter(there, preview.changed());
    Deployment now = isNews ? wanted : there.orElse(wanted);
    boolean isWritten =
        switch (now.state()) {
          case QUEUED, INACTIVE -> false;
          case PENDING -> isNews || own.isEmpty();
          case SUCCESS, FAILURE -> own.filter(it -> it.state() == now.state()).isEmpty();
        };
    if (isWritten) {
      return write(now, own, lately) ? Optional.of(now) : Optional.empty();
    }
    if (own.filter(it -> !it.isOver()).isPresent()
        && preview.url().filter(url -> !url.equals(lately.ours().getFirst().url())).isPresent()) {
      describe(lately.ours().getFirst(), now.said(), preview.url());
    }
    return Optional.of(now);
  }

  /**
   * One that ended never runs again, and a stopped environment is started by a success alone.
   *
   * @return false where GitLab refuses
   */
  private boolean write(Deployment now, Optional<Deployment> own, Lately lately)
      throws ForgeException {
    boolean goesOn = now.state() != State.PENDING && own.filter(it -> !it.isOver()).isPresent();
    Optional<Made> made = goesOn ? Optional.of(lately.ours().getFirst()) : create();
    if (made.isEmpty()) {
      return false;
    }
    if (!goesOn && own.filter(it -> it.state() == State.PENDING).isPresent()) {
      put(lately.ours().getFirst(), State.INACTIVE);
    }
    describe(made.get(), now.said(), preview.url());
    if (now.state() != State.PENDING) {
      put(made.get(), now.state());
    }
    return true;
  }

  /** Empty where GitLab refuses. The ref is one that GitLab keeps for forks too. */
  private Optional<Made> create() throws ForgeException {
    Tree.Mapping body =
        new Tree.Mapping()
            .put("environment", preview.environment())
            .put("sha", preview.commit().hex())
            .put("ref", "refs/merge-requests/" + preview.number() + "/head")
            .put("tag", false)
            .put("status", State.PENDING.gitLab);
    try {
      Request call = Request.create(deployments(), body);
      return Optional.of(Made.of(client.send(call).object()));
    } catch (ForgeException e) {
      return GitLabEnvironments.noneOrThrow(e);
    }
  }

  private String deployments() {
    return GitLabApi.project(preview.repository()) + "/deployments";
  }

  private void put(Made made, State state) throws ForgeException {
    Tree body = new Tree.Mapping().put("status", state.gitLab);
    client.send(Request.set("PUT", deployments() + "/" + made.id(), body));
  }

  /** GitLab shows the description as Markdown, so that a cluster's words are code in it. */
  private void describe(Made made, String said, Optional<String> url) throws ForgeException {
    Tree.Mapping body = new Tree.Mapping();
    if (!said.isEmpty()) {
      body.put("description", "`" + said.replace('`', '\'') + "`");
    }
    url.ifPresent(text -> body.put("external_url", text));
    if (!body.entries().isEmpty()) {
      String path = GitLabEnvironments.path(preview.repository(), made);
      client.send(Request.set("PUT", path, body));
    }
  }

  private void stop(Lately lately) throws ForgeException {
    if (lately.ours().isEmpty()) {
      return;
    }
    Made newest = lately.ours().getFirst();
    RepositoryName repository = preview.repository();
    String path = GitLabEnvironments.path(repository, newest);
    if (!GitLabEnvironments.isStopped(client.get(path).object())) {
      describe(newest, Deployment.gone().said(), Optional.empty());
      Tree body = new Tree.Mapping().put("force", true);
      client.send(Request.set("POST", path + "/stop", body));
    }
  }
}
