package cn.qiaotong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name stays in its own script and loses what misleads. */
class FileNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            passport.pdf             | passport.pdf
            陳大文 身份證.jpg          | 陳大文 身份證.jpg
            护照（复印件）.pdf          | 护照（复印件）.pdf
            Certidão.pdf             | Certidão.pdf
            C:\\Users\\me\\a.pdf     | a.pdf
            ../../etc/passwd         | passwd
            /etc/passwd              | passwd
            ..\\..\\a.pdf            | a.pdf
            .htaccess                | htaccess
            ...                      | document
            a.pdf. .                 | a.pdf
            a/                       | document
            CON:aux?.pdf             | CON_aux_.pdf
            """)
    void cleansNames(String written, String kept) {
        assertThat(FileName.clean(written)).isEqualTo(kept);
    }

    @Test
    void dropsControlCharactersAndMarksOfDirection() {
        assertThat(FileName.clean("a\r\nSet-Cookie: x\0\t.pdf")).isEqualTo("aSet-Cookie_ x.pdf");
        assertThat(FileName.clean("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(FileName.clean("\u2066a\u2069\u200E\u200F\u061C\uFEFF\u2028b.pdf"))
                .isEqualTo("ab.pdf");
        assertThat(FileName.clean("\uD800a.pdf")).isEqualTo("a.pdf");
        assertThat(FileName.clean("")).isEqualTo("document");
        assertThat(FileName.clean("\u202E \u0000")).isEqualTo("document");
    }

    @Test
    void replacesWhatFileSystemsReserve() {
        assertThat(FileName.clean("a\"b<c>d|e*f?g:h.pdf")).isEqualTo("a_b_c_d_e_f_g_h.pdf");
    }

    @Test
    void keepsRareCharactersWhole() {
        assertThat(FileName.clean("𠮷野.pdf")).isEqualTo("𠮷野.pdf");
    }

    @Test
    void shortensWithoutLosingTheEnding() {
        var kept = FileName.clean("𠮷".repeat(300) + ".pdf");

        assertThat(kept.codePointCount(0, kept.length())).isEqualTo(200);
        assertThat(kept).endsWith("𠮷.pdf");
        assertThat(FileName.clean("a".repeat(300))).hasSize(200);
    }

    @Test
    void isSavedAsWhatItIs() {
        assertThat(FileName.saved(document("a.PDF", "application/pdf"))).isEqualTo("a.PDF");
        assertThat(FileName.saved(document("a.jpeg", "image/jpeg"))).isEqualTo("a.jpeg");
        assertThat(FileName.saved(document("a.exe", "application/pdf"))).isEqualTo("a.exe.pdf");
        assertThat(FileName.saved(document("a.pdf", "image/png"))).isEqualTo("a.pdf.png");
    }

    private static Document document(String name, String type) {
        return new Document(UUID.randomUUID(), new Owner("test", UUID.randomUUID()), name, type, 1, "", Instant.EPOCH);
    }
}
