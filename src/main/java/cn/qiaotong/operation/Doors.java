package cn.qiaotong.operation;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a dependency could bring along that opens a way past the desk: the engine's web applications and REST, script
 * engines, connectors, developer tools, and the people of the demo.
 */
final class Doors {

    static final List<String> ALL = List.of(
            "org/camunda/bpm/engine/rest/impl/CamundaRestResources.class",
            "org/camunda/bpm/engine/rest/ProcessEngineRestService.class",
            "org/camunda/bpm/webapp/impl/security/auth/AuthenticationFilter.class",
            "org/camunda/bpm/admin/impl/web/SetupResource.class",
            "org/camunda/bpm/cockpit/Cockpit.class",
            "org/camunda/bpm/spring/boot/starter/rest/CamundaBpmRestInitializer.class",
            "org/camunda/bpm/spring/boot/starter/webapp/CamundaBpmWebappAutoConfiguration.class",
            "META-INF/resources/webjars/camunda/app/admin/index.html",
            "org/codehaus/groovy/jsr223/GroovyScriptEngineImpl.class",
            "org/graalvm/polyglot/Context.class",
            "org/camunda/connect/plugin/impl/ConnectProcessEnginePlugin.class",
            "org/springframework/boot/devtools/restart/Restarter.class");

    static final List<String> OF_THE_DEMO =
            List.of("cn/qiaotong/Demo.class", "demo-people.json", "realm/demo-people.json");

    private Doors() {}

    /** Those that stand open on a class path. */
    static List<String> open(ClassLoader classes) {
        return Stream.of(ALL, OF_THE_DEMO)
                .flatMap(List::stream)
                .filter(door -> classes.getResource(door) != null)
                .toList();
    }
}
