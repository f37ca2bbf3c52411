package cn.qiaotong.life;

import cn.qiaotong.identity.Role;
import cn.qiaotong.identity.SignIn;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Somebody made up who asks the desk for something; the script of the name says in which language they read. */
record Persona(SignIn signIn) {

    private static final Charset SIMPLIFIED = Charset.forName("GB2312");
    private static final Locale HONG_KONG = new Locale("zh", "HK");

    private static final String TRADITIONAL_NAMES = "李國強,陳嘉敏,黃美玲,梁志偉,何詠詩,張家輝,劉慧儀,鄭文傑,馮淑貞,葉俊賢,譚穎琳,區啟明,鄧慧珊,蕭偉倫,龍錦華,關麗儀";
    private static final String SIMPLIFIED_NAMES = "陈伟明,林晓燕,黄志强,周雅琴,吴建国,郑小红,谭永康,区玉珍,伍国栋,梁淑芬,冯启航,赵文静,余俊杰,容嘉欣,汤志远,甄美兰";
    private static final String LATIN_NAMES =
            "Tan Wei Ming,Maria Fong Xavier,David Kwan,Linda Thum,Peter Yip Hall,Grace Liong,José Manuel Lei,Nguyễn Thị Lan";

    /** The applicants whom nobody can sign in as. */
    static List<Persona> strangers() {
        return Stream.of(TRADITIONAL_NAMES, SIMPLIFIED_NAMES, LATIN_NAMES)
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(Persona::stranger)
                .toList();
    }

    private static Persona stranger(String name) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Persona(new SignIn(
                "made-up-" + id,
                name,
                Optional.of("made-up-%s@example.test".formatted(id.toString().substring(0, 8))),
                Set.of(Role.APPLICANT),
                Optional.empty(),
                Optional.of(languageOf(name))));
    }

    /** A name in Latin letters reads English; one that the Mainland's basic character set lacks reads Traditional Chinese. */
    static Locale languageOf(String name) {
        if (name.codePoints().noneMatch(Character::isIdeographic)) {
            return Locale.ENGLISH;
        }
        return SIMPLIFIED.newEncoder().canEncode(name) ? Locale.SIMPLIFIED_CHINESE : HONG_KONG;
    }

    String name() {
        return signIn.name();
    }

    Locale language() {
        return languageOf(name());
    }
}
