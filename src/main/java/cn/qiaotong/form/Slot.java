package cn.qiaotong.form;

/** A field where it stands: once in the form, or in one item of a list. */
record Slot(Field field, String prefix) {

    static Slot of(Field field) {
        return new Slot(field, "");
    }

    static Slot inItem(Field list, int item, Field child) {
        return new Slot(child, "%s.%d.".formatted(list.key(), item));
    }

    /** The name of its control and of its error. */
    String name() {
        return prefix + field.key();
    }
}
