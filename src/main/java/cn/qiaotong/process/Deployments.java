package cn.qiaotong.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The folders that the engine holds, each checked before and changed as a whole. */
@Component
final class Deployments {

    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*\\.(bpmn|dmn|form|yaml|properties)");

    private final RepositoryService engine;
    private final ListableBeanFactory beans;

    Deployments(RepositoryService engine, ListableBeanFactory beans) {
        this.engine = engine;
        this.beans = beans;
    }

    Deployment deploy(String folder, Map<String, byte[]> files) {
        files.forEach(this::check);
        var builder = engine.createDeployment().name(folder);
        if (names(folder).equals(files.keySet())) {
            builder.enableDuplicateFiltering(false);
        }
        new TreeMap<>(files).forEach((name, bytes) -> builder.addInputStream(name, new ByteArrayInputStream(bytes)));
        try {
            return new Deployment(builder.deploy().getId(), folder);
        } catch (ParseException unreadable) {
            throw unreadable(unreadable);
        } catch (ProcessEngineException refused) {
            throw new ModelRefused(folder, "?", "the engine refuses it", String.valueOf(refused.getMessage()));
        }
    }

    private void check(String name, byte[] bytes) {
        if (!NAME.matcher(name).matches()) {
            throw new ModelRefused(
                    name, "?", "is no file of a service", "keep .bpmn, .dmn, .form, .yaml or .properties");
        }
        var rules = new ModelRules(name, Set.of(beans.getBeanNamesForType(Step.class, true, false)));
        if (name.endsWith(".bpmn")) {
            rules.check(bytes);
        } else if (name.endsWith(".dmn")) {
            rules.checkDecision(bytes);
        }
    }

    /** The file names of a folder's latest deployment: the engine alone does not notice a file that is gone. */
    private Set<String> names(String folder) {
        var latest = engine.createDeploymentQuery()
                .deploymentName(folder)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1);
        return latest.isEmpty()
                ? Set.of()
                : new HashSet<>(resources(latest.get(0).getId()));
    }

    private static ModelRefused unreadable(ParseException unreadable) {
        var report = unreadable.getResorceReports().get(0);
        var problem = report.getErrors().get(0);
        var element = problem.getMainElementId() == null ? "?" : problem.getMainElementId();
        return new ModelRefused(report.getResourceName(), element, "the engine cannot read it", problem.getMessage());
    }

    byte[] resource(String deployment, String name) {
        try (var stream = engine.getResourceAsStream(deployment, name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> resources(String deployment) {
        return engine.getDeploymentResources(deployment).stream()
                .map(Resource::getName)
                .sorted()
                .toList();
    }

    String definition(String deployment, String processKey) {
        return engine
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .processDefinitionKey(processKey)
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() ->
                        new NoSuchElementException("Deployment %s has no process %s".formatted(deployment, processKey)))
                .getId();
    }

    String processKey(String definition) {
        return engine.getProcessDefinition(definition).getKey();
    }

    Model model(String deployment) {
        return new Model(resources(deployment).stream()
                .filter(name -> name.endsWith(".bpmn"))
                .flatMap(name -> new ModelReader(name, resource(deployment, name)).drawings().stream())
                .toList());
    }
}
