/**
 * What an applicant may do against an outcome: the remedy that fits whoever decided, and one objection or complaint of each
 * request, answered by people who did not deal with it, in a process of its own. The request and its outcome stay as they
 * are. Objections of the public to a notice are another thing and not here.
 */
@ApplicationModule(
        allowedDependencies = {
            "request",
            "worklist",
            "section",
            "party",
            "catalog",
            "process",
            "calendar",
            "form",
            "vault",
            "column",
            "audit",
            "identity",
            "web"
        })
package cn.qiaotong.objection;

import org.springframework.modulith.ApplicationModule;
