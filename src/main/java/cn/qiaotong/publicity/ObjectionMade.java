package cn.qiaotong.publicity;

import cn.qiaotong.process.RequestId;
import java.util.UUID;

/** Somebody objected to what a notice says of this request; the district is to be told. */
public record ObjectionMade(RequestId request, UUID objection) {}
