package dev.mayfly.forge;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.http.OriginClient;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens or updates a change without ever opening it twice; the same for every forge. */
record ChangeWriter(Forge forge, Writes writes, ForgeClient client) {
  /** The plain writes of one forge. */
  interface Writes {
    Change create(RepositoryName repository, ChangeRequest request) throws ForgeException;

    Change update(RepositoryName repository, PullRequestNumber number, ChangeRequest request)
        throws ForgeException;

    /** Closes it and sets its body. */
    void close(RepositoryName repository, PullRequestNumber number, String body)
        throws ForgeException;
  }

  Proposal propose(RepositoryName repository, ChangeRequest request) throws ForgeException {
    Change change = existingOrNew(repository, request);
    if (!Change.sameText(change.title(), request.title())
        || !Change.sameText(change.body(), request.body())) {
      change = writes.update(repository, change.number(), request);
    }
    return new Proposal(change, label(repository, change, request));
  }

  void withdraw(RepositoryName repository, PullRequestNumber number, String body)
      throws ForgeException {
    try {
      writes.close(repository, number, body);
    } catch (ForgeException e) {
      RemotePullRequest now = forge.read(repository, number);
      if (now.pullRequest().details().state() == PullRequest.State.OPEN) {
        throw e;
      }
    }
  }

  private Change existingOrNew(RepositoryName repository, ChangeRequest request)
      throws ForgeException {
    for (int attempt = 1; ; attempt++) {
      Optional<Change> existing = forge.findChange(repository, request.branch(), request.base());
      if (existing.isPresent()) {
        return existing.get();
      }
      try {
        return writes.create(repository, request);
      } catch (ForgeException e) {
        // Lost answer: it may be there. 409 and 422: someone else may have opened it meanwhile.
        boolean mayExist = e.isUnsettled() || e.status() == 409 || e.status() == 422;
        if (!mayExist || attempt >= OriginClient.ATTEMPTS) {
          throw e;
        }
        if (e.isUnsettled()) {
          client.backOff(attempt);
        } else {
          return forge
              .findChange(repository, request.branch(), request.base())
              .orElseThrow(() -> e);
        }
      }
    }
  }

  private List<Problem> label(RepositoryName repository, Change change, ChangeRequest request) {
    List<Problem> warnings = new ArrayList<>();
    for (String label : request.labels().stream().sorted().toList()) {
      if (!change.labels().contains(label)) {
        try {
          forge.addLabel(repository, change.number(), label);
        } catch (ForgeException e) {
          warnings.add(
              Problem.warning(
                  "change-label",
                  null,
                  "the label `" + label + "` could not be set: " + e.getMessage(),
                  "the next run tries again"));
        }
      }
    }
    return warnings;
  }
}
