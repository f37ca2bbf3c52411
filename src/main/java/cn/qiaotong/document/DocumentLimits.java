package cn.qiaotong.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** How big a file may be and how many an owner may have. */
@ConfigurationProperties("qiaotong.document")
record DocumentLimits(@DefaultValue("10MB") DataSize largest, @DefaultValue("20") int perOwner) {}
