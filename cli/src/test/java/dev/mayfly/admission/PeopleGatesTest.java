package dev.mayfly.admission;

import static dev.mayfly.admission.CandidateDraft.alone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.forge.RepositoryAccess;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who opened it, and where the commits come from. */
class PeopleGatesTest {
  private static final String TOKEN = " as far as the forge's token may see";
  private final CandidateDraft draft = alone();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                            | ada | PASS every author is let in",
        "{users: [], none: []}         | ''  | PASS every author is let in",
        "{none: [eve]}                 | ada | PASS the author is not excluded",
        "{none: [eve]}                 | EVE | REFUSE its author `EVE` is excluded",
        "{none: [eve]}                 | ''  | REFUSE its author is not known",
        "{users: [eve], none: [eve]}   | eve | REFUSE its author `eve` is excluded",
        "[grace, ada]                  | Ada | PASS the author is listed",
        "[grace]                       | ada | REFUSE its author `ada` is not listed",
        "{teams: [acme/core]}          | ada | UNKNOWN who is in `acme/core` only the forge knows, which is not asked",
        "{users: [ada], teams: [acme/core]} | ada | PASS the author is listed"
      })
  void authorsByName(String authors, String author, String answer) {
    draft.author = author;
    draft.with("spec.admission.authors", authors);
    assertThat(draft.at("author")).isEqualTo(answer);
  }

  @Test
  void byHandAnAuthorMayBeUnknown() {
    draft.with("spec.admission.authors", "[ada]");
    draft.author = "";
    draft.byHand = true;
    assertThat(draft.at("author")).isEqualTo("UNKNOWN the author is not known");
  }

  @Test
  void authorsByGroup() {
    draft.with("spec.admission.authors", "{teams: [acme/core, acme/web], organization: acme}");
    assertThat(draft.members(Set.of("acme", "acme/web"), Set.of("acme/core")).at("author"))
        .isEqualTo("PASS the author is in `acme/web`");
    assertThat(draft.members(Set.of(), Set.of("acme/core")).at("author"))
        .isEqualTo(
            "REFUSE its author `ada` is not listed, and in none of `acme/core`, `acme/web`, `acme`"
                + TOKEN);
  }

  @Test
  void onlyCommitsOfTheRepositoryItself() {
    assertThat(draft.at("fork")).isEqualTo("PASS the commits are in the repository itself");
    assertThat(draft.from("Acme/Primitives").at("fork")).startsWith("PASS");
    assertThat(draft.from("eve/primitives").at("fork"))
        .isEqualTo("REFUSE it comes from the fork `eve/primitives`, which is not listed");
    draft.head = Optional.empty();
    assertThat(draft.at("fork")).isEqualTo("REFUSE it comes from a fork that is gone");
    draft.byHand = true;
    assertThat(draft.at("fork")).isEqualTo("UNKNOWN where the commits come from is not known");
  }

  @Test
  void aForkThatIsListed() {
    draft.with("spec.admission.forks", "{repositories: [eve/primitives], teams: [acme/core]}");
    assertThat(draft.from("Eve/Primitives").at("fork"))
        .isEqualTo("PASS the fork `Eve/Primitives` is listed");
  }

  @Test
  void aForkOfSomebodyWhoIsTrusted() {
    draft.with("spec.admission.forks", "{teams: [acme/core], members: acme}");
    draft.from("eve/primitives");
    assertThat(draft.at("fork"))
        .isEqualTo(
            "UNKNOWN who is in `acme/core`, `acme` only the forge knows, which is not asked");
    assertThat(draft.members(Set.of("acme"), Set.of()).at("fork"))
        .isEqualTo(
            "REFUSE it comes from the fork `eve/primitives`, whose owner is in none of"
                + " `acme/core`, `acme`"
                + TOKEN);
    assertThat(draft.members(Set.of(), Set.of("acme")).at("fork"))
        .isEqualTo(
            "REFUSE it comes from the fork `eve/primitives`, and its author is in none of"
                + " `acme/core`, `acme`"
                + TOKEN);
    assertThat(draft.members(Set.of("acme/core"), Set.of("acme")).at("fork"))
        .isEqualTo("PASS the owner of the fork `eve/primitives` and the author are in `acme`");
  }

  @ParameterizedTest
  @CsvSource({
    "false, ,        PASS each commit is admitted by itself",
    "false, LESS,    PASS each commit is admitted by itself",
    "true,  ,        UNKNOWN what the author may do is not known",
    "true,  WRITE,   PASS the author may write to the repository",
    "true,  LESS,    REFUSE its author may not write to the repository",
    "true,  UNKNOWN, UNKNOWN the forge does not tell whether its author may write"
  })
  void theGeneratorServesThoseWhoMayPush(
      boolean isGenerator, RepositoryAccess access, String answer) {
    if (isGenerator) {
      draft.platform = draft.platform.without("spec.gitops.change").without("spec.capacity");
      draft.with("spec.gitops.delivery", "generator");
    }
    draft.access = Optional.ofNullable(access);
    assertThat(draft.at("write-access")).startsWith(answer);
  }
}
