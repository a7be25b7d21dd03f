package dev.mayfly.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.HomogeneousLiteralValidator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CEL as the API server sets it up for admission policies, as far as it is used here: the standard
 * library, optionals, the functions for strings, literals of one type, and Kubernetes' own {@code
 * find} and {@code quantity}.
 */
public final class KubernetesCel {
  private static final CelType QUANTITY = OpaqueType.create("kubernetes.Quantity");
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableReservedIds(true)
          .enableOptionalSyntax(true)
          .enableHeterogeneousNumericComparisons(true)
          .build();

  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder()
          .setOptions(OPTIONS)
          .addLibraries(CelExtensions.optional(), CelExtensions.strings())
          .addFunctionBindings(
              CelFunctionBinding.from(
                  "string_find_string", String.class, String.class, KubernetesCel::find),
              CelFunctionBinding.from("string_to_quantity", String.class, KubernetesCel::quantity),
              CelFunctionBinding.from(
                  "quantity_compare_to",
                  BigDecimal.class,
                  BigDecimal.class,
                  (one, other) -> (long) one.compareTo(other)))
          .build();

  /** Of names, which are read alike whatever is declared. */
  private static final CelCompiler PARSER = builder().build();

  private final CelCompilerBuilder builder = builder();
  private final List<String> declared = new ArrayList<>();

  private static CelCompilerBuilder builder() {
    return CelCompilerFactory.standardCelCompilerBuilder()
        .setOptions(OPTIONS)
        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
        .addLibraries(CelExtensions.optional(), CelExtensions.strings())
        .addVar("object", SimpleType.DYN)
        .addVar("oldObject", SimpleType.DYN)
        .addVar("request", SimpleType.DYN)
        .addFunctionDeclarations(
            CelFunctionDecl.newFunctionDeclaration(
                "find",
                CelOverloadDecl.newMemberOverload(
                    "string_find_string", SimpleType.STRING, SimpleType.STRING, SimpleType.STRING)),
            CelFunctionDecl.newFunctionDeclaration(
                "quantity",
                CelOverloadDecl.newGlobalOverload(
                    "string_to_quantity", QUANTITY, SimpleType.STRING)),
            CelFunctionDecl.newFunctionDeclaration(
                "compareTo",
                CelOverloadDecl.newMemberOverload(
                    "quantity_compare_to", SimpleType.INT, QUANTITY, QUANTITY)));
  }

  /**
   * What was compiled before, by what was declared then and the expression: policies of many
   * platforms say most things alike, and a compiler sets up the whole language for each expression.
   */
  private static final Map<List<String>, CelAbstractSyntaxTree> COMPILED =
      new ConcurrentHashMap<>();

  /** An expression that can be evaluated. */
  public interface Compiled {
    /**
     * The value.
     *
     * @throws Exception when there is none
     */
    Object evaluate(Map<String, Object> variables) throws Exception;
  }

  /**
   * Declares a variable for later expressions, as {@code variables.NAME}.
   *
   * @throws CelValidationException as the API server would refuse it
   */
  public Compiled define(String name, String expression) throws CelValidationException {
    CelAbstractSyntaxTree tree = compiled(expression);
    // A name is an expression of its own, and the language says which words are none.
    CelExpr parsed = PARSER.parse(name).getAst().getExpr();
    if (parsed.getKind() != CelExpr.ExprKind.Kind.IDENT || !parsed.ident().name().equals(name)) {
      throw new IllegalArgumentException(name);
    }
    builder.addVar("variables." + name, tree.getResultType());
    declared.add(name + ": " + tree.getResultType());
    return program(tree);
  }

  /**
   * Compiles a condition.
   *
   * @throws CelValidationException as the API server would refuse it
   */
  public Compiled condition(String expression) throws CelValidationException {
    CelAbstractSyntaxTree tree = compiled(expression);
    if (!List.of(SimpleType.BOOL, SimpleType.DYN).contains(tree.getResultType())) {
      throw new IllegalArgumentException("no condition: " + expression);
    }
    return program(tree);
  }

  private CelAbstractSyntaxTree compiled(String expression) throws CelValidationException {
    List<String> key = new ArrayList<>(declared);
    key.add(expression);
    CelAbstractSyntaxTree known = COMPILED.get(key);
    if (known != null) {
      return known;
    }
    CelCompiler compiler = builder.build();
    CelAbstractSyntaxTree tree = compiler.compile(expression).getAst();
    CelAbstractSyntaxTree valid =
        CelValidatorFactory.standardCelValidatorBuilder(compiler, RUNTIME)
            .addAstValidators(HomogeneousLiteralValidator.newInstance())
            .build()
            .validate(tree)
            .getAst();
    COMPILED.put(key, valid);
    return valid;
  }

  private static Compiled program(CelAbstractSyntaxTree tree) {
    try {
      CelRuntime.Program program = RUNTIME.createProgram(tree);
      return program::eval;
    } catch (CelEvaluationException e) {
      return variables -> {
        throw e;
      };
    }
  }

  private static String find(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find() ? matcher.group() : "";
  }

  private static BigDecimal quantity(String text) {
    Matcher amount = Pattern.compile("([0-9.]+)(m|k|M|G|T|Ki|Mi|Gi|Ti)?").matcher(text);
    if (!amount.matches()) {
      throw new IllegalArgumentException("no quantity: " + text);
    }
    String unit = Optional.ofNullable(amount.group(2)).orElse("");
    BigDecimal number = new BigDecimal(amount.group(1));
    if (unit.equals("m")) {
      return number.movePointLeft(3);
    }
    int power = unit.isEmpty() ? 0 : "kMGT".indexOf(unit.replace('K', 'k').charAt(0)) + 1;
    return number.multiply(BigDecimal.valueOf(unit.endsWith("i") ? 1024 : 1000).pow(power));
  }

  /** What an expression lacks to be one, for messages. */
  public static List<String> errors(CelValidationException refused) {
    List<String> errors = new ArrayList<>();
    refused.getErrors().forEach(error -> errors.add(error.getMessage()));
    return errors;
  }
}
