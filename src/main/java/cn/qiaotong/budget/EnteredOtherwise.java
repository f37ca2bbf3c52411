package cn.qiaotong.budget;

import cn.qiaotong.web.Conflict;

/** The same act stands in the ledger for the same claim and says something else: no repetition, but a contradiction. */
public final class EnteredOtherwise extends Conflict {

    EnteredOtherwise() {
        super("budget.refusal.otherwise");
    }
}
