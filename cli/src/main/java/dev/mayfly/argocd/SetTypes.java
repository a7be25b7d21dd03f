package dev.mayfly.argocd;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.kubernetes.FieldCheck;
import dev.mayfly.kubernetes.FieldDecoding;
import dev.mayfly.kubernetes.FieldFault;
import dev.mayfly.kubernetes.FieldFault.Why;
import dev.mayfly.kubernetes.FieldPruning;
import dev.mayfly.kubernetes.FieldType.Struct;
import dev.mayfly.kubernetes.Kinds;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The types that a set and its patches have to fit: first the API server looks at them, by the
 * CustomResourceDefinition, then Argo CD decodes them into Go structs.
 */
public final class SetTypes {
  static final String API_VERSION = "argoproj.io/v1alpha1";

  private SetTypes() {}

  /** The fields of a kind of this version. */
  public static Struct type(String kind) {
    return Kinds.find(API_VERSION, kind).orElseThrow();
  }

  /** Why the API server would refuse the set. */
  static List<Problem> refusals(Node set) {
    List<Problem> problems = new ArrayList<>();
    for (FieldFault fault : FieldCheck.check(set, type("ApplicationSet"))) {
      if (fault.why() == Why.UNKNOWN) {
        problems.add(
            Problem.warning(
                "unknown-field",
                fault.location(),
                MessageText.text(fault.message()) + ", so the API server drops it",
                MessageText.text(fault.hint())));
      } else {
        problems.add(
            GeneratorStop.stall(
                    fault.location(),
                    MessageText.text(fault.message()) + ", so the API server refuses the set")
                .problem());
      }
    }
    return problems;
  }

  static Node pruned(Node object, String kind) {
    return FieldPruning.prune(object, type(kind));
  }

  /** A patched Application with the names of its fields. */
  static Node decoded(Node application) {
    return FieldDecoding.decode(application, type("Application"));
  }

  /** A rendered patch is decoded into an Application, though it need not be a whole one. */
  static void patch(Node patch, Location location) throws GeneratorStop {
    Struct type = type("Application");
    for (FieldFault fault : FieldCheck.check(FieldDecoding.named(patch, type), type)) {
      if (fault.why().isType()) {
        throw GeneratorStop.stall(
            location, "in the rendered `templatePatch` " + MessageText.text(fault.message()));
      }
    }
  }
}
