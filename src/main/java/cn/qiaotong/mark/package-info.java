/**
 * The marks of what rests on demo values: pages, letters and mails about a service or a request say so, by what policy holds
 * today and by what the request froze. No page decides for itself whether it is marked.
 */
@ApplicationModule(allowedDependencies = {"request", "catalog", "policy"})
package cn.qiaotong.mark;

import org.springframework.modulith.ApplicationModule;
