package cn.qiaotong.catalog;

import cn.qiaotong.decision.Decision;
import cn.qiaotong.decision.DecisionInvalid;
import cn.qiaotong.decision.Decisions;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.FormInvalid;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyInvalid;
import cn.qiaotong.policy.PolicyRow;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the files of a folder say, each read by the module that knows its kind. A file that cannot be read is a problem of
 * its own; nothing that would follow from it is told besides.
 */
record FolderContents(
        Map<String, Bpmn> models,
        Map<String, Form> forms,
        Map<String, Decision> decisions,
        List<PolicyRow> policies,
        List<Problem> unreadable) {

    static final String POLICIES = "policies.yaml";

    static FolderContents of(ServiceFolder folder, Decisions reader) {
        var contents = new FolderContents(
                new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        folder.ending(".bpmn").forEach(contents::model);
        folder.ending(".form").forEach(contents::form);
        folder.ending(".dmn").forEach((file, content) -> contents.decision(file, content, reader));
        folder.file(POLICIES).ifPresent(contents::policy);
        return contents;
    }

    static String stem(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }

    private void model(String file, byte[] content) {
        Bpmn.read(content)
                .ifPresentOrElse(
                        model -> models.put(stem(file), model),
                        () -> unreadable.add(
                                new Problem(file, "", "make it a BPMN 2.0 file: plain XML without a document type")));
    }

    private void form(String file, byte[] content) {
        try {
            forms.put(stem(file), Form.read(file, content));
        } catch (FormInvalid e) {
            unreadable.add(new Problem(file, e.element(), e.fix()));
        }
    }

    private void decision(String file, byte[] content, Decisions reader) {
        try {
            decisions.put(stem(file), reader.read(file, content));
        } catch (DecisionInvalid e) {
            unreadable.add(new Problem(file, e.element(), e.fix()));
        }
    }

    private void policy(byte[] content) {
        try {
            policies.addAll(Policies.read(POLICIES, new ByteArrayInputStream(content)));
        } catch (PolicyInvalid e) {
            unreadable.add(new Problem(POLICIES, e.row(), e.fix()));
        }
    }
}
