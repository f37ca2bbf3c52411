package cn.qiaotong.catalog;

import cn.qiaotong.decision.Decision;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.Form;
import cn.qiaotong.process.Model;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The logic of a service as one deployment holds it: model, forms and decisions. A running request keeps the version that
 * it began with.
 */
public final class ServiceVersion {

    private final String deployment;
    private final Model model;
    private final Map<String, Form> forms;
    private final Map<String, Decision> decisions;
    private final Optional<String> withdrawalEndsWith;
    private final Optional<String> referralField;
    private final Map<String, Map<String, String>> inputs;

    ServiceVersion(
            String deployment,
            Model model,
            Map<String, Form> forms,
            Map<String, Decision> decisions,
            Optional<String> withdrawalEndsWith,
            Optional<String> referralField,
            Map<String, Map<String, String>> inputs) {
        this.deployment = deployment;
        this.model = model;
        this.forms = Map.copyOf(forms);
        this.decisions = Map.copyOf(decisions);
        this.withdrawalEndsWith = withdrawalEndsWith;
        this.referralField = referralField;
        this.inputs = Map.copyOf(inputs);
    }

    public String deployment() {
        return deployment;
    }

    public Model model() {
        return model;
    }

    /** The form that an applicant fills. */
    public Form apply() {
        return forms.get("apply");
    }

    /** The form of a staff task; none for the applicant's own steps, which reduce the form of {@link #apply()}. */
    public Optional<Form> form(String element) {
        return Optional.ofNullable(forms.get(element));
    }

    public Optional<Decision> decision(String name) {
        return Optional.ofNullable(decisions.get(name));
    }

    public Map<String, Decision> decisions() {
        return decisions;
    }

    /** The names of every fact that the engine may ever hold of a request; each is unknown until it is given. */
    public Set<String> factNames() {
        return Stream.concat(
                        forms.values().stream()
                                .flatMap(form -> form.fields().stream())
                                .filter(Field::engine)
                                .map(Field::key),
                        decisions.keySet().stream().filter(name -> !name.equals(FitLint.NAME)))
                .collect(Collectors.toSet());
    }

    /** The element whose completion ends the applicant's right to withdraw; opened again, it gives the right back. */
    public Optional<String> withdrawalEndsWith() {
        return withdrawalEndsWith;
    }

    /** The field in which the applicant chooses the branch that the request is referred to; none for a service without one. */
    public Optional<String> referralField() {
        return referralField;
    }

    /** The letters that its steps write to the applicant. */
    public List<Letter> letters() {
        return model.drawings().stream().flatMap(Letter::in).toList();
    }

    /** The fields of the application that the applicant prints for a counter; none for a service without such a sheet. */
    public List<String> sheet() {
        return model.drawings().stream()
                .flatMap(drawing -> Letter.sheet(drawing).stream())
                .toList();
    }

    /** What the model tells a word, by the names of the inputs; nothing where it does not say the word. */
    public Optional<Map<String, String>> inputs(String word) {
        return Optional.ofNullable(inputs.get(word));
    }
}
