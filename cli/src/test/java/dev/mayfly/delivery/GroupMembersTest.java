package dev.mayfly.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.admission.Membership;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeBench;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.Admission;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequest.State;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is asked about, and who is not. */
class GroupMembersTest {
  private static final String AUTHORS =
      "{users: [Grace], teams: [acme/web], organization: acme, none: [mallory]}";
  private static final String FORKS = "{repositories: [bob/shop], teams: [acme/web]}";
  private final ForgeBench bench = new ForgeBench();
  private Forge forge;

  @BeforeEach
  void start() {
    forge = bench.fresh(ForgeSettings.Kind.GITHUB);
    bench
        .stub()
        .members
        .putAll(
            Map.of(
                "acme ada", "active",
                "acme/web ada", "active",
                "acme grace", "active",
                "acme mallory", "active",
                "acme/web eve", "active",
                "acme/web bob", "active"));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void authorsAreAskedAboutUnlessTheyAreNamed() throws ForgeException {
    assertThat(ask("ada", "acme/shop")).isEqualTo(of(Set.of("acme", "acme/web"), Set.of()));
    assertThat(ask("eve", "acme/shop")).isEqualTo(of(Set.of("acme/web"), Set.of()));
    assertThat(ask("zoe", "acme/shop")).isEqualTo(of(Set.of(), Set.of()));
    int asked = bench.server().requests().size();
    assertThat(ask("grace", "acme/shop")).isEqualTo(of(Set.of(), Set.of()));
    assertThat(ask("mallory", "acme/shop")).isEqualTo(of(Set.of(), Set.of()));
    assertThat(ask("", "acme/shop")).isEqualTo(of(Set.of(), Set.of()));
    assertThat(bench.server().requests()).hasSize(asked);
  }

  @Test
  void ofAForkItsOwnerToo() throws ForgeException {
    assertThat(ask("grace", "eve/shop")).isEqualTo(of(Set.of(), Set.of("acme/web")));
    assertThat(ask("eve", "eve/shop")).isEqualTo(of(Set.of("acme/web"), Set.of("acme/web")));
    assertThat(ask("grace", "zoe/shop")).isEqualTo(of(Set.of(), Set.of()));
    int asked = bench.server().requests().size();
    assertThat(ask("grace", "Bob/Shop")).isEqualTo(of(Set.of(), Set.of()));
    assertThat(ask("grace", "")).isEqualTo(of(Set.of(), Set.of()));
    assertThat(bench.server().requests()).hasSize(asked);
  }

  private static Membership of(Set<String> ofAuthor, Set<String> ofForkOwner) {
    return new Membership(ofAuthor, ofForkOwner);
  }

  private Membership ask(String author, String head) throws ForgeException {
    Admission admission =
        PlatformLoader.load(
                "mayfly.yaml",
                YamlDraft.example("primitives")
                    .with("spec.admission.authors", AUTHORS)
                    .with("spec.admission.forks", FORKS)
                    .bytes())
            .platform()
            .admission();
    PullRequest.Details details =
        new PullRequest.Details(
            State.OPEN,
            false,
            "title",
            author,
            "change",
            "main",
            RepositoryName.parse(head),
            Set.of());
    return GroupMembers.ask(
        forge,
        admission,
        new PullRequest(
            new RepositoryName("acme/shop"),
            new PullRequestNumber(7),
            new CommitSha("a".repeat(40)),
            details));
  }
}
