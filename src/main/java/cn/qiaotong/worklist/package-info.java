/**
 * Every wait of every request: who owns it, who holds it, until when, and what paused its clock. Our own table, indexed for
 * the way people look; four-eyes is enforced here by person, at query, claim and complete.
 */
@ApplicationModule(
        allowedDependencies = {"request", "party", "catalog", "process", "calendar", "audit", "identity", "web", "form"
        })
package cn.qiaotong.worklist;

import org.springframework.modulith.ApplicationModule;
