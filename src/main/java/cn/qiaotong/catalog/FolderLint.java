package cn.qiaotong.catalog;

import cn.qiaotong.catalog.SpokenWord.Names;
import cn.qiaotong.decision.Decisions;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.Form;
import cn.qiaotong.policy.PolicyRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a whole service folder for mistakes before anything of it is deployed. Each mistake names the file, the element and
 * the fix; a folder with one is not used at all. Files that are missing or cannot be read are told alone, so that nobody
 * mends what only follows from them.
 */
final class FolderLint {

    static final String APPLY = "apply";

    private static final Pattern KNOWN_FILE =
            Pattern.compile(".*\\.(bpmn|dmn|form)|messages(_[A-Za-z_]+)?\\.properties|(policies|scenarios)\\.yaml");

    private final ServiceFolder folder;
    private final ServiceFolder shared;
    private final FolderContents contents;
    private final FolderContents loops;
    private final Set<String> roles;
    private final Map<String, SpokenWord> words;
    private final Set<String> crossChecks;

    FolderLint(
            ServiceFolder folder,
            ServiceFolder shared,
            Decisions reader,
            Set<String> roles,
            Map<String, SpokenWord> words,
            Set<String> crossChecks) {
        this.folder = folder;
        this.shared = shared;
        this.contents = FolderContents.of(folder, reader);
        this.loops = folder == shared ? contents : FolderContents.of(shared, reader);
        this.roles = roles;
        this.words = words;
        this.crossChecks = crossChecks;
    }

    List<Problem> check() {
        var files = Stream.of(misplaced(), missing(), contents.unreadable().stream())
                .flatMap(problems -> problems)
                .toList();
        if (!files.isEmpty()) {
            return files;
        }
        var model = contents.models().get(folder.name());
        var forms = new FormLint(contents, crossChecks);
        var pairs = forms.pairs(model);
        return pairs.isEmpty() ? rules(model, forms) : pairs;
    }

    private List<Problem> rules(Bpmn model, FormLint forms) {
        var problems = new ArrayList<Problem>();
        problems.addAll(new ModelLint(folder.name() + ".bpmn", model, vocabulary()).check(true));
        problems.addAll(forms.check());
        problems.addAll(new DecisionLint(folder.name(), contents, loops.policies()).check(model));
        problems.addAll(PolicyLint.beside(loops.policies(), contents.forms().get(APPLY))
                .check(contents.policies())
                .toList());
        problems.addAll(
                new BranchLint(folder.name() + ".bpmn", model, contents.forms(), Vocabulary.keys(loops, "organisation"))
                        .check());
        problems.addAll(inputs(model));
        problems.addAll(FitLint.of(contents, loops).check());
        problems.addAll(new LetterLint(folder.name() + ".bpmn", model, contents.forms()).check());
        problems.addAll(new ScenarioLint(model, callable(), Vocabulary.keys(loops, "organisation"))
                .check(folder.text(ScenarioLint.FILE).orElseThrow()));
        problems.addAll(new TextLint(folder, contents.forms()).check(NeededWords.ofService(model, contents)));
        return problems;
    }

    /** The mistakes of the shared loops, which belong to every service and are no service themselves. */
    List<Problem> checkShared() {
        if (!contents.unreadable().isEmpty()) {
            return contents.unreadable();
        }
        var problems = new ArrayList<Problem>();
        var needed = new TreeSet<String>();
        contents.models().forEach((name, model) -> {
            problems.addAll(new ModelLint(name + ".bpmn", model, vocabulary()).check(false));
            needed.addAll(NeededWords.ofLoop(model));
        });
        problems.addAll(new TextLint(shared, contents.forms()).check(needed));
        return problems;
    }

    private Stream<Problem> misplaced() {
        var own = folder.name() + ".bpmn";
        return folder.files().keySet().stream().flatMap(file -> {
            if (!KNOWN_FILE.matcher(file).matches()) {
                return Stream.of(new Problem(
                        file,
                        "",
                        "remove it: a folder has models, decisions, forms, messages, policies and scenarios"));
            }
            if (shared.ending(".bpmn").containsKey(file)
                    || shared.ending(".form").containsKey(file)) {
                return Stream.of(new Problem(file, "", "rename it: bpmn/shared has a file of this name"));
            }
            return file.endsWith(".bpmn") && !file.equals(own)
                    ? Stream.of(new Problem(file, "", "remove it, or move it to bpmn/shared: a service is one model"))
                    : Stream.empty();
        });
    }

    private Stream<Problem> missing() {
        var model = folder.file(folder.name() + ".bpmn").isPresent()
                ? Stream.<Problem>empty()
                : Stream.of(new Problem(folder.name() + ".bpmn", "", "add the model: a BPMN 2.0 file of this name"));
        var scenarios = folder.file(ScenarioLint.FILE).isPresent()
                ? Stream.<Problem>empty()
                : Stream.of(new Problem(ScenarioLint.FILE, "", "add the examples of this service; they are its tests"));
        return Stream.concat(model, scenarios);
    }

    private List<Bpmn> callable() {
        return vocabulary().loops().keySet().stream()
                .map(name -> loops.models().get(name))
                .toList();
    }

    private Vocabulary vocabulary() {
        return Vocabulary.of(contents, loops, roles, words);
    }

    private List<Problem> inputs(Bpmn model) {
        var rows = Stream.concat(contents.policies().stream(), loops.policies().stream())
                .map(PolicyRow::key)
                .collect(Collectors.toSet());
        var known = Map.of(
                Names.FIELD, keys(Stream.of(contents.forms().get(APPLY))),
                Names.ASKED,
                        keys(contents.forms().values().stream()
                                .filter(form -> !form.id().equals(APPLY))),
                Names.DECISION, contents.decisions().keySet(),
                Names.ROW, rows);
        return new WordLint(folder.name() + ".bpmn", model, words, known)
                .check()
                .toList();
    }

    private static Set<String> keys(Stream<Form> forms) {
        return forms.flatMap(form -> form.fields().stream()).map(Field::key).collect(Collectors.toSet());
    }
}
