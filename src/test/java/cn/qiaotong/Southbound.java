package cn.qiaotong;

import cn.qiaotong.identity.Organisation;
import java.util.HashMap;
import java.util.Map;

/** An ordinary request of the service that the tests send on its way; the one source of its answers. */
public final class Southbound {

    public static final String SERVICE = "wealth-connect-southbound";
    public static final String ID_CARD = "440704198002290016";
    public static final Organisation DISTRICT = new Organisation("district");
    public static final Organisation BRANCH = new Organisation("icbc-jianghai");

    private Southbound() {}

    public static Map<String, String> answers() {
        var answers = new HashMap<String, String>();
        answers.put("full_name", "陈大文");
        answers.put("category", "mainland_resident");
        answers.put("full_capacity", "yes");
        answers.put("phone", "13800138000");
        answers.put("id_card_number", ID_CARD);
        answers.put("hukou_gba", "yes");
        answers.put("tie_city", "jiangmen");
        answers.put("tie_years", "0");
        answers.put("experience_years", "3");
        answers.put("wealth_basis", "net_assets");
        answers.put("net_assets", "1500000");
        answers.put("household_consent", "true");
        answers.put("single_name", "yes");
        answers.put("other_bank", "no");
        answers.put("branch", BRANCH.key());
        answers.put("own_funds", "yes");
        answers.put("identity_paper", "paper.pdf");
        answers.put("tie_paper", "paper.pdf");
        answers.put("means_paper", "paper.pdf");
        return answers;
    }
}
