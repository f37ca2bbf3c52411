package cn.qiaotong.identity;

import java.time.Instant;
import java.util.UUID;

/** Someone has signed out here; published inside a transaction, before they are sent to sign out at Keycloak. */
public record SignedOut(UUID account, Instant at) {}
