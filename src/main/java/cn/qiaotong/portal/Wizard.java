package cn.qiaotong.portal;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.document.Documents;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.Page;
import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.Person;
import cn.qiaotong.portal.Uploads.Taken;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Draft;
import cn.qiaotong.request.Drafts;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.signin.KeptPosts;
import cn.qiaotong.web.NotFound;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * The way through a draft, page by page. Whatever a page sends is kept before it is looked at, so that neither an error, an
 * upload, another language nor an ended session costs a keystroke.
 */
@Component
class Wizard {

    private final Drafts drafts;
    private final Requests requests;
    private final PublicServices services;
    private final CheckContexts contexts;
    private final Uploads uploads;
    private final CaseFiles files;
    private final Documents documents;
    private final KeptPosts kept;

    Wizard(
            Drafts drafts,
            Requests requests,
            PublicServices services,
            CheckContexts contexts,
            Uploads uploads,
            CaseFiles files,
            Documents documents,
            KeptPosts kept) {
        this.drafts = drafts;
        this.requests = requests;
        this.services = services;
        this.contexts = contexts;
        this.uploads = uploads;
        this.files = files;
        this.documents = documents;
        this.kept = kept;
    }

    /** Begins a draft and says its public id. */
    String begin(PublicService service, Person person) {
        var draft = drafts.open(service, person);
        drafts.save(draft.publicId(), person, service.current().apply().defaults());
        return draft.publicId();
    }

    /** Begins a draft with everything that a request says but this field, its files included, and says its public id. */
    String again(Request request, String without, Person person) {
        var service = services.find(request.service()).orElseThrow(NotFound::new);
        var form = service.current().apply();
        var draft = drafts.open(service, person);
        var typed = form.typed(files.own(request.publicId(), person).answers()).with(without, List.of());
        var copied = form.fields().stream()
                .filter(Uploads::isFile)
                .map(Field::key)
                .reduce(typed, (all, key) -> all.with(key, copies(all.all(key), draft, person)), (a, b) -> b);
        drafts.save(draft.publicId(), person, copied);
        return draft.publicId();
    }

    private List<String> copies(List<String> papers, Draft draft, Person person) {
        return papers.stream()
                .map(paper -> documents
                        .copy(UUID.fromString(paper), Drafts.ownerOf(draft.id()), person)
                        .id()
                        .toString())
                .toList();
    }

    /** Takes a draft away for good; its address then leads nowhere. */
    void giveUp(OpenDraft open, Person person) {
        drafts.discard(open.draft().publicId(), person);
    }

    OpenDraft open(String publicId, Person person) {
        var draft = drafts.find(publicId, person).orElseThrow(() -> gone(publicId, person));
        var service = services.find(draft.service()).orElseThrow(NotFound::new);
        return new OpenDraft(draft, service, contexts.now());
    }

    private RuntimeException gone(String publicId, Person person) {
        return requests.findOwn(publicId, person).isPresent() ? new AlreadySubmitted(publicId) : new NotFound();
    }

    /** The page of the form with this key; one that does not show now is still a page. */
    static Page page(OpenDraft open, String key) {
        return open.form().page(key).orElseThrow(NotFound::new);
    }

    OpenDraft keep(OpenDraft open, Page page, Pressed pressed, Person person) {
        return change(open, person, before -> pressed.over(before, open.form(), List.of(page)));
    }

    /** Stores the files that came with a page; the draft names those that were taken. */
    Received receive(OpenDraft open, Page page, MultiValueMap<String, MultipartFile> files, Person person) {
        var form = open.form();
        var taken = uploads.take(Uploads.of(open.draft()), only(form, page), open.typed(), files, person);
        return new Received(change(open, person, before -> files(form, before, taken.typed())), taken);
    }

    /** Takes away the file that {@code field#document} names. */
    OpenDraft discard(OpenDraft open, String what, Person person) {
        return change(
                open, person, before -> uploads.discard(open.draft().id(), open.form(), before, what, true, person));
    }

    /** The draft with what its owner had sent to this address when the session was over. */
    OpenDraft recall(OpenDraft open, Page page, String address, Person person) {
        return kept.forPath(address, person)
                .map(posted -> keep(open, page, new Pressed(posted), person))
                .orElse(open);
    }

    OpenDraft change(OpenDraft open, Person person, UnaryOperator<Typed> change) {
        return open.with(drafts.change(open.draft().publicId(), person, change));
    }

    private static Form only(Form form, Page page) {
        return form.only(page.fields().stream().map(Field::key).collect(Collectors.toSet()));
    }

    private static Typed files(Form form, Typed before, Typed taken) {
        return form.fields().stream()
                .filter(Uploads::isFile)
                .map(Field::key)
                .filter(key -> !taken.all(key).isEmpty())
                .reduce(before, (typed, key) -> typed.with(key, taken.all(key)), (a, b) -> b);
    }

    /** A draft after its files arrived, and what is wrong with those that were not taken. */
    record Received(OpenDraft draft, Taken taken) {}
}
