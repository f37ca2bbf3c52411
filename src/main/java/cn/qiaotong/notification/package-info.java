/**
 * Tells people what happened: the outbox, the inbox that reads it first, and mail that only points to the inbox.
 */
@ApplicationModule(
        allowedDependencies = {
            "request",
            "interest",
            "mark",
            "worklist",
            "catalog",
            "process",
            "form",
            "policy",
            "calendar",
            "document",
            "audit",
            "vault",
            "identity",
            "web",
            "decision",
            "publicity",
            "objection"
        })
package cn.qiaotong.notification;

import org.springframework.modulith.ApplicationModule;
