package dev.mayfly.live;

import dev.mayfly.argocd.HealthStatus;
import dev.mayfly.argocd.OperationPhase;
import dev.mayfly.argocd.SyncStatus;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.live.Observation.Stage;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.Node;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far an Application is. Live means: compared with the commit, Synced, Healthy, and no
 * operation running. Argo CD keeps the result of the last operation until the next one ends, so a
 * failure counts only where it is the failure of what is compared now.
 */
public final class ApplicationJudge {
  private final Wanted wanted;
  private final CommitCarried carried;

  public ApplicationJudge(Wanted wanted, RemoteRepository remote) {
    this.wanted = wanted;
    this.carried = new CommitCarried(wanted, new GitOpsRecords(remote, wanted.id()));
  }

  Wanted wanted() {
    return wanted;
  }

  /** Where there is none. */
  Observation absent() {
    return Observation.of(Stage.UNSEEN, "has no Application `" + wanted.application() + "` yet");
  }

  /**
   * Judges what was found under the Application's name.
   *
   * @throws ProblemsException (remote) when it is an Application of something else
   */
  Observation judge(Node object) {
    ApplicationStatus application = new ApplicationStatus(object);
    OptionalInt source = carried.source(application);
    requireOurs(application, source);
    if (application.has("metadata", "deletionTimestamp")) {
      return Observation.of(Stage.GOING, "is being deleted");
    }
    return carried
        .obstacle(application, source.getAsInt())
        .or(() -> condition(application))
        .or(() -> operation(application, source.getAsInt()))
        .orElseGet(() -> state(application))
        .with(Troubles.of(application));
  }

  private void requireOurs(ApplicationStatus application, OptionalInt source) {
    String name = application.text("metadata", "name");
    String project = application.text("spec", "project");
    if (name.equals(wanted.application())
        && project.equals(wanted.project())
        && source.isPresent()) {
      return;
    }
    String shown = UntrustedText.clean(name + "` of project `" + project, 140);
    throw Fault.REMOTE.error(
        "another-application",
        "what was found is not a preview of `"
            + wanted.id().app()
            + "`: Application `"
            + shown
            + "`",
        "check which Argo CD or cluster was asked, and that it has this platform applied");
  }

  /** Conditions whose names end so are errors; others are warnings. */
  private static Optional<Observation> condition(ApplicationStatus application) {
    return application.list("status", "conditions").stream()
        .map(condition -> condition.textOrEmpty("type"))
        .filter(type -> type.endsWith("Error"))
        .findFirst()
        .map(type -> Observation.of(Stage.DEGRADED, "has the condition " + word(type)));
  }

  private static Optional<Observation> operation(ApplicationStatus application, int source) {
    OperationPhase phase = OperationPhase.of(application.text("status", "operationState", "phase"));
    String said = said(application.text("status", "operationState", "message"));
    return switch (phase) {
      case RUNNING, TERMINATING ->
          Optional.of(Observation.of(Stage.WAITING, "is being synced" + said));
      case FAILED, ERROR ->
          Optional.of(
              isCurrent(application, source)
                  ? Observation.of(Stage.FAILED, "could not be synced" + said)
                  : Observation.of(Stage.WAITING, "waits for its next sync"));
      case SUCCEEDED, NONE ->
          application.has("operation")
              ? Optional.of(Observation.of(Stage.WAITING, "waits for a sync that was asked for"))
              : Optional.empty();
    };
  }

  /** Whether the operation that failed is about the commits that are compared now. */
  private static boolean isCurrent(ApplicationStatus application, int source) {
    for (int i = 0; i < application.sources(); i++) {
      if (!application.synced(i).equals(application.compared(i))) {
        return false;
      }
    }
    return !application.synced(source).isEmpty();
  }

  private static Observation state(ApplicationStatus application) {
    String sync = word(application.text("status", "sync", "status"));
    String health = word(application.text("status", "health", "status"));
    String words =
        "is " + sync + " and " + health + said(application.text("status", "health", "message"));
    if (SyncStatus.of(sync) != SyncStatus.SYNCED) {
      return Observation.of(Stage.WAITING, words);
    }
    return switch (HealthStatus.of(health)) {
      case HEALTHY -> Observation.of(Stage.LIVE, words);
      case DEGRADED -> Observation.of(Stage.DEGRADED, words);
      case PROGRESSING, SUSPENDED, MISSING, UNKNOWN, OTHER -> Observation.of(Stage.WAITING, words);
    };
  }

  /** What somebody says, to end a sentence. */
  static String said(String message) {
    String clean = UntrustedText.clean(message, 300);
    return clean.isEmpty() ? "" : ": " + clean;
  }

  private static String word(String state) {
    String clean = UntrustedText.clean(state, 60);
    return clean.isEmpty() ? "Unknown" : clean;
  }
}
