package cn.qiaotong.catalog;

import cn.qiaotong.decision.Decision;
import cn.qiaotong.decision.Decisions;
import cn.qiaotong.form.Form;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyInvalid;
import cn.qiaotong.policy.PolicyRow;
import cn.qiaotong.process.ModelRefused;
import cn.qiaotong.process.Processes;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The services on offer. At start-up every folder is read, linted and deployed as one unit; one with a mistake stops the
 * start, so that what is on offer is whole.
 */
public final class PublicServices {

    private static final Map<String, Locale> LANGUAGES = Map.of(
            TextLint.BASE,
            Locale.SIMPLIFIED_CHINESE,
            "messages_zh_HK.properties",
            new Locale("zh", "HK"),
            "messages_en.properties",
            Locale.ENGLISH);

    private final Processes processes;
    private final Decisions decisions;
    private final Policies policies;
    private final boolean demo;
    private final TreeMap<String, PublicService> byKey = new TreeMap<>();
    private final Map<Locale, ServiceWords> sharedWords = new HashMap<>();
    private Form questionnaire;
    private final Map<String, ServiceVersion> versions = new ConcurrentHashMap<>();

    PublicServices(Processes processes, Decisions decisions, Policies policies, boolean demo) {
        this.processes = processes;
        this.decisions = decisions;
        this.policies = policies;
        this.demo = demo;
    }

    /** Every service, in the order of their keys. */
    public Collection<PublicService> all() {
        return List.copyOf(byKey.values());
    }

    public Optional<PublicService> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The few questions that lead a visitor to the services that fit. */
    public Form questionnaire() {
        return questionnaire;
    }

    /** The words of what all services share, in a page's language; Simplified for a language that has no file. */
    public ServiceWords sharedWords(Locale locale) {
        return sharedWords.getOrDefault(locale, sharedWords.get(Locale.SIMPLIFIED_CHINESE));
    }

    /** The name of a service in a page's language; its key where it is no longer on offer. */
    public String title(String service, Locale locale) {
        return find(service).map(found -> found.words(locale).title()).orElse(service);
    }

    /** The name of a step in a page's language; its id where the words of an earlier version are gone. */
    public String title(String service, String element, Locale locale) {
        return find(service)
                .flatMap(found -> found.words(locale).find(element + ".title"))
                .orElse(element);
    }

    /** The version that a running request began with, read back from its deployment. */
    public ServiceVersion version(String service, String deployment) {
        return versions.computeIfAbsent(deployment, id -> readBack(service, id));
    }

    void open(ServiceFolders folders, Set<String> roles, Map<String, SpokenWord> words, Set<String> crossChecks) {
        refuseIfAny(
                ServiceFolder.SHARED,
                new FolderLint(folders.shared(), folders.shared(), decisions, roles, words, crossChecks).checkShared());
        load(folders.shared());
        sharedWords.putAll(words(folders.shared(), folders.shared()));
        questionnaire = folders.shared()
                .file(FitLint.QUESTIONNAIRE + ".form")
                .map(content -> Form.read(FitLint.QUESTIONNAIRE + ".form", content))
                .orElse(null);
        for (var folder : folders.services()) {
            refuseIfAny(
                    folder.name(),
                    new FolderLint(folder, folders.shared(), decisions, roles, words, crossChecks).check());
            load(folder);
            byKey.put(folder.name(), open(folder, folders.shared()));
        }
    }

    private static void refuseIfAny(String folder, List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new FolderRefused(folder, problems);
        }
    }

    private void load(ServiceFolder folder) {
        folder.file(FolderContents.POLICIES)
                .ifPresent(content -> policies.load(folder.name(), rows(folder.name(), content)));
    }

    private static List<PolicyRow> rows(String folder, byte[] content) {
        try {
            return Policies.read(FolderContents.POLICIES, new ByteArrayInputStream(content));
        } catch (PolicyInvalid e) {
            throw new FolderRefused(folder, List.of(new Problem(FolderContents.POLICIES, e.row(), e.fix())));
        }
    }

    private PublicService open(ServiceFolder folder, ServiceFolder shared) {
        try {
            var deployment =
                    processes.deploy(folder.name(), folder.deployable(shared)).id();
            return new PublicService(
                    folder.name(),
                    version(folder.name(), deployment),
                    words(folder, shared),
                    policies,
                    demo || isEnquiry(folder));
        } catch (ModelRefused e) {
            throw new FolderRefused(folder.name(), List.of(new Problem(e.file(), e.element(), e.fix())));
        }
    }

    private static boolean isEnquiry(ServiceFolder folder) {
        return folder.file(folder.name() + ".bpmn").flatMap(Bpmn::read).stream()
                .flatMap(model -> model.all("process").stream())
                .anyMatch(process -> Bpmn.own(process, ModelLint.KIND)
                        .filter(ModelLint.ENQUIRY::equals)
                        .isPresent());
    }

    private static Map<Locale, ServiceWords> words(ServiceFolder folder, ServiceFolder shared) {
        var words = new HashMap<Locale, ServiceWords>();
        LANGUAGES.forEach((file, locale) ->
                words.put(locale, new ServiceWords(locale, wordsOf(folder, file), wordsOf(shared, file))));
        return words;
    }

    private static Map<String, String> wordsOf(ServiceFolder folder, String file) {
        return WordFile.read(folder.text(file).orElse("")).words();
    }

    private ServiceVersion readBack(String service, String deployment) {
        var forms = new HashMap<String, Form>();
        var tables = new HashMap<String, Decision>();
        for (var resource : new ArrayList<>(processes.resources(deployment))) {
            var content = processes.resource(deployment, resource);
            if (resource.endsWith(".form")) {
                forms.put(FolderContents.stem(resource), Form.read(resource, content));
            } else if (resource.endsWith(".dmn")) {
                tables.put(FolderContents.stem(resource), decisions.read(resource, content));
            }
        }
        var bpmn = Bpmn.read(processes.resource(deployment, service + ".bpmn")).orElseThrow();
        return new ServiceVersion(
                deployment,
                processes.model(deployment),
                forms,
                tables,
                bpmn.byId("withdraw").flatMap(withdraw -> Bpmn.property(withdraw, "until")),
                bpmn.referralFields().stream()
                        .filter(field ->
                                forms.get(FolderLint.APPLY).field(field).isPresent())
                        .findFirst(),
                bpmn.inputs());
    }
}
