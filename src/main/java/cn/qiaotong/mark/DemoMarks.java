package cn.qiaotong.mark;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.request.FrozenPolicies;
import cn.qiaotong.request.Request;
import org.springframework.stereotype.Component;

/**
 * Which pages, letters and mails must say that an outcome would rest on values that no document supports: a service's by
 * today's policy, a request's by what it froze. Templates know it as {@code demo}.
 */
@Component
public class DemoMarks {

    private final PublicServices services;
    private final FrozenPolicies frozen;
    private final CheckContexts contexts;

    DemoMarks(PublicServices services, FrozenPolicies frozen, CheckContexts contexts) {
        this.services = services;
        this.frozen = frozen;
        this.contexts = contexts;
    }

    public boolean service(String key) {
        return services.find(key)
                .filter(service -> service.restsOnDemo(contexts.today()))
                .isPresent();
    }

    public boolean request(Request request) {
        return frozen.of(request.id()).restsOnDemo();
    }
}
