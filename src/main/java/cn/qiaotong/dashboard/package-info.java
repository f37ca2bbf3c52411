/**
 * The figures, read only: the administrators', where each number is a link to the list with the same count, and the page that
 * a leader reads once a month, with the district plan. The plan's initiatives are a file that the build checks; nobody's
 * name, answer or reference reaches a leader.
 */
@ApplicationModule(
        allowedDependencies = {
            "request",
            "worklist",
            "catalog",
            "process",
            "form",
            "policy",
            "budget",
            "publicity",
            "calendar",
            "document",
            "audit",
            "identity",
            "web",
            "decision"
        })
package cn.qiaotong.dashboard;

import org.springframework.modulith.ApplicationModule;
