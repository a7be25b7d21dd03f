package dev.mayfly.admission;

import static dev.mayfly.admission.CandidateDraft.alone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether there is room for it, and whether it is worth it. */
class RoomGatesTest {
  private final CandidateDraft draft = alone();

  @ParameterizedTest
  @CsvSource({
    "P7D,        preview,      REFUSE it was not touched for 7 days; the limit is 7",
    "P6DT23H59M, preview,      PASS it was touched 6 days ago",
    "P8D,        keep-preview, PASS the label `keep-preview` keeps it",
    "PT0S,       preview,      PASS it was touched 0 days ago",
    ",           preview,      PASS it does not expire"
  })
  void whatNobodyTouchesLosesItsPlace(Duration idle, String label, String answer) {
    draft.idle = Optional.ofNullable(idle);
    draft.labels = Set.of(label);
    assertThat(draft.at("expiry")).isEqualTo(answer);
  }

  @Test
  void aPlatformMayLetNothingExpire() {
    draft.platform = draft.platform.without("spec.admission.expiry");
    draft.idle = Optional.of(Duration.ofDays(4000));
    assertThat(draft.at("expiry")).isEqualTo("PASS it does not expire");
  }

  @Test
  void asManyAsThereArePlaces() {
    draft.with("spec.admission.limit", "2");
    assertThat(draft.at("limit")).isEqualTo("PASS 0 of 2 places are taken by others");
    assertThat(draft.held("orders#1").at("limit"))
        .isEqualTo("PASS 1 of 2 places are taken by others");
    assertThat(draft.held("orders#10").at("limit"))
        .isEqualTo("REFUSE all 2 places are taken, by orders#1, orders#10");
    assertThat(draft.held("orders#7").at("limit")).isEqualTo("PASS it holds a place already");
    assertThat(alone().with("spec.admission.limit", "1").held("orders#1").at("limit"))
        .isEqualTo("REFUSE the one place is taken, by orders#1");
  }

  @Test
  void servicesOfAnEnvironmentTakeOnePlaceTogether() {
    CandidateDraft ofEnvironment = CandidateDraft.ofEnvironment();
    ofEnvironment.with("spec.admission.limit", "1");
    assertThat(ofEnvironment.held("stock#7").at("limit"))
        .isEqualTo("PASS its environment holds a place already");
    ofEnvironment.holders.clear();
    assertThat(ofEnvironment.held("web#8", "stock#8").at("limit"))
        .isEqualTo("REFUSE the one place is taken, by shop#8");
    assertThat(ofEnvironment.with("spec.admission.limit", "2").at("limit"))
        .isEqualTo("PASS 1 of 2 places are taken by others");
  }

  @ParameterizedTest
  @CsvSource({"50, false", "51, true"})
  void aRefusalNamesFiftyHolders(int holders, boolean more) {
    draft.with("spec.admission.limit", Integer.toString(holders));
    IntStream.rangeClosed(1, holders).forEach(number -> draft.held("orders#" + (100 + number)));
    String answer = draft.at("limit");
    assertThat(answer.split("orders#")).hasSize(51);
    assertThat(answer.endsWith(" and 1 more")).isEqualTo(more);
    assertThat(answer.contains(" more")).isEqualTo(more);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{memory: 256Mi}            | PASS memory: 128Mi for others and 128Mi for this one (workload 128Mi), of 256Mi",
        "{memory: 255Mi}            | REFUSE the previews would not fit: memory: 128Mi for others and 128Mi for this one (workload 128Mi), of 255Mi",
        "{cpu: 100m}                | PASS cpu: 0.05 for others and 0.05 for this one (workload 0.05), of 100m",
        "{memory: 1Gi, cpu: 99m}    | REFUSE the previews would not fit: cpu: 0.05 for others and 0.05 for this one (workload 0.05), of 99m"
      })
  void togetherTheyFitIntoTheCapacity(String capacity, String answer) {
    draft.with("spec.capacity", capacity).held("orders#1", "gone#1");
    assertThat(draft.at("capacity")).isEqualTo(answer);
    assertThat(use(draft.candidate()).fits()).isEqualTo(answer.startsWith("PASS"));
  }

  @Test
  void whoHoldsAPlaceIsNotPutOutByACapacity() {
    draft.with("spec.capacity", "{memory: 128Mi}").held("orders#1", "orders#7");
    assertThat(draft.at("capacity")).isEqualTo("PASS it holds its share already");
    CapacityUse use = use(draft.candidate());
    assertThat(use.others()).isOne();
    assertThat(use.total()).isEqualTo(use.own().total().times(2));
    assertThat(use.fits()).isFalse();
  }

  @Test
  void aPlatformMayHaveNoCapacity() {
    draft.platform = draft.platform.without("spec.capacity");
    assertThat(draft.held("orders#1").at("capacity")).isEqualTo("PASS no capacity is set");
    assertThat(use(draft.candidate()).sum("cpu")).endsWith(", of any");
    assertThat(use(draft.candidate()).others()).isOne();
  }

  private static CapacityUse use(Candidate it) {
    return CapacityUse.of(it.platform(), it.templates(), it.app(), it.id(), it.holders());
  }

  @Test
  void onlyWhatTouchesTheApp() {
    assertThat(draft.at("changed-paths")).isEqualTo("PASS it changes what the app is made of");
    draft.files = Optional.of(new TreeSet<>(Set.of("README.md", "docs/a.md")));
    assertThat(draft.at("changed-paths"))
        .isEqualTo("REFUSE none of its 2 files matches primitives/service/orders/**");
    draft.files = Optional.of(new TreeSet<>());
    assertThat(draft.at("changed-paths")).startsWith("REFUSE none of its 0 files");
    draft.files = Optional.empty();
    assertThat(draft.at("changed-paths")).isEqualTo("UNKNOWN which files changed is not known");
    draft.platform = draft.platform.without("spec.apps.0.paths");
    assertThat(draft.at("changed-paths")).isEqualTo("PASS every change counts");
  }
}
