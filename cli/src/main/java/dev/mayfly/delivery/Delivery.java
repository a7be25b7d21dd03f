package dev.mayfly.delivery;

import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteRepository;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What every delivery works with.
 *
 * @param branch the GitOps branch
 * @param policyRef where platform and templates are read; empty means the GitOps branch itself
 * @param dryRun find out what would be done and do nothing
 */
public record Delivery(
    RemoteRepository remote,
    RefName branch,
    Optional<RefName> policyRef,
    Message message,
    InstantSource clock,
    boolean dryRun) {

  /** The policy alone, as the remote holds it now. Never read from a pull request. */
  public Policy policy() {
    return Policy.at(remote.require(policyRef.orElse(branch)));
  }

  /** All that decisions are made on, as the remote holds it now. */
  public GitOpsView view() {
    return GitOpsView.read(this);
  }
}
