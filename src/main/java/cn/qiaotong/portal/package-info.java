/**
 * The applicant's pages: services, the wizard, the receipt, the timeline, supplements and withdrawal.
 */
@ApplicationModule(
        allowedDependencies = {
            "party",
            "consent",
            "request",
            "interest",
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
            "signin",
            "web",
            "decision",
            "job"
        })
package cn.qiaotong.portal;

import org.springframework.modulith.ApplicationModule;
