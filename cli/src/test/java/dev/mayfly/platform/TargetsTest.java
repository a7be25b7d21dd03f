package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.Targets.Part;
import org.junit.jupiter.api.Test;

class TargetsTest {
  @Test
  void whatNobodyWroteDownIsAssumedToBeTheNewest() {
    assertThat(Targets.ASSUMED.argocd()).isEqualTo(new ReleaseLine(3, 5));
    assertThat(Targets.ASSUMED.isStated(Part.ARGOCD)).isFalse();
  }

  @Test
  void aReleaseThatIsStatedCountsForItsPartAlone() {
    Targets stated = Targets.ASSUMED.with(Part.ARGOCD, new ReleaseLine(3, 3));

    assertThat(stated.argocd()).isEqualTo(new ReleaseLine(3, 3));
    assertThat(stated.isStated(Part.ARGOCD)).isTrue();
    assertThat(stated.isStated(Part.KUBERNETES)).isFalse();
    assertThat(stated.of(Part.KUBERNETES)).isEqualTo(Targets.ASSUMED.of(Part.KUBERNETES));
  }
}
