package dev.mayfly.argocd.gotemplate;

import java.util.List;
import java.util.Optional;

/**
 * A call of a function.
 *
 * @param path the parameter that is its first argument, where that is one
 * @param others the parameters among its further arguments, what is piped into it last
 * @param literals the literal arguments as text, in order
 */
public record FunctionCall(
    String function,
    TemplatePosition position,
    Optional<List<String>> path,
    List<List<String>> others,
    List<String> literals) {}
