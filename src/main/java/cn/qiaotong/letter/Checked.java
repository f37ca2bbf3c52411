package cn.qiaotong.letter;

import cn.qiaotong.catalog.Letter;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.request.RequestState;
import cn.qiaotong.request.TaskDecision;
import cn.qiaotong.worklist.Wait;
import java.util.List;
import java.util.Optional;

/**
 * Which decision a letter tells: the last one of its step that nobody is taking anew and that a second person has checked
 * where the model draws a check. A request that was withdrawn has none.
 */
record Checked(CaseFile file, List<Wait> waits) {

    Optional<TaskDecision> decision(Letter letter) {
        return file.request().state() == RequestState.WITHDRAWN
                ? Optional.empty()
                : file.decisions().stream()
                        .filter(decision -> decision.element().equals(letter.element()))
                        .filter(decision -> !isOpen(letter.element(), decision.organisation()))
                        .reduce((first, last) -> last)
                        .filter(decision -> letter.checkedAt().isEmpty() || isChecked(letter, decision));
    }

    /** While nobody is waited for, a check that was made may still lead back. */
    private boolean isChecked(Letter letter, TaskDecision decision) {
        var standsStill = !file.request().state().open() || waits.stream().anyMatch(Wait::isOpen);
        var later = file.decisions()
                .subList(
                        file.decisions().lastIndexOf(decision) + 1,
                        file.decisions().size());
        return standsStill
                && letter.checkedAt().stream().noneMatch(check -> isOpen(check, decision.organisation()))
                && later.stream()
                        .anyMatch(check -> letter.checkedAt().contains(check.element())
                                && check.organisation().equals(decision.organisation()));
    }

    private boolean isOpen(String element, Optional<Organisation> organisation) {
        return waits.stream()
                .anyMatch(wait -> wait.isOpen()
                        && wait.element().equals(element)
                        && wait.organisation().equals(organisation));
    }
}
