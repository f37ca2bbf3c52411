package cn.qiaotong.document;

import cn.qiaotong.document.Rejected.Reason;
import cn.qiaotong.identity.Person;
import cn.qiaotong.vault.Tampered;
import cn.qiaotong.web.NotFound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files that people handed in. A file is recognised by its content, sealed, kept once per owner, and opened only for
 * whom the owner's module lets read it; every act on it is recorded.
 */
@Component
@EnableConfigurationProperties(DocumentLimits.class)
public final class Documents {

    private final Shelf shelf;
    private final DocumentActs acts;
    private final DocumentLimits limits;
    private final ObjectProvider<DocumentPermission> permissions;
    private final TransactionTemplate transaction;

    Documents(
            Shelf shelf,
            DocumentActs acts,
            DocumentLimits limits,
            ObjectProvider<DocumentPermission> permissions,
            PlatformTransactionManager transactions) {
        this.shelf = shelf;
        this.acts = acts;
        this.limits = limits;
        this.permissions = permissions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Stores an upload; the same content for the same owner again gives the document that is there. */
    public Storing store(Owner owner, String fileName, InputStream in, Person by) {
        return store(owner, fileName, in, by, Set.of());
    }

    /** Stores an upload beside documents that others have replaced; those stay as evidence and fill no place. */
    public Storing store(Owner owner, String fileName, InputStream in, Person by, Set<UUID> replaced) {
        var largest = (int) limits.largest().toBytes();
        byte[] bytes;
        try {
            bytes = in.readNBytes(largest + 1);
        } catch (IOException e) {
            return new Rejected(Reason.FAILED);
        }
        if (bytes.length > largest) {
            return new Rejected(Reason.TOO_BIG);
        }
        var recognised = Recognition.of(bytes);
        if (recognised.mediaType().isEmpty()) {
            return new Rejected(recognised.refused().orElseThrow());
        }
        var type = recognised.mediaType().get();
        shelf.begin(owner);
        return transaction.execute(
                status -> put(owner, FileName.clean(fileName), type, new Content(bytes), by, replaced));
    }

    /** The documents of an owner, oldest first. Who may see them is for the owner's module to say. */
    public List<Document> of(Owner owner) {
        return shelf.of(owner);
    }

    /**
     * A document with its content for someone who may read it. One that is not theirs is not found, one that is not as it
     * was stored is {@link DocumentDamaged}.
     */
    public Opened open(UUID id, Person person) {
        var owner =
                shelf.ownerOf(id).filter(found -> mayRead(found, id, person)).orElseThrow(NotFound::new);
        try {
            return transaction.execute(status -> read(id, person));
        } catch (Tampered | DocumentDamaged e) {
            acts.damaged(id, owner, person);
            throw e instanceof DocumentDamaged damaged ? damaged : new DocumentDamaged(id);
        }
    }

    /** Gives another owner the same document, for somebody who may read it, and says the copy. */
    public Document copy(UUID id, Owner to, Person by) {
        var opened = open(id, by);
        var stored = store(to, opened.document().fileName(), new ByteArrayInputStream(opened.content()), by);
        if (stored instanceof Stored copied) {
            return copied.document();
        }
        throw new IllegalStateException("A stored document was rejected when it was copied.");
    }

    /** Takes a document away again and says whether it was there; allowed while the owner's module says so. */
    public boolean remove(Owner owner, UUID id, Person by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Document> found = shelf.find(id).filter(document -> shelf.remove(owner, id));
            found.ifPresent(document -> acts.removed(document, by));
            return found.isPresent();
        }));
    }

    private Storing put(
            Owner owner, String fileName, String mediaType, Content content, Person by, Set<UUID> replaced) {
        shelf.lock(owner);
        var present = shelf.of(owner);
        var sha256 = content.sha256();
        var same = present.stream().filter(one -> one.sha256().equals(sha256)).findAny();
        if (same.isPresent()) {
            return new Stored(same.get());
        }
        if (present.stream().filter(one -> !replaced.contains(one.id())).count() >= limits.perOwner()) {
            return new Rejected(Reason.TOO_MANY);
        }
        var document = shelf.put(owner, fileName, mediaType, content);
        acts.stored(document, by);
        return new Stored(document);
    }

    private Opened read(UUID id, Person person) {
        var document = shelf.find(id).orElseThrow(NotFound::new);
        var content = shelf.content(document);
        acts.read(document, person);
        return new Opened(document, content.bytes());
    }

    private boolean mayRead(Owner owner, UUID id, Person person) {
        return permissions.stream().anyMatch(permission -> permission.mayRead(owner, id, person));
    }
}
