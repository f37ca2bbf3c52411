package cn.qiaotong.catalog;

/** One mistake in a service folder: the file, the element in it, and what to do about it. */
record Problem(String file, String element, String fix) {

    @Override
    public String toString() {
        return element.isEmpty() ? "%s: %s".formatted(file, fix) : "%s: %s: %s".formatted(file, element, fix);
    }
}
