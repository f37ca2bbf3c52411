package cn.qiaotong.process;

import java.beans.FeatureDescriptor;
import java.util.Date;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * The only expressions the engine evaluates: texts within the grammar, over the variables of an execution and our words.
 * Every path into the engine's expression language comes through here, ad-hoc queries included, so there is no bean, no
 * class and no method to reach but {@code due.at}.
 */
final class WordExpressions extends JuelExpressionManager {

    private final Supplier<Deadlines> deadlines;
    private final Function<String, Optional<Step>> steps;

    WordExpressions(Supplier<Deadlines> deadlines, Function<String, Optional<Step>> steps) {
        this.deadlines = deadlines;
        this.steps = steps;
    }

    @Override
    public Expression createExpression(String text) {
        refuseOutsideGrammar(text);
        return super.createExpression(text);
    }

    @Override
    public ValueExpression createValueExpression(String text) {
        refuseOutsideGrammar(text);
        return super.createValueExpression(text);
    }

    private static void refuseOutsideGrammar(String text) {
        if (text.contains("${") || text.contains("#{")) {
            ExpressionGrammar.check(text).ifPresent(problem -> {
                throw new ELException("The expression %s %s".formatted(text, problem));
            });
        }
    }

    @Override
    protected ELResolver createElResolver() {
        return new Words();
    }

    @Override
    protected FunctionMapper createFunctionMapper() {
        return new FunctionMapper() {
            @Override
            public java.lang.reflect.Method resolveFunction(String prefix, String name) {
                throw new ELException("There are no functions: " + name);
            }
        };
    }

    /** Where names get their meaning: a word, else a variable; nothing has properties, and only {@code due} has a method. */
    private final class Words extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base != null) {
                throw new ELException("Nothing has properties: " + property);
            }
            var name = String.valueOf(property);
            var scope = (VariableScope) context.getContext(VariableScope.class);
            var meaning = word(name, scope);
            if (meaning.isPresent()) {
                context.setPropertyResolved(true);
                return meaning.get();
            }
            if (scope != null && scope.hasVariable(name)) {
                context.setPropertyResolved(true);
                return scope.getVariable(name);
            }
            return null;
        }

        private Optional<?> word(String name, VariableScope scope) {
            return name.equals("due")
                    ? Optional.of(new Due(scope))
                    : steps.apply(name).map(StepCall::new);
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            if (base instanceof Due due && "at".equals(method) && arguments.length == 1) {
                context.setPropertyResolved(true);
                return due.at(String.valueOf(arguments[0]));
            }
            throw new ELException("There is no such word and method: " + method);
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object newValue) {
            throw new ELException("Expressions assign nothing: " + property);
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return Object.class;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return java.util.Collections.emptyIterator();
        }
    }

    /** The word {@code due}, said by one execution. */
    private final class Due {

        private final VariableScope scope;

        Due(VariableScope scope) {
            this.scope = scope;
        }

        Date at(String key) {
            if (scope instanceof ExecutionEntity execution) {
                var request = RequestId.of(execution.getProcessBusinessKey());
                return Date.from(deadlines.get().at(request, key));
            }
            throw new ELException("Only a request's process has deadlines");
        }
    }
}
