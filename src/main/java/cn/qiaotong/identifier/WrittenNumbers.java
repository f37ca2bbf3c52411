package cn.qiaotong.identifier;

import cn.qiaotong.form.CrossCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The papers whose numbers have no public check. Issuers change how they write them, so only what no issuer has ever written is
 * refused; anything else that is unusual is asked to be looked at again.
 */
@Configuration(proxyBeanMethods = false)
class WrittenNumbers {

    private static final String ANY_PASSPORT = "(?=.*[0-9])[A-Z0-9]{5,20}";

    @Bean
    CrossCheck macaoId() {
        return new WrittenNumber("macao-id", "[0-9A-Z][0-9]{7}", "[157][0-9]{7}");
    }

    @Bean
    CrossCheck travelPermit() {
        var written = "[HM][0-9]{8}([0-9]{2})?";
        return new WrittenNumber("travel-permit", written, written);
    }

    @Bean
    CrossCheck travelPermitNonChinese() {
        return new WrittenNumber("travel-permit", ".+", "[HM]A[0-9]{7}");
    }

    @Bean
    CrossCheck passport() {
        return new WrittenNumber("passport", ANY_PASSPORT, "[A-Z0-9]{5,9}");
    }

    @Bean
    CrossCheck chinesePassport() {
        return new WrittenNumber("passport", ANY_PASSPORT, "[EG][0-9]{8}|E[A-HJ-NP-Z][0-9]{7}");
    }

    @Bean
    CrossCheck hongKongPassport() {
        return new WrittenNumber("passport", ANY_PASSPORT, "[HK][0-9]{8}|[HK][A-Z][0-9]{7}");
    }

    @Bean
    CrossCheck macaoPassport() {
        return new WrittenNumber("passport", ANY_PASSPORT, "M[AB][0-9]{7}");
    }
}
