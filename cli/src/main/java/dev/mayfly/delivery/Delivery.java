package dev.mayfly.delivery;

import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
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

  /** The policy as the remote holds it now. */
  public Policy policy() {
    return Policy.at(remote.require(policyRef.orElse(branch)));
  }

  /**
   * The policy for a round that found the branch at this commit. Never read from a pull request.
   */
  Policy policy(Snapshot found) {
    return policyRef.map(ref -> Policy.at(remote.require(ref))).orElseGet(() -> Policy.at(found));
  }
}
