/**
 * The administrators' figures, read only: each number is a link to the list with the same count.
 */
@ApplicationModule(
        allowedDependencies = {
            "request",
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
package cn.qiaotong.dashboard;

import org.springframework.modulith.ApplicationModule;
