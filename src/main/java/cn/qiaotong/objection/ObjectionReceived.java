package cn.qiaotong.objection;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.process.RequestId;
import java.time.Instant;
import java.util.Optional;

/** An applicant has made an objection, which this organisation answers until then. */
public record ObjectionReceived(RequestId request, Organisation answering, Optional<Instant> until) {}
