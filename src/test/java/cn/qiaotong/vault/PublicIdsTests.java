package cn.qiaotong.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PublicIdsTests {

    @Test
    void anAddressHas128RandomBits() {
        var ids = new HashSet<>(Stream.generate(PublicIds::forUrl).limit(1_000).toList());

        assertThat(ids).hasSize(1_000).allMatch(id -> id.matches("[A-Za-z0-9_-]{22}"));
    }

    @Test
    void aReceiptCanBeReadOverTheTelephone() {
        assertThat(Stream.generate(PublicIds::receipt).limit(1_000))
                .allMatch(receipt -> receipt.matches("JH-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]"))
                .allMatch(receipt -> isRight(bare(receipt)));
    }

    @RepeatedTest(20)
    void noWrongCharacterPasses() {
        var receipt = bare(PublicIds.receipt());
        for (int place = 0; place < receipt.length(); place++) {
            for (var other : PublicIds.READABLE.split("")) {
                var wrong = receipt.substring(0, place) + other + receipt.substring(place + 1);

                assertThat(isRight(wrong)).as(wrong).isEqualTo(wrong.equals(receipt));
            }
        }
    }

    @RepeatedTest(200)
    void noSwapOfNeighboursPasses() {
        var receipt = bare(PublicIds.receipt());
        for (int place = 0; place < receipt.length() - 1; place++) {
            var swapped = receipt.substring(0, place)
                    + receipt.charAt(place + 1)
                    + receipt.charAt(place)
                    + receipt.substring(place + 2);

            assertThat(isRight(swapped)).as(swapped).isEqualTo(swapped.equals(receipt));
        }
    }

    private static String bare(String receipt) {
        return receipt.substring("JH-".length()).replace("-", "");
    }

    private static boolean isRight(String bare) {
        return PublicIds.check(bare.substring(0, 8)) == bare.charAt(8);
    }
}
