package cn.qiaotong.identifier;

import java.time.LocalDate;

/** A number without a check of its own: what it can be at all, and what it usually is. */
record WrittenNumber(String code, String possible, String usual) implements CheckedNumber {

    @Override
    public Verdict verdict(String number, LocalDate today) {
        if (!number.matches(possible)) {
            return Verdict.wrong(code);
        }
        return number.matches(usual) ? Verdict.RIGHT : Verdict.UNUSUAL;
    }
}
