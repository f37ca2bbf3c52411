package cn.qiaotong.portal;

import cn.qiaotong.WholeDesk;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;

/** The whole desk, asked for pages. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeDesk
@AutoConfigureMockMvc
@interface PortalTest {}
