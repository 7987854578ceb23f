package cn.mingjian.cli.bundle;

/** A column of a table: its name, what its values look like, and whether one may be left empty. */
record Column(String name, Form form, boolean mayBeEmpty) {

    static Column of(String name, Form form) {
        return new Column(name, form, false);
    }

    static Column text(String name) {
        return of(name, Form.TEXT);
    }

    Column optional() {
        return new Column(name, form, true);
    }
}
