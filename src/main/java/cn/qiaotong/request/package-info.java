/**
 * The record of what people asked for: draft, submission, supplement, withdrawal, consents and explanations. Answers are
 * encrypted from the first one and never reach the engine.
 */
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "process",
            "decision",
            "form",
            "policy",
            "calendar",
            "document",
            "party",
            "consent",
            "vault",
            "audit",
            "identity",
            "web"
        })
package cn.qiaotong.request;

import org.springframework.modulith.ApplicationModule;
