package cn.qiaotong.document;

import cn.qiaotong.identity.Person;
import java.util.UUID;

/**
 * Says who may read the documents of an owner. Implemented by the module that keeps the owner; for kinds of owner that are
 * not its own it says no.
 */
public interface DocumentPermission {

    boolean mayRead(Owner owner, UUID document, Person person);
}
