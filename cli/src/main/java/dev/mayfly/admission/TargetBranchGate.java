package dev.mayfly.admission;

import dev.mayfly.preview.UntrustedText;
import java.util.List;

/** Only pull requests into the listed branches have previews. */
final class TargetBranchGate implements Gate {
  @Override
  public Answer check(Candidate candidate) {
    List<String> branches = candidate.platform().admission().targetBranches();
    String target = candidate.details().targetBranch();
    if (target.isEmpty()) {
      return Answer.unknown("the target branch is not known");
    }
    return candidate.platform().admission().takesTarget(target)
        ? Answer.pass("it goes into `" + target + "`")
        : Answer.refuse(
            "it goes into `"
                + UntrustedText.clean(target, 60)
                + "`, not into `"
                + String.join("` or `", branches)
                + "`");
  }
}
