package cn.qiaotong.identity;

import java.time.Instant;
import java.util.UUID;

/** Someone has signed in; published inside the transaction that keeps their account. */
public record SignedIn(UUID account, Instant at) {}
