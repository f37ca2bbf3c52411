package cn.qiaotong.budget;

import java.util.Locale;

/** What an entry says happened to money, and which numbers it moves: up, down or not at all. */
public enum Movement {
    PROVIDED(1, 0, 0, 0),
    CUT(-1, 0, 0, 0),
    RESERVED(0, 1, 0, 0),
    RELEASED(0, -1, 0, 0),
    SPENT(0, -1, 1, 0),
    RETURNED(0, 0, 0, 1);

    private final int provided;
    private final int reserved;
    private final int spent;
    private final int returned;

    Movement(int provided, int reserved, int spent, int returned) {
        this.provided = provided;
        this.reserved = reserved;
        this.spent = spent;
        this.returned = returned;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** 1, -1 or 0. */
    public int effect(Figure figure) {
        return switch (figure) {
            case PROVIDED -> provided;
            case RESERVED -> reserved;
            case SPENT -> spent;
            case RETURNED -> returned;
            case FREE -> provided - reserved - spent + returned;
        };
    }
}
