package cn.qiaotong.catalog;

import cn.qiaotong.decision.Decisions;
import cn.qiaotong.form.CrossCheck;
import cn.qiaotong.identity.Role;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.process.Processes;
import cn.qiaotong.process.Step;
import cn.qiaotong.process.Takes;
import cn.qiaotong.process.Tells;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Opens the services of the folders on the class path before the first request can arrive. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    PublicServices publicServices(
            Processes processes,
            Decisions decisions,
            Policies policies,
            ApplicationContext context,
            ResourcePatternResolver resources,
            @Value("${qiaotong.services:classpath*:/bpmn/}") String root,
            @Value("${qiaotong.demo:false}") boolean demo) {
        var services = new PublicServices(processes, decisions, policies, demo);
        var roles = Stream.of(Role.values()).map(Role::key).collect(Collectors.toSet());
        services.open(
                ServiceFolders.on(resources, root),
                roles,
                words(context),
                Set.of(context.getBeanNamesForType(CrossCheck.class)));
        return services;
    }

    private static Map<String, SpokenWord> words(ApplicationContext context) {
        return Stream.of(context.getBeanNamesForType(Step.class))
                .collect(Collectors.toMap(
                        name -> name,
                        name -> SpokenWord.of(
                                name,
                                Optional.ofNullable(context.findAnnotationOnBean(name, Takes.class)),
                                Optional.ofNullable(context.findAnnotationOnBean(name, Tells.class)))));
    }
}
