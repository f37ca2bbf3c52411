package cn.qiaotong.mark;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Gives every view the marks of demo values, so that no controller can forget them. */
@Configuration(proxyBeanMethods = false)
class SharedMarks {

    @Autowired
    void shareWithViews(ThymeleafViewResolver views, DemoMarks marks) {
        views.addStaticVariable("demo", marks);
    }
}
