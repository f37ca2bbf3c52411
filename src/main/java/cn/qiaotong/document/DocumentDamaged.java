package cn.qiaotong.document;

import java.util.UUID;

/** A stored document is not what was stored: changed, cut, or moved. It is not served; someone has to look at it. */
public final class DocumentDamaged extends RuntimeException {

    DocumentDamaged(UUID id) {
        super("The document %s is not what was stored.".formatted(id));
    }
}
