package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The example of each service folder that goes furthest, gone in a real browser: the applicant answers every page of the form
 * from it, and the people whom the model names do the steps that it tells. A new folder is gone through without a line here.
 */
class FolderWaysBrowserTests extends RunningDesk {

    @Autowired
    BeanFactory beans;

    static Stream<String> folders() {
        return ServiceExamples.all().stream().map(ServiceExamples::service);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theExampleThatGoesFurthestGoesTheWholeWay(String service) {
        var folder = ServiceExamples.of(service);

        var faults = new FolderWay(folder, new Backstage(beans)).go();

        assertThat(faults).as("what is wrong with the pages").isEmpty();
    }
}
