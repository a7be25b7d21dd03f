package dev.mayfly.manifest;

import static dev.mayfly.manifest.Rendered.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the API server refuses of a preview, by the expressions that it evaluates. */
class AdmissionChecksTest {
  private static final String NUMBER = "variables.number";

  /** An object of the right name that is about production's database is not the preview's. */
  @Test
  void databaseObjectsElsewhereAreToldByWhatTheyAreAbout() {
    String placement = expressions(Rendered.example("primitives")).getFirst();
    assertThat(placement)
        .contains(
            "(object.apiVersion.startsWith('postgresql.cnpg.io/') && object.kind == 'Database'"
                + " && object.metadata.name == 'orders-pr-' + "
                + NUMBER
                + " && object.spec.cluster.name == 'shared-pg'"
                + " && object.spec.name == 'orders_pr_' + "
                + NUMBER
                + " && object.spec.owner == 'orders_pr_' + "
                + NUMBER
                + ")")
        .contains(
            "object.kind == 'DatabaseRole' && object.metadata.name == 'orders-pr-' + "
                + NUMBER
                + " && object.spec.cluster.name == 'shared-pg' && object.spec.name == 'orders_pr_' + "
                + NUMBER
                + ")")
        .contains(
            "object.kind == 'ExternalSecret' && object.metadata.name == 'orders-pr-' + "
                + NUMBER
                + " + '-role' && object.spec.target.name == 'orders-pr-' + "
                + NUMBER
                + " + '-role')")
        .doesNotContain(" in [");
  }

  /** A role of the Database's name with a kind's name of another was let through. */
  @Test
  void eachNameBelongsToOneKind() {
    String placement = expressions(Rendered.example("primitives")).getFirst();
    assertThat(placement.split("object\\.kind == 'Database' ", -1)).hasSize(2);
    assertThat(placement.split("object\\.kind == 'DatabaseRole' ", -1)).hasSize(2);
  }

  @Test
  void besideProductionDatabaseObjectsAreThePreviewsOwn() {
    assertThat(expressions(Rendered.example("monolith")))
        .anyMatch(
            expression ->
                expression.startsWith("!object.apiVersion.startsWith('postgresql.cnpg.io/') || ((")
                    && expression.contains(
                        "object.kind == 'Backup' && object.metadata.name == 'monolith-pg-pr-' + "
                            + NUMBER
                            + " && object.spec.cluster.name == 'monolith-pg')")
                    && !expression.contains("object.kind == 'Cluster' ||"))
        .anyMatch(expression -> expression.contains("object.spec.target.name.startsWith("));
  }

  /** A deletion only takes finalizers away; the policy of today must not keep it from that. */
  @Test
  void deletionIsNotJudged() {
    List<String> conditions =
        Rendered.items(
                Rendered.example("primitives").inSet("admission-policy-orders.yaml"),
                "spec",
                "matchConditions")
            .stream()
            .map(condition -> text(condition, "expression"))
            .toList();
    assertThat(conditions).hasSize(2).contains("!has(object.metadata.deletionTimestamp)");
  }

  private static List<String> expressions(Rendered rendered) {
    return rendered.set().entrySet().stream()
        .filter(file -> file.getKey().matches("platform/admission-policy-[a-z]+\\.yaml"))
        .flatMap(file -> Rendered.items(file.getValue(), "spec", "validations").stream())
        .map(validation -> text(validation, "expression"))
        .toList();
  }
}
