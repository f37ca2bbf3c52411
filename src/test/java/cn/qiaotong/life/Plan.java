package cn.qiaotong.life;

import java.time.Instant;
import java.util.List;

/**
 * One request to be: which example it follows, for whom, when each of its acts happens, and, where there
 * is one time more, when somebody takes the step that is open in the end. One without an act stays a draft.
 */
record Plan(Scene scene, Persona applicant, int acts, List<Instant> times) {

    boolean isDraft() {
        return acts == 0;
    }

    String says(int event) {
        return "%s, %s, %s"
                .formatted(
                        scene.folder().service(),
                        scene.name(),
                        event < acts ? scene.turns().get(event).act().word() : "taken");
    }
}
