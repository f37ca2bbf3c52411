package cn.qiaotong.bench;

import cn.qiaotong.Southbound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/**
 * The process that the application is compared with: Camunda's starter as its defaults ship, without a web server, with
 * steps that do nothing, on the model that the application runs.
 */
final class BareEngine {

    private static final String MODEL = "/bpmn/%1$s/%1$s.bpmn".formatted(Southbound.SERVICE);

    private BareEngine() {}

    public static void main(String[] args) {
        var engine = new SpringApplicationBuilder(Starter.class)
                .web(WebApplicationType.NONE)
                .run(args)
                .getBean(ProcessEngine.class);
        Orders.follow(order -> {
            var words = order.split(" ");
            var definition = deploy(engine, words[0].equals("kept"));
            return Load.run(
                            Duration.ofSeconds(Integer.parseInt(words[1])),
                            Duration.ofSeconds(Integer.parseInt(words[2])),
                            worker -> Optional.of(new BareJourney(engine, definition)))
                    .text();
        });
    }

    /** Deploys the application's model, with the save points that it has or, as a plain chain of steps, with none. */
    private static String deploy(ProcessEngine engine, boolean savePoints) {
        var model = model();
        if (!savePoints) {
            model.getModelElementsByType(FlowNode.class).forEach(node -> node.setCamundaAsyncBefore(false));
        }
        return engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(Southbound.SERVICE + ".bpmn", model)
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
    }

    private static BpmnModelInstance model() {
        try (var stream = BareEngine.class.getResourceAsStream(MODEL)) {
            return Bpmn.readModelFromStream(new ByteArrayInputStream(stream.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the starter configures, and the words that the model says. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        CamundaBpmAutoConfiguration.class
    })
    static class Starter {

        @Bean
        JavaDelegate decide() {
            return execution -> execution.setVariable("checked", "yes");
        }

        @Bean
        JavaDelegate refer() {
            return execution -> execution.setVariable("branch", Southbound.BRANCH.key());
        }

        @Bean
        Due due() {
            return new Due();
        }
    }

    /** The deadlines' word, which the bare engine answers with the same day for everybody. */
    public static final class Due {

        public Date at(String step) {
            return Date.from(Instant.parse("2099-12-01T16:00:00Z"));
        }
    }
}
