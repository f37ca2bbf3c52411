/**
 * The append-only record of who did what to which reference, each row chained to the one before by its hash. Holds ids,
 * codes and hashes only, so that erasing a person never touches the chain.
 *
 * <p>An act is recorded in the transaction of what it records: both are there or neither is. The head of a chain is locked
 * while a row is added, so that its rows are numbered from 1 without a gap.
 *
 * <p>Hash, version 1: SHA-256 in lower-case hexadecimal over the UTF-8 text of these nine lines, joined by one line feed
 * (U+000A) with none at the end:
 *
 * <ol>
 *   <li>{@code qiaotong-audit/1}
 *   <li>the chain
 *   <li>the number, in decimal
 *   <li>the time in UTC with six decimals, as {@code 2026-03-09T02:00:00.000000Z}
 *   <li>the code
 *   <li>the account, or nothing
 *   <li>the reference, or nothing
 *   <li>the facts as a JSON object of strings without spaces, ordered by key: {@code {"from":"A","to":"B"}}
 *   <li>the hash of the row before; 64 zeros for the first row
 * </ol>
 *
 * Every part is checked against {@code [A-Za-z0-9_.:/+=-]}, so that nothing needs escaping and no part can imitate a line.
 * A chain alone does not show that all of it was written anew: for that, its head is kept elsewhere.
 */
@ApplicationModule(allowedDependencies = {"identity", "vault"})
package cn.qiaotong.audit;

import org.springframework.modulith.ApplicationModule;
