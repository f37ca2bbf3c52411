package cn.qiaotong.document;

import java.time.Instant;
import java.util.UUID;

/** A stored file without its content. The name is as its owner wrote it, the media type what the content is. */
public record Document(
        UUID id, Owner owner, String fileName, String mediaType, long size, String sha256, Instant storedAt) {

    /** Ids only: a file's name may name a person. */
    @Override
    public String toString() {
        return "Document[" + id + "]";
    }
}
