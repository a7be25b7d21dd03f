package dev.mayfly.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mayfly.platform.ForgeSettings;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who belongs to a team or an organization, as every forge answers it. */
class MembershipTest {
  private final ForgeBench bench = new ForgeBench();

  @AfterEach
  void stop() {
    bench.close();
  }

  private Forge forge(ForgeSettings.Kind kind) {
    bench.fresh(kind);
    return bench.connected(kind, Duration.ofDays(1));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void membersOfOrganizationsAndTeamsAreKnown(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = forge(kind);
    bench.stub().members.put("acme ada", "active");
    bench.stub().members.put("acme/web ada", "active");
    assertThat(forge.isMember("acme", "ada")).isTrue();
    assertThat(forge.isMember("acme/web", "ada")).isTrue();
    assertThat(forge.isMember("acme", "eve")).isFalse();
    assertThat(forge.isMember("acme/web", "eve")).isFalse();
    assertThat(forge.isMember("other", "ada")).isFalse();
    assertThat(forge.isMember("acme/other", "ada")).isFalse();
    assertThat(forge.isMember("acme", "renovate[bot]")).isFalse();
  }

  /** An invitation that nobody took up, and GitLab's minimal access. */
  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITLAB"})
  void whoIsNotQuiteInIsOut(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = forge(kind);
    bench.stub().members.put("acme/web ada", "pending");
    assertThat(forge.isMember("acme/web", "ada")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void eachQuestionIsAskedOnce(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = forge(kind);
    bench.stub().members.put("acme ada", "active");
    assertThat(forge.isMember("acme", "ada")).isTrue();
    int asked = bench.server().requests().size();
    bench.stub().members.clear();
    assertThat(forge.isMember("acme", "Ada")).isTrue();
    assertThat(bench.server().requests()).hasSize(asked);
  }

  /** Not allowed to ask is no answer, and certainly no yes. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aTokenThatMayNotAskSaysWhat(ForgeSettings.Kind kind) {
    Forge forge = forge(kind);
    bench.stub().membersHidden = true;
    ForgeException e =
        catchThrowableOfType(ForgeException.class, () -> forge.isMember("acme", "ada"));
    assertThat(e.kind()).isEqualTo(ForgeException.Kind.UNAUTHORIZED);
    assertThat(e).hasMessageStartingWith("who is in `acme` cannot be told: the forge answers 403");
  }
}
