/**
 * Uploaded files: recognised by content, encrypted, addressed by their hash, and served only under a permission that the
 * owner of the file implements.
 */
@ApplicationModule(allowedDependencies = {"identity", "web", "vault", "audit"})
package cn.qiaotong.document;

import org.springframework.modulith.ApplicationModule;
