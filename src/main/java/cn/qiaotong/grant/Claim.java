package cn.qiaotong.grant;

import cn.qiaotong.process.RequestId;
import java.math.BigDecimal;
import java.util.UUID;

/** What is set aside, or was paid, for a request; under this id the ledger knows it. */
public record Claim(UUID id, RequestId request, BigDecimal amount, boolean paid) {}
