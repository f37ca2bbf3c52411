package cn.qiaotong.objection;

import cn.qiaotong.process.RequestId;
import java.util.List;

/** An objection is answered: the outcome, and the keys of the words for the reason and for what follows. */
public record ObjectionAnswered(RequestId request, String outcome, List<String> told) {

    public ObjectionAnswered {
        told = List.copyOf(told);
    }
}
