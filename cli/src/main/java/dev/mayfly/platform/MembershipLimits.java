package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import java.util.List;

/** Who belongs to a team or an organization is the forge's to say, in the forge's own terms. */
final class MembershipLimits implements PlatformChecks.Check {
  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    Admission admission = platform.admission();
    check(platform, admission.authors().groups(), where.of("admission", "authors"), problems);
    check(platform, admission.forks().groups(), where.of("admission", "forks"), problems);
  }

  private static void check(
      Platform platform, List<String> groups, Location at, Problems problems) {
    if (groups.isEmpty()) {
      return;
    }
    ForgeSettings.Kind forge = platform.forge().kind();
    if (forge == ForgeSettings.Kind.NONE) {
      problems.error(
          "members-without-forge",
          at,
          "who belongs to `" + groups.getFirst() + "` only a forge can say, and there is none",
          "name people by their logins, or set `forge.kind`");
    } else if (forge != ForgeSettings.Kind.GITLAB) {
      groups.stream()
          .filter(group -> group.indexOf('/') != group.lastIndexOf('/'))
          .forEach(
              group ->
                  problems.error(
                      "team-of-a-group",
                      at,
                      "`" + group + "` has groups within groups, which only GitLab knows",
                      "write `organization/team`, with the team's name as its address has it"));
    }
  }
}
