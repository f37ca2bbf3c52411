package cn.qiaotong.document;

import static cn.qiaotong.document.Samples.bytes;
import static cn.qiaotong.document.Samples.joined;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.document.Rejected.Reason;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three types are taken, by what the content is from its first byte, and nothing else. */
class RecognitionTests {

    @Test
    void takesPdfJpegAndPng() {
        assertThat(Recognition.of(Samples.pdf()).mediaType()).contains("application/pdf");
        assertThat(Recognition.of(Samples.bigPdf(300_000)).mediaType()).contains("application/pdf");
        assertThat(Recognition.of(Samples.jpeg()).mediaType()).contains("image/jpeg");
        assertThat(Recognition.of(Samples.png()).mediaType()).contains("image/png");
    }

    @Test
    void refusesNothing() {
        assertThat(Recognition.of(new byte[0]).refused()).contains(Reason.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"})
    void namesAPhonesOwnFormat(String brand) {
        assertThat(Recognition.of(Samples.heic(brand)).refused()).contains(Reason.HEIC);
    }

    @Test
    void namesAPdfThatNeedsAPassword() {
        assertThat(Recognition.of(Samples.encryptedPdf()).refused()).contains(Reason.PASSWORD);
    }

    static Stream<Arguments> others() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("junk before a PDF", joined(bytes("junk\n"), Samples.pdf()));
        files.put("a line break before a PDF", joined(bytes("\n"), Samples.pdf()));
        files.put("HTML before a PDF", joined(bytes("<html><script>alert(1)</script>"), Samples.pdf()));
        files.put("ZIP before a PDF", joined(bytes("PK\u0003\u0004"), Samples.pdf()));
        files.put("GIF before a PDF", joined(bytes("GIF89a"), Samples.pdf()));
        files.put("junk before a JPEG", joined(bytes("x"), Samples.jpeg()));
        files.put("junk before a PNG", joined(bytes("x"), Samples.png()));
        files.put("a PDF with a page behind it", joined(Samples.pdf(), bytes("<html>" + " ".repeat(2000))));
        files.put("a PDF cut short", Arrays.copyOf(Samples.pdf(), 40));
        files.put("a JPEG cut short", Arrays.copyOf(Samples.jpeg(), 20));
        files.put("a PNG cut short", Arrays.copyOf(Samples.png(), 30));
        files.put("a PDF's first word", bytes("%PDF-"));
        files.put("a PNG signature alone", bytes("\u0089PNG\r\n\u001a\n"));
        files.put("a JPEG signature alone", bytes("\u00ff\u00d8\u00ff"));
        files.put("text", bytes("hello"));
        files.put("one byte", bytes("x"));
        files.put("zeros", new byte[1000]);
        files.put("HTML", bytes("<!DOCTYPE html><html><body onload=alert(1)>"));
        files.put("SVG", bytes("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"));
        files.put(
                "XML",
                bytes("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"));
        files.put("MHTML", bytes("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n"));
        files.put("HTA", bytes("<hta:application id=a><script>"));
        files.put("a Windows link", bytes("L\0\0\0\u0001\u0014\u0002\0"));
        files.put("a Windows program", bytes("MZ\u0090\0"));
        files.put("a Linux program", bytes("\u007fELF\u0002\u0001"));
        files.put("ZIP or Office", bytes("PK\u0003\u0004\u0014\0\6\0"));
        files.put("an empty ZIP", bytes("PK\u0005\u0006" + "\0".repeat(18)));
        files.put("old Office", bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"));
        files.put("RTF", bytes("{\\rtf1\\ansi}"));
        files.put("RAR", bytes("Rar!\u001a\u0007\0"));
        files.put("7z", bytes("7z\u00bc\u00af\u0027\u001c"));
        files.put("gzip", bytes("\u001f\u008b\u0008\0"));
        files.put("GIF", bytes("GIF89a\u0001\0\u0001\0"));
        files.put("BMP", bytes("BM\u0046\0\0\0"));
        files.put("TIFF", bytes("II*\0\u0008\0\0\0"));
        files.put("WebP", bytes("RIFF\u0024\0\0\0WEBPVP8 "));
        files.put("AVIF", bytes("\0\0\0\u0018ftypavif\0\0\0\0"));
        files.put("MP4", bytes("\0\0\0\u0018ftypisom\0\0\0\0"));
        files.put("PostScript", bytes("%!PS-Adobe-3.0\n"));
        files.put("a script", bytes("#!/bin/sh\nrm -rf /\n"));
        files.put("EICAR", bytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"));
        return files.entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void refusesWhateverElseItIs(String name, byte[] content) {
        assertThat(Recognition.of(content).refused()).as(name).contains(Reason.WRONG_TYPE);
    }
}
