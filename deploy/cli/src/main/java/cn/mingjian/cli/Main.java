package cn.mingjian.cli;

/** The command's entry. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var reading = cn.mingjian.cli.bundle.Bundle.read(java.nio.file.Path.of(args[0]));
        if (reading instanceof cn.mingjian.cli.bundle.Bundle.Reading.Wrong wrong) {
            wrong.faults().forEach(System.err::println);
        }
    }
}
