package dev.mayfly.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.kubernetes.GroupKind;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeftKindTest {
  @Test
  void whoTakesOthersAlongGoesFirstAndStorageLast() {
    assertThat(
            Stream.of("PersistentVolumeClaim", "Namespace", "Service", "Cluster", "Application")
                .map(kind -> LeftKind.of(new GroupKind("", kind)))
                .sorted(Comparator.comparing(LeftKind::rank))
                .map(LeftKind::word))
        .containsExactly("application", "database", "object", "namespace", "volume");
  }
}
