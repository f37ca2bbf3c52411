/**
 * Keys, authenticated encryption and the blind index. Whatever a person tells the desk passes through here before it is
 * written; nothing here knows what it encrypts.
 */
@ApplicationModule(allowedDependencies = {})
package cn.qiaotong.vault;

import org.springframework.modulith.ApplicationModule;
