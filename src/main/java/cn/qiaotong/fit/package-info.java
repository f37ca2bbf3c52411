/**
 * The questionnaire that answers for all services at once (推得准), before anybody signs in: each folder's own decision says
 * whether it fits, by which rule and policy, and what else does. It keeps nothing.
 */
@ApplicationModule(allowedDependencies = {"catalog", "form", "policy", "web", "decision"})
package cn.qiaotong.fit;

import org.springframework.modulith.ApplicationModule;
