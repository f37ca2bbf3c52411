package cn.qiaotong.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qiaotong.identity.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Hands a document out as a file to save, whole, never to be shown in a page of ours or kept on the way. */
@Controller
class DocumentController {

    private final Documents documents;

    DocumentController(Documents documents) {
        this.documents = documents;
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> download(@PathVariable UUID id, Person person, HttpServletResponse response) {
        var opened = documents.open(id, person);
        var name = FileName.saved(opened.document());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "none");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(opened.document().mediaType()))
                .contentLength(opened.content().length)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, UTF_8)
                                .build()
                                .toString())
                .body(opened.content());
    }

    /** Refused, because asking for the head alone would open and record a reading that no one gets. */
    @RequestMapping(path = "/documents/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> head(@PathVariable UUID id) {
        return ResponseEntity.status(405).allow(HttpMethod.GET).build();
    }
}
