/**
 * Who wants to be told about a service: that it opens, or that its rules change. One press asks for it and one stops it;
 * whoever has a draft of a service is told of its rules as well. Nothing here is an application, and nobody is promised
 * anything.
 */
@ApplicationModule(allowedDependencies = {"request", "catalog", "policy", "audit", "identity", "web"})
package cn.qiaotong.interest;

import org.springframework.modulith.ApplicationModule;
