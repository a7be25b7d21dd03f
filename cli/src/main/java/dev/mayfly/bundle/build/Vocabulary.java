package dev.mayfly.bundle.build;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The keys that a file may have, at every level and in one spelling. Go's decoders fold case,
 * {@code Bases} and {@code ba&#x17F;es} are {@code bases} to them; so what is not spelled exactly
 * is not let through to be looked for under another name.
 */
public final class Vocabulary {
  private static final String FREE = "*";

  /** As kustomize's types have them (kustomize source, api/types). */
  private static final Vocabulary KUSTOMIZATION =
      of(
          """
          Kustomization apiVersion kind metadata:Metadata openapi:Openapi namePrefix nameSuffix \
          namespace commonLabels:* labels:Label commonAnnotations:* patchesStrategicMerge \
          patchesJson6902:Patch patches:Patch images:Image imageTags:Image \
          replacements:Replacement replicas:Replica vars:Var sortOptions:Sort resources components \
          crds bases configMapGenerator:Generator secretGenerator:Generator helmGlobals:* \
          helmCharts:* helmChartInflationGenerator:* generatorOptions:Options configurations \
          generators:* transformers:* validators:* buildMetadata
          Metadata name namespace labels:* annotations:*
          Openapi path version
          Label pairs:* includeSelectors includeTemplates fields:Field
          Field path create group version kind
          Patch path patch target:Selector options:PatchOptions
          PatchOptions allowNameChange allowKindChange
          Image name newName tagSuffix newTag digest
          Replacement path source:Source sourceValue targets:Target
          Source group version kind name namespace fieldPath options:FieldOptions
          Target select:Selector reject:Selector fieldPaths options:FieldOptions
          FieldOptions delimiter index encoding create
          Replica name count
          Var name objref:ObjRef fieldref:FieldRef
          ObjRef apiVersion group version kind name namespace
          FieldRef fieldPath
          Sort order legacySortOptions:Legacy
          Legacy orderFirst orderLast
          Generator name namespace behavior type literals files envs env options:Options
          Options labels:* annotations:* disableNameSuffixHash immutable
          Selector group version kind name namespace annotationSelector labelSelector
          """);

  /** What is worked out without kustomize; see {@link PlainKustomize}. */
  static final Vocabulary PLAIN_KUSTOMIZATION =
      of(
          """
          Kustomization apiVersion kind metadata:Metadata resources labels:Label \
          replacements:Replacement
          Metadata name
          Label pairs:* includeSelectors
          Replacement source:Source targets:Target
          Source kind name fieldPath
          Target select:Select fieldPaths options:FieldOptions
          Select kind name
          FieldOptions delimiter index
          """);

  /** As Helm has them (Helm source, pkg/chart/v2). */
  private static final Vocabulary CHART =
      of(
          """
          Chart name home sources version description keywords maintainers:Maintainer icon \
          apiVersion condition tags appVersion deprecated annotations:* kubeVersion \
          dependencies:Dependency type generated digest
          Maintainer name email url
          Dependency name version repository condition tags enabled import-values:* alias
          """);

  /** By type, its keys with the type of what stands under them; empty for plain values. */
  private final Map<String, Map<String, String>> types = new HashMap<>();

  private Vocabulary() {}

  private static Vocabulary of(String text) {
    Vocabulary vocabulary = new Vocabulary();
    text.lines().map(line -> line.split(" ")).forEach(vocabulary::add);
    return vocabulary;
  }

  private void add(String[] words) {
    Map<String, String> keys = new HashMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] parts = words[i].split(":", -1);
      keys.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    types.put(words[0], keys);
  }

  /** Tells every key that is none, with those that would be. */
  void unknown(String type, Node node, BiConsumer<ScalarNode, Set<String>> found) {
    Map<String, String> keys = types.getOrDefault(type, Map.of());
    switch (node) {
      case ListNode list -> list.items().forEach(item -> unknown(type, item, found));
      case MapNode map -> {
        for (MapNode.Entry entry : map.entries()) {
          String below = keys.get(entry.key().text());
          if (below == null) {
            found.accept(entry.key(), keys.keySet());
          } else if (!below.equals(FREE)) {
            unknown(below, entry.value(), found);
          }
        }
      }
      case ScalarNode ignored -> {}
    }
  }

  /** Names every key that is not spelled as kustomize has it. */
  public static void checkKustomization(MapNode root, BundleFindings findings) {
    KUSTOMIZATION.unknown("Kustomization", root, findings::unknownKey);
  }

  /** Reads one of a chart's own files strictly, and names every key that Helm spells otherwise. */
  public static void checkChart(BundleFiles files, String path, BundleFindings findings) {
    findings.addAll(files.yaml(path).problems());
    files
        .yaml(path)
        .documents()
        .forEach(document -> CHART.unknown("Chart", document, findings::unknownKey));
  }
}
