/**
 * What those who run the desk need of it: a start that refuses what is unsafe in production, migrations and grants by the
 * owner of the database so that the application itself may change no table and rewrite no record, and the two answers that
 * a load balancer asks for. It knows settings and the database only, and nothing knows it.
 */
@ApplicationModule(allowedDependencies = {})
package cn.qiaotong.operation;

import org.springframework.modulith.ApplicationModule;
