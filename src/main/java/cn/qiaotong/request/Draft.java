package cn.qiaotong.request;

import cn.qiaotong.form.Typed;
import java.time.Instant;
import java.util.UUID;

/**
 * What a person has typed so far for a service, valid or not. Its ids become the request's when it is submitted, so that
 * files stay where they are and a second submission finds the first.
 */
public record Draft(
        UUID id, String publicId, UUID applicant, String service, Typed typed, int version, Instant changedAt) {}
