package cn.qiaotong.interest;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Everybody who asked to be told about a service is to be told that its status, or else a rule of it, changes from a day on.
 * The change's id is the same for a repeat.
 */
public record InterestTold(UUID change, String service, boolean status, LocalDate from) {}
