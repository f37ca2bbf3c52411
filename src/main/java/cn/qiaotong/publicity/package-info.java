/**
 * What the public is shown before money is paid: who is to get how much, from when until when, and how to object. A notice
 * says the firm and the amount and nothing else of a request; an objection is sealed and read by the district alone.
 */
@ApplicationModule(
        allowedDependencies = {
            "request",
            "section",
            "grant",
            "catalog",
            "process",
            "form",
            "policy",
            "vault",
            "audit",
            "identity",
            "web"
        })
package cn.qiaotong.publicity;

import org.springframework.modulith.ApplicationModule;
