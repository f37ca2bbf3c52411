package cn.qiaotong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.portal.Directory.Validity;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectoryTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void saysWhetherAMeasureCanBeReliedOnToday() {
        assertThat(validity(null, null)).isEqualTo(Validity.NONE);
        assertThat(validity(null, TODAY)).isEqualTo(Validity.NONE);
        assertThat(validity(TODAY.minusYears(1), null)).isEqualTo(Validity.UNKNOWN);
        assertThat(validity(TODAY.minusYears(1), TODAY.minusDays(1))).isEqualTo(Validity.LAPSED);
        assertThat(validity(TODAY.minusYears(1), TODAY)).isEqualTo(Validity.VALID);
    }

    private static Validity validity(LocalDate since, LocalDate until) {
        return Directory.validity(Optional.ofNullable(since), Optional.ofNullable(until), TODAY);
    }
}
