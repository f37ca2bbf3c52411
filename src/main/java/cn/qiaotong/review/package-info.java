/**
 * The desk's pages and acts: the worklist, a task with its answers, files and checks, and the decision.
 */
@ApplicationModule(
        allowedDependencies = {
            "party",
            "consent",
            "request",
            "section",
            "worklist",
            "catalog",
            "process",
            "form",
            "policy",
            "calendar",
            "document",
            "audit",
            "identity",
            "web",
            "decision"
        })
package cn.qiaotong.review;

import org.springframework.modulith.ApplicationModule;
