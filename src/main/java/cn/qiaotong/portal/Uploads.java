package cn.qiaotong.portal;

import cn.qiaotong.document.Document;
import cn.qiaotong.document.Documents;
import cn.qiaotong.document.Owner;
import cn.qiaotong.document.Rejected;
import cn.qiaotong.document.Stored;
import cn.qiaotong.document.Storing;
import cn.qiaotong.form.Attachment;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.FieldError;
import cn.qiaotong.form.FieldType;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Draft;
import cn.qiaotong.request.Drafts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files of a form: each stored the moment it arrives, so that an error elsewhere never costs it, and named by its field
 * only. What is not taken is told at its field.
 */
@Component
class Uploads {

    private static final String CONTROL = ".file";
    private static final long MEGABYTE = 1024L * 1024;
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "application/pdf", List.of(".pdf"), "image/jpeg", List.of(".jpg", ".jpeg"), "image/png", List.of(".png"));

    private final Documents documents;
    private final MessageSource texts;

    Uploads(Documents documents, MessageSource texts) {
        this.documents = documents;
        this.texts = texts;
    }

    /** Stores what was chosen for the file fields of a form; each file goes to the typed values or its reason to the errors. */
    Taken take(Place place, Form form, Typed typed, MultiValueMap<String, MultipartFile> files, Person by) {
        var taken = new Taken(typed, new ArrayList<>());
        for (var field : form.fields()) {
            if (isFile(field)) {
                for (var file : files.getOrDefault(field.key() + CONTROL, List.of())) {
                    taken = chosen(file) ? take(place, field, taken, file, by) : taken;
                }
            }
        }
        return taken;
    }

    /** The place of a draft's files. */
    static Place of(Draft draft) {
        return new Place(Drafts.ownerOf(draft.id()), Set.of());
    }

    /** The place of a supplement's files: what was there before it was asked for and no answer names any more is replaced. */
    Place of(OpenSupplement open) {
        var owner = Drafts.ownerOf(open.request().id().value());
        var named = open.given().with(open.typed());
        var replaced = documents.of(owner).stream()
                .filter(document ->
                        document.storedAt().isBefore(open.supplement().askedAt()))
                .map(Document::id)
                .filter(id ->
                        named.names().stream().noneMatch(name -> named.all(name).contains(id.toString())))
                .collect(Collectors.toSet());
        return new Place(owner, replaced);
    }

    /** Whether the file {@code field#document} was stored since the supplement was asked for, so that no version names it. */
    boolean isFresh(OpenSupplement open, String what) {
        return documents.of(Drafts.ownerOf(open.request().id().value())).stream()
                .filter(document -> what.endsWith("#" + document.id()))
                .noneMatch(document ->
                        document.storedAt().isBefore(open.supplement().askedAt()));
    }

    /** Whether a file was chosen for this field at all. */
    boolean none(String field, MultiValueMap<String, MultipartFile> files) {
        return files.getOrDefault(field + CONTROL, List.of()).stream().noneMatch(Uploads::chosen);
    }

    /** Takes the file {@code field#document} out of its field, and, if it may be, away altogether where no other field names it. */
    Typed discard(UUID owner, Form form, Typed typed, String what, boolean forGood, Person by) {
        var field = what.substring(0, Math.max(0, what.indexOf('#')));
        var document = what.substring(what.indexOf('#') + 1);
        if (form.field(field).filter(Uploads::isFile).isEmpty()
                || !typed.all(field).contains(document)) {
            return typed;
        }
        var left = typed.detach(field, document);
        if (forGood && left.names().stream().noneMatch(name -> left.all(name).contains(document))) {
            documents.remove(Drafts.ownerOf(owner), UUID.fromString(document), by);
        }
        return left;
    }

    /** The stored files of a draft or request as its pages name them. */
    Map<String, Attachment> of(UUID owner) {
        return documents.of(Drafts.ownerOf(owner)).stream()
                .map(this::attachment)
                .collect(Collectors.toMap(Attachment::id, Function.identity()));
    }

    private Taken take(Place place, Field field, Taken before, MultipartFile file, Person by) {
        if (before.typed.all(field.key()).size() >= field.maxFiles()) {
            return before.refused(field, "upload.many", field.maxFiles());
        }
        if (field.maxSizeMb().filter(most -> file.getSize() > most * MEGABYTE).isPresent()) {
            return before.refused(field, "upload.big", field.maxSizeMb().get());
        }
        var stored = store(place, file, by);
        if (stored instanceof Rejected rejected) {
            return refused(field, before, rejected);
        }
        var document = ((Stored) stored).document();
        if (!accepts(field, document)) {
            documents.remove(place.owner(), document.id(), by);
            return before.refused(field, "upload.type", field.accept());
        }
        return before.with(field, document.id().toString());
    }

    private Storing store(Place place, MultipartFile file, Person by) {
        try (var in = file.getInputStream()) {
            return documents.store(
                    place.owner(),
                    Optional.ofNullable(file.getOriginalFilename()).orElse(""),
                    in,
                    by,
                    place.replaced());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Taken refused(Field field, Taken before, Rejected rejected) {
        return switch (rejected.reason()) {
            case EMPTY -> before.refused(field, "upload.empty");
            case TOO_BIG ->
                before.refused(field, "upload.big", field.maxSizeMb().orElse(10));
            case WRONG_TYPE -> before.refused(field, "upload.type", field.accept());
            case HEIC -> before.refused(field, "upload.heic");
            case PASSWORD -> before.refused(field, "upload.password");
            case TOO_MANY -> before.refused(field, "upload.many", field.maxFiles());
            case FAILED -> before.refused(field, "upload.failed");
        };
    }

    private static boolean accepts(Field field, Document document) {
        return field.accept().isEmpty()
                || ENDINGS.getOrDefault(document.mediaType(), List.of()).stream()
                        .anyMatch(ending -> List.of(field.accept().split(",")).contains(ending));
    }

    static boolean isFile(Field field) {
        return field.type() == FieldType.FILEPICKER;
    }

    private static boolean chosen(MultipartFile file) {
        return file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty();
    }

    private Attachment attachment(Document document) {
        var id = document.id().toString();
        var size = texts.getMessage(
                "portal.file.size",
                new Object[] {Math.max(1, document.size() / 1024)},
                LocaleContextHolder.getLocale());
        return new Attachment(id, document.fileName(), size, "/documents/" + id);
    }

    /** Where files go, and which of those that are there have been replaced. */
    record Place(Owner owner, Set<UUID> replaced) {}

    /** The typed values with the files that were taken, and what is wrong with those that were not. */
    record Taken(Typed typed, List<FieldError> errors) {

        private Taken with(Field field, String document) {
            return typed.all(field.key()).contains(document)
                    ? this
                    : new Taken(typed.attach(field.key(), document), errors);
        }

        private Taken refused(Field field, String code, Object... arguments) {
            errors.add(new FieldError(field.key(), code, List.of(arguments)));
            return this;
        }
    }
}
