package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.yaml.Node;
import java.util.List;

/** What one generator yields: parameter sets, and the template they fill in. */
record Expansion(Node template, List<GoValue.Entries> parameterSets) {}
