package cn.qiaotong.bench;

import cn.qiaotong.Southbound;
import cn.qiaotong.bench.SignedInVisitor.Answer;
import java.util.Map;

/** The measured journey at the desk over HTTP: its acts alone, or with the pages that people open between them. */
final class DeskJourney implements Journey {

    private static final int SEE_OTHER = 303;
    private static final int FOUND = 302;
    private static final int OK = 200;

    private final Cast cast;
    private final String draft;
    private final boolean pages;
    private int at = -1;

    DeskJourney(Cast cast, String draft, boolean pages) {
        this.cast = cast;
        this.draft = draft;
        this.pages = pages;
    }

    @Override
    public Progress advance(Latencies latencies) {
        if (at < 0) {
            submit(latencies);
        } else if (!taken(Steps.ALL.get(at), latencies)) {
            return Progress.NOT_YET;
        }
        if (++at == Steps.ALL.size()) {
            open(latencies, "page follow", "/requests/" + draft);
            return Progress.OVER;
        }
        return Progress.MOVED;
    }

    private void submit(Latencies latencies) {
        open(latencies, "page service", "/services/" + Southbound.SERVICE);
        open(latencies, "page draft", "/drafts/" + draft);
        open(latencies, "page check", "/drafts/%s/check".formatted(draft));
        open(latencies, "page consent", "/drafts/%s/consent".formatted(draft));
        var to = "/drafts/%s/submit".formatted(draft);
        done("submit", Timed.get(latencies, "act submit", () -> cast.people()
                .get(0)
                .post(to, Map.of("purpose", "sensitive&referral.icbc-jianghai"))));
        open(latencies, "page receipt", "/requests/%s/receipt".formatted(draft));
    }

    /** Takes and completes a step, unless it is not open yet. */
    private boolean taken(Steps step, Latencies latencies) {
        var person = cast.people().get(step.castMember);
        var task = "/review/%s/%s".formatted(draft, step.element);
        var begun = System.nanoTime();
        var claimed = person.post(task + "/claim", Map.of());
        if (claimed.status() == 404) {
            return false;
        }
        latencies.note("act claim", System.nanoTime() - begun);
        done("claim", claimed);
        see(latencies, "page task", person, task);
        var completed = Timed.get(latencies, "act complete", () -> person.post(task + "/decide", step.answers));
        done("complete", completed);
        see(latencies, "page worklist", person, completed.location());
        if (step == Steps.CONFIRM) {
            open(latencies, "page follow", "/requests/" + draft);
        }
        return true;
    }

    /** A page of the applicant. */
    private void open(Latencies latencies, String name, String path) {
        see(latencies, name, cast.people().get(0), path);
    }

    private void see(Latencies latencies, String name, SignedInVisitor person, String path) {
        if (pages) {
            var seen = Timed.get(latencies, name, () -> person.get(path));
            if (seen.status() != OK) {
                throw new IllegalStateException("%s answers %d".formatted(name, seen.status()));
            }
        }
    }

    private static void done(String act, Answer answer) {
        if (answer.status() != SEE_OTHER && answer.status() != FOUND) {
            throw new IllegalStateException("%s answers %d".formatted(act, answer.status()));
        }
    }
}
