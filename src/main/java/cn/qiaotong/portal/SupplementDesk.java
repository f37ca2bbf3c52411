package cn.qiaotong.portal;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.form.FieldError;
import cn.qiaotong.form.FormView;
import cn.qiaotong.form.Said;
import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.Person;
import cn.qiaotong.portal.Uploads.Taken;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Supplements;
import cn.qiaotong.signin.KeptPosts;
import cn.qiaotong.web.Conflict;
import cn.qiaotong.web.Overtaken;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** The answer to a supplement notice while it is being written: begun from what was given before, kept at every step. */
@Component
class SupplementDesk {

    private final CaseFiles files;
    private final Supplements supplements;
    private final Following following;
    private final Uploads uploads;
    private final CheckContexts contexts;
    private final KeptPosts kept;

    SupplementDesk(
            CaseFiles files,
            Supplements supplements,
            Following following,
            Uploads uploads,
            CheckContexts contexts,
            KeptPosts kept) {
        this.files = files;
        this.supplements = supplements;
        this.following = following;
        this.uploads = uploads;
        this.contexts = contexts;
        this.kept = kept;
    }

    OpenSupplement open(String publicId, Person person) {
        var file = files.own(publicId, person);
        var request = file.request();
        var supplement = supplements
                .open(request)
                .filter(asked -> request.state().open())
                .orElseThrow(() -> new Conflict("request.supplement.over"));
        var form = supplements.form(request, supplement);
        var before = file.answers();
        return new OpenSupplement(
                request,
                supplement,
                form,
                following.version(request).apply().typed(before),
                supplement.typed().orElseGet(() -> form.typed(before)),
                contexts.now(before.values()));
    }

    /** The open notice; whoever sends too late gets back what they had written. */
    OpenSupplement open(String publicId, Pressed pressed, Person person, Locale locale) {
        try {
            return open(publicId, person);
        } catch (Conflict late) {
            var request = files.own(publicId, person).request();
            throw new Overtaken(
                    late,
                    Said.in(
                            following.version(request).apply(),
                            Typed.of(pressed.posted()),
                            following.words(request, locale)));
        }
    }

    /** Keeps everything that the page sent; files that were there before the notice stay stored. */
    Kept keep(OpenSupplement open, Pressed pressed, MultiValueMap<String, MultipartFile> sent, Person person) {
        var owner = open.request().id().value();
        var typed = typed(open, pressed);
        var fresh = uploads.isFresh(open, pressed.discarded());
        var left = uploads.discard(owner, open.form(), typed, pressed.discarded(), fresh, person);
        var taken = uploads.take(uploads.of(open.with(left)), open.form(), left, sent, person);
        return new Kept(save(open, taken.typed()), taken);
    }

    OpenSupplement recall(OpenSupplement open, String address, Person person) {
        return kept.forPath(address, person)
                .map(posted -> save(open, typed(open, new Pressed(posted))))
                .orElse(open);
    }

    SupplementView view(OpenSupplement open, List<FieldError> errors, Locale locale) {
        var request = open.request();
        var words = following.words(request, locale);
        return new SupplementView(
                request,
                words.title(),
                Timeline.asked(open.supplement(), words),
                following.now(request, locale).until(),
                FormView.of(open.form(), open.typed(), open.context(), words)
                        .files(uploads.of(request.id().value()))
                        .with(errors),
                open.address(),
                open.form().fields().stream().anyMatch(Uploads::isFile));
    }

    OpenSupplement save(OpenSupplement open, Typed typed) {
        supplements.save(open.request(), open.supplement(), typed);
        return open.with(typed);
    }

    private static Typed typed(OpenSupplement open, Pressed pressed) {
        return pressed.over(open.typed(), open.form(), open.form().pages());
    }

    /** The answer as it stands, and what is wrong with files that were not taken. */
    record Kept(OpenSupplement draft, Taken taken) {

        List<FieldError> errors() {
            return taken.errors();
        }
    }
}
