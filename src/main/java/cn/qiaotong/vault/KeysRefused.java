package cn.qiaotong.vault;

/** The program may not start with the keys it was given; the message says in one sentence what to set. */
public final class KeysRefused extends RuntimeException {

    KeysRefused(String sentence) {
        super(sentence);
    }
}
