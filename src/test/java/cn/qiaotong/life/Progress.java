package cn.qiaotong.life;

/** Hears how many of the requests have come as far as they come. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (done, all) -> {};

    void at(int done, int all);
}
