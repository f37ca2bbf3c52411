package cn.qiaotong.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small files of many types, made on the spot. */
final class Samples {

    private static final String PDF =
            """
            %PDF-1.7
            1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
            2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj
            xref
            0 3
            trailer <</Size 3 /Root 1 0 R TRAILER>>
            startxref
            109
            %%EOF
            """;

    private Samples() {}

    static byte[] pdf() {
        return bytes(PDF.replace("TRAILER", ""));
    }

    static byte[] pdf(int number) {
        return bytes(PDF.replace("TRAILER", "/Number " + number));
    }

    static byte[] encryptedPdf() {
        return bytes(PDF.replace("TRAILER", "/Encrypt 9 0 R"));
    }

    /** A PDF of about this size, of bytes that nothing compresses. */
    static byte[] bigPdf(int size) {
        var padding = new byte[size];
        new Random(1).nextBytes(padding);
        return bytes(PDF.replace(
                        "xref\n0",
                        "3 0 obj <<>> stream\n" + new String(padding, ISO_8859_1) + "\nendstream endobj\nxref\n0")
                .replace("TRAILER", ""));
    }

    static byte[] jpeg() {
        return image("jpg");
    }

    static byte[] png() {
        return image("png");
    }

    static byte[] heic(String brand) {
        return bytes("\0\0\0\u0018ftyp" + brand + "\0\0\0\0mif1heic\0\0\0\0");
    }

    static byte[] bytes(String latin1) {
        return latin1.getBytes(ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] image(String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
