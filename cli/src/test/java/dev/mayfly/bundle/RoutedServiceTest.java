package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The route leads to a Service of the bundle, and gets as far as its pods. */
class RoutedServiceTest {
  private static final String ROUTE = "service: {name: orders, port: 80, targetPort: 8080}";
  private static final String PORT = "ports: [{port: 80, targetPort: 8080}]";

  @Test
  void aServiceThatIsNotThere() {
    Problem problem =
        only(BundleCase.directory().platform(ROUTE, "service: {name: order, port: 80}"));
    assertThat(problem.id()).isEqualTo("missing-service");
    assertThat(problem.hint()).contains("did you mean `orders`?");
    BundleCase none = BundleCase.directory();
    none.files.remove("service.yaml");
    assertThat(only(none).hint()).isEqualTo("bring it, or leave out `apps[].service`");
  }

  @Test
  void anObjectOfAnotherKindIsNoService() {
    BundleCase other =
        BundleCase.directory().replace("service.yaml", "kind: Service", "kind: ServiceAccount");
    assertThat(other.findings()).containsExactly("error missing-service");
  }

  @Test
  void aPrefixOfTheBundlesOwnChangesTheName() {
    BundleCase prefixed = BundleCase.kustomize().more("kustomization.yaml", "namePrefix: x-\n");
    String built =
        "apiVersion: v1\nkind: Service\nmetadata: {name: x-orders}\nspec: {selector: {app: orders}, "
            + PORT
            + "}\n";
    assertThat(prefixed.renders(built).findings()).contains("error missing-service");
  }

  @Test
  void aPortThatIsNotThere() {
    Problem problem =
        only(
            BundleCase.directory()
                .platform(ROUTE, "service: {name: orders, port: 81, targetPort: 8080}"));
    assertThat(problem.id()).isEqualTo("missing-port");
    assertThat(problem.hint()).contains("`80`");
  }

  @Test
  void aPortOfThePodsThatThePoliciesKeepShut() {
    BundleCase other = BundleCase.directory().replace("service.yaml", "8080", "9090");
    assertThat(only(other).message())
        .isEqualTo(
            "Service `orders` leads port 80 to the pods' port 9090, and the preview's policies open 8080");
    BundleCase none = BundleCase.directory().replace("service.yaml", ", targetPort: 8080", "");
    assertThat(none.findings()).containsExactly("error closed-port");
  }

  @Test
  void aPortsNameIsLookedUpInThePodsThatAreSelected() {
    String port = "        ports: [{name: http, containerPort: %s}]\n";
    BundleCase named = BundleCase.directory().replace("service.yaml", "8080", "http");
    assertThat(named.findings()).isEmpty();
    assertThat(named.more("deployment.yaml", port.formatted(8080)).findings()).isEmpty();
    assertThat(
            named.replace("deployment.yaml", port.formatted(8080), port.formatted(9090)).findings())
        .containsExactly("error closed-port");
    assertThat(named.replace("service.yaml", "{app: orders}", "{app: other}").findings())
        .containsExactly("warning idle-service");
    BundleCase other =
        BundleCase.directory()
            .replace("service.yaml", "8080", "metrics")
            .more(
                "deployment.yaml",
                "        ports: [{name: metrics, containerPort: 9090}, {name: http, containerPort: 8080}]\n");
    assertThat(other.findings()).containsExactly("error closed-port");
    assertThat(other.replace("service.yaml", "metrics", "http").findings()).isEmpty();
  }

  @Test
  void theRouteDoesNotWaitForALaterWave() {
    String late = "metadata: {name: orders, annotations: {argocd.argoproj.io/sync-wave: '%s'}}";
    BundleCase one =
        BundleCase.directory()
            .replace("service.yaml", "metadata: {name: orders}", late.formatted("1"));
    assertThat(one.findings()).containsExactly("error waits-for-later");
    assertThat(one.replace("service.yaml", late.formatted("1"), late.formatted("-3")).findings())
        .isEmpty();
  }

  @Test
  void besideProductionTheNameIsOneThatTheChartGives() {
    String service =
        "apiVersion: v1\nkind: Service\nmetadata: {name: monolith-pr-7%s}\nspec: "
            + "{selector: {app.kubernetes.io/instance: monolith-pr-7}, ports: [{port: 8080}]}\n";
    assertThat(BundleCase.routedChart().renders(service.formatted("-web")).findings())
        .contains("error missing-service");
    assertThat(BundleCase.routedChart().renders(service.formatted("")).findings())
        .containsExactly("warning idle-service", "warning unused-image");
  }

  @Test
  void aRouteOfTheBundlesOwnThatNobodyIsLetThrough() {
    String ingress =
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x}\nspec: {rules: [{host: orders-7.preview.example.dev}]}\n";
    String policy = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: y}\n";
    String resources =
        "resources:\n        - {group: networking.k8s.io, kind: Ingress}\n        - {group: networking.k8s.io, kind: NetworkPolicy}\n";
    BundleCase own = BundleCase.directory().platform("resources:\n", resources).object(ingress);
    assertThat(own.findings()).isEmpty();
    BundleCase shut = own.platform("      " + ROUTE + "\n", "");
    assertThat(shut.findings()).containsExactly("warning shut-out");
    BundleCase named =
        BundleCase.directory()
            .platform("resources:\n", resources)
            .platform(ROUTE, "routes: [{host: 'orders-${pr.number}', bundle: true}]")
            .object(ingress);
    assertThat(named.findings()).containsExactly("warning shut-out");
    assertThat(shut.object(ingress + "---\n" + policy).findings()).isEmpty();
    String certificate = "apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: x}\n";
    assertThat(shut.object(certificate).findings()).doesNotContain("warning shut-out");
  }

  private static Problem only(BundleCase one) {
    List<Problem> problems = one.problems();
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }
}
