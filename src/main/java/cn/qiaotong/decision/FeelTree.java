package cn.qiaotong.decision;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/** What an expression's syntax tree says: the variables it reads from outside, the functions it calls and whether it defines any, its numbers and texts. */
final class FeelTree {

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> functions = new LinkedHashSet<>();
    private final Set<BigDecimal> numbers = new LinkedHashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private boolean definesFunction;

    static FeelTree of(Object expression) {
        var tree = new FeelTree();
        tree.walk(expression, Set.of());
        tree.comesTo(expression);
        return tree;
    }

    Set<BigDecimal> numbers() {
        return numbers;
    }

    /** The texts that the expression may come to as they stand: itself, or what stands behind then and else. */
    Set<String> texts() {
        return texts;
    }

    private void comesTo(Object expression) {
        if (expression instanceof ConstString text) {
            texts.add(text.value());
        } else if (expression instanceof If choice) {
            comesTo(choice.statement());
            comesTo(choice.elseStatement());
        }
    }

    Set<String> names() {
        return names;
    }

    Set<String> functions() {
        return functions;
    }

    boolean definesFunction() {
        return definesFunction;
    }

    private void walk(Object node, Set<String> bound) {
        if (node instanceof Ref ref) {
            read(elements(ref.names()), bound);
        } else if (node instanceof For || node instanceof SomeItem || node instanceof EveryItem) {
            var loop = (Product) node;
            walk(loop.productElement(1), declare(loop.productElement(0), bound));
        } else if (node instanceof ConstContext context) {
            declare(context.entries(), bound);
        } else if (node instanceof Filter filter) {
            walk(filter.list(), bound);
            walk(filter.filter(), with(bound, "item"));
        } else {
            note(node);
            children(node).forEach(child -> walk(child, bound));
        }
    }

    private void note(Object node) {
        if (node instanceof FunctionInvocation call) {
            functions.add(call.function());
        } else if (node instanceof QualifiedFunctionInvocation call) {
            functions.add(call.function());
        } else if (node instanceof ConstNumber number) {
            numbers.add(number.value().bigDecimal());
        } else if (node instanceof FunctionDefinition) {
            definesFunction = true;
        }
    }

    private void read(List<?> path, Set<String> bound) {
        if (!bound.contains(path.get(0))) {
            names.add(String.join(".", path.stream().map(Object::toString).toList()));
        }
    }

    private Set<String> declare(Object entries, Set<String> bound) {
        var visible = bound;
        for (var entry : elements((Iterable<?>) entries)) {
            var pair = (Tuple2<?, ?>) entry;
            walk(pair._2(), visible);
            visible = with(visible, pair._1().toString());
        }
        return visible;
    }

    private static Set<String> with(Set<String> bound, String name) {
        var all = new HashSet<>(bound);
        all.add(name);
        return all;
    }

    private static List<?> children(Object node) {
        if (node instanceof Iterable<?> iterable) {
            return elements(iterable);
        }
        return node instanceof Product product ? elements(product.productIterator()) : List.of();
    }

    static List<?> elements(Iterable<?> iterable) {
        return elements(iterable.iterator());
    }

    private static List<?> elements(Iterator<?> iterator) {
        var all = new ArrayList<Object>();
        while (iterator.hasNext()) {
            all.add(iterator.next());
        }
        return all;
    }
}
