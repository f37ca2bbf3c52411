package cn.qiaotong.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.decision.Decisions;
import cn.qiaotong.form.CrossCheck;
import cn.qiaotong.identity.Role;
import cn.qiaotong.process.Step;
import cn.qiaotong.process.Takes;
import cn.qiaotong.process.Tells;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The shipped folders in memory, to be changed by a test, and everything that the program offers to their models. */
final class FolderFixture {

    static final String SUBSIDY = "financing-subsidy";
    static final String SERVICE = "wealth-connect-southbound";
    static final Set<String> ROLES = Stream.of(Role.values()).map(Role::key).collect(Collectors.toSet());
    static final Map<String, SpokenWord> WORDS = words();
    static final Set<String> CROSS_CHECKS = crossChecks();

    private final TreeMap<String, ServiceFolder> folders = new TreeMap<>();

    private FolderFixture() {}

    static FolderFixture shipped() {
        var fixture = new FolderFixture();
        var shipped = ServiceFolders.on(new PathMatchingResourcePatternResolver(), "classpath*:/bpmn/");
        Stream.concat(shipped.services().stream(), Stream.of(shipped.shared()))
                .forEach(folder -> fixture.folders.put(
                        folder.name(), new ServiceFolder(folder.name(), new TreeMap<>(folder.files()))));
        return fixture;
    }

    /** Only the services that the tests change, and the shared loops. */
    static FolderFixture one() {
        return one(SERVICE);
    }

    static FolderFixture one(String service) {
        var fixture = shipped();
        fixture.folders.keySet().retainAll(Set.of(service, SUBSIDY, ServiceFolder.SHARED));
        return fixture;
    }

    private static Map<String, SpokenWord> words() {
        var words = new TreeMap<String, SpokenWord>();
        typesOf(Step.class)
                .forEach((name, type) -> words.put(
                        name,
                        SpokenWord.of(
                                name,
                                Optional.ofNullable(type.getAnnotation(Takes.class)),
                                Optional.ofNullable(type.getAnnotation(Tells.class)))));
        return words;
    }

    private static Set<String> crossChecks() {
        var components = typesOf(CrossCheck.class).entrySet().stream()
                .filter(type -> type.getValue().isAnnotationPresent(Component.class))
                .map(Map.Entry::getKey);
        var beans = typesOf(new AnnotationTypeFilter(Configuration.class)).values().stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.getReturnType() == CrossCheck.class)
                .map(Method::getName);
        return Stream.concat(components, beans).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Class<?>> typesOf(Class<?> type) {
        return typesOf(new AssignableTypeFilter(type));
    }

    private static Map<String, Class<?>> typesOf(TypeFilter which) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(which);
        var registry = new SimpleBeanDefinitionRegistry();
        var types = new TreeMap<String, Class<?>>();
        scanner.findCandidateComponents("cn.qiaotong")
                .forEach(found -> types.put(
                        AnnotationBeanNameGenerator.INSTANCE.generateBeanName(found, registry),
                        ClassUtils.resolveClassName(found.getBeanClassName(), null)));
        return types;
    }

    /** Replaces a text where it first stands. */
    FolderFixture replace(String file, String text, String by) {
        return replaceIn(SERVICE, file, text, by);
    }

    FolderFixture replaceIn(String folder, String file, String text, String by) {
        var before = text(folder, file);
        assertThat(before).as(file).contains(text);
        return put(folder, file, before.replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(by)));
    }

    /** Renames in every file of the service, as a careful person would. */
    FolderFixture everywhere(String text, String by) {
        var files = folders.get(SERVICE).files();
        files.replaceAll((file, content) ->
                new String(content, StandardCharsets.UTF_8).replace(text, by).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Leaves a text out in every language. */
    FolderFixture withoutText(String key) {
        for (var file : List.of("messages.properties", "messages_zh_HK.properties", "messages_en.properties")) {
            var before = text(SERVICE, file);
            var after = before.replaceAll("(?m)^(#: \\w+\n)?" + Pattern.quote(key) + "=.*\n", "");
            assertThat(after).as(file).isNotEqualTo(before);
            put(SERVICE, file, after);
        }
        return this;
    }

    FolderFixture remove(String file) {
        assertThat(folders.get(SERVICE).files().remove(file)).as(file).isNotNull();
        return this;
    }

    FolderFixture add(String file, String content) {
        return put(SERVICE, file, content);
    }

    FolderFixture append(String file, String content) {
        return put(SERVICE, file, text(SERVICE, file) + content);
    }

    FolderFixture put(String folder, String file, String content) {
        folders.get(folder).files().put(file, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    String text(String folder, String file) {
        return folders.get(folder).text(file).orElseThrow();
    }

    ServiceFolders folders() {
        return ServiceFolders.of(folders.values());
    }

    /** What the linter says about the shared loops and every service. */
    List<String> problems() {
        return problems((folder, problem) -> problem.toString());
    }

    /** Each with its folder, as whoever checks all of them must know. */
    List<String> problemsWithFolders() {
        return problems((folder, problem) -> "bpmn/%s/%s".formatted(folder.name(), problem));
    }

    private List<String> problems(BiFunction<ServiceFolder, Problem, String> told) {
        var reader = new Decisions();
        var shared = folders.get(ServiceFolder.SHARED);
        var ofLoops = new FolderLint(shared, shared, reader, ROLES, WORDS, CROSS_CHECKS)
                .checkShared().stream().map(problem -> told.apply(shared, problem));
        var ofServices = folders.values().stream()
                .filter(folder -> folder != shared)
                .flatMap(folder -> new FolderLint(folder, shared, reader, ROLES, WORDS, CROSS_CHECKS)
                        .check().stream().map(problem -> told.apply(folder, problem)));
        return Stream.concat(ofLoops, ofServices).toList();
    }
}
