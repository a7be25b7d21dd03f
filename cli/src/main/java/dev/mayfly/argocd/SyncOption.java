package dev.mayfly.argocd;

/** A sync option that is on or off (Argo CD docs, Sync Options). */
public enum SyncOption {
  CREATE_NAMESPACE("CreateNamespace"),
  PRUNE("Prune"),
  DELETE("Delete"),
  PRUNE_LAST("PruneLast"),
  VALIDATE("Validate"),
  SKIP_DRY_RUN_ON_MISSING_RESOURCE("SkipDryRunOnMissingResource"),
  APPLY_OUT_OF_SYNC_ONLY("ApplyOutOfSyncOnly"),
  REPLACE("Replace"),
  FORCE("Force"),
  SERVER_SIDE_APPLY("ServerSideApply"),
  FAIL_ON_SHARED_RESOURCE("FailOnSharedResource"),
  RESPECT_IGNORE_DIFFERENCES("RespectIgnoreDifferences"),
  CLIENT_SIDE_APPLY_MIGRATION("ClientSideApplyMigration");

  private final String word;

  SyncOption(String word) {
    this.word = word;
  }

  /** What turns it on, as it is written. */
  public String on() {
    return word + "=true";
  }

  public String off() {
    return word + "=false";
  }

  /** What has somebody asked each time; only two of them can. */
  String confirm() {
    return word + "=confirm";
  }
}
