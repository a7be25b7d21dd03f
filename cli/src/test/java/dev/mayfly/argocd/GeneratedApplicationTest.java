package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.gotemplate.GoValue;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedApplicationTest {
  private static final List<RegisteredCluster> CLUSTERS =
      List.of(cluster("eu", "https://eu"), cluster("t", "https://t1"), cluster("t", "https://t2"));

  private static RegisteredCluster cluster(String name, String server) {
    return new RegisteredCluster(name, server, "", new TreeMap<>(), new TreeMap<>(), true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: eu | ''
          server: https://eu | ''
          server: https://t1 | ''
          name: gone | `a` goes to `gone`, which is none of the clusters given
          name: t | `a` goes to `t`, which is several of the clusters given
          server: https://x | `a` goes to `https://x`, which is none of the clusters given
          name: eu, server: https://eu | `a` needs exactly one of `server` and `name` as its destination
          namespace: x | `a` needs exactly one of `server` and `name` as its destination
          """)
  void saysWhatIsWrong(String destination, String fault) {
    GeneratedApplication application =
        new GeneratedApplication(
            ApplicationSetSimulationTest.parse(
                "{metadata: {name: a}, spec: {destination: {" + destination + "}}}"),
            GoValue.map());
    assertThat(application.destinationFault(Optional.of(CLUSTERS)).orElse("")).isEqualTo(fault);
  }
}
