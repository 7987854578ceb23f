package cn.mingjian.cli.archive;

import cn.mingjian.cli.bundle.Bundle;
import cn.mingjian.cli.bundle.Fault;
import cn.mingjian.cli.evaluation.Progress;
import cn.mingjian.cli.evaluation.Round;
import cn.mingjian.cli.platform.Api;
import cn.mingjian.cli.platform.Halt;
import cn.mingjian.cli.platform.Installation;
import cn.mingjian.cli.platform.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One closed round, read from the services by the bureau and written as a bundle with what lies beside it. */
public final class Archive {
    private final Installation installation;
    private final Session bureau;
    private final String district;
    private final String evaluation;
    private final Progress progress;

    /** @param bureau an account that reads the whole round */
    public Archive(Installation installation, Session bureau, String district, String evaluation, Progress progress) {
        this.installation = installation;
        this.bureau = bureau;
        this.district = district;
        this.evaluation = evaluation;
        this.progress = progress;
    }

    /**
     * Writes the round: the files of its bundle, expected.json (its result.json), history.json, amendments.json, sheets.json,
     * results.json, attachments.json and, if there are any, discrepancy-answers.json with the whole of each, attachments under
     * attachments/, what was prepared, found on site and followed up under beside/, the report under report/, and 说明.txt with
     * what a bundle cannot tell.
     *
     * @throws Halt when the round is not closed or something of it cannot be read
     */
    public void writeTo(Path out) {
        ClosedRound round = new ClosedRound(new Api(installation), bureau, district, evaluation);
        progress.tell("读取评估 %s", evaluation);
        BundleFolder folder = new BundleFolder(out);
        List<String> untold = new ArrayList<>();
        new RoundBundle(round, folder, progress, untold).write();
        new RoundDocuments(round, folder, untold).write();
        result(out, folder);
        folder.write("说明.txt", told(untold));
    }

    /** The bundle is read as the evaluate command reads it, and what the services came to is put beside it. */
    private void result(Path out, BundleFolder folder) {
        switch (Bundle.read(out)) {
            case Bundle.Reading.Wrong wrong ->
                throw new Halt(wrong.faults().stream().map(Fault::toString).toList());
            case Bundle.Reading.Correct correct ->
                folder.json(
                        "expected.json",
                        new Round(correct.bundle(), installation, progress).readBack(bureau, out.resolve("report")));
        }
        try {
            Files.delete(out.resolve("report").resolve("result.json"));
        } catch (IOException e) {
            throw new Halt("无法整理 %s：%s", out, e.getMessage());
        }
    }

    private String told(List<String> untold) {
        StringBuilder text = new StringBuilder("""
                评估 %s 的归档。用 scripts/evaluate 可在空的平台上重新得到同样的结果（与 expected.json 比较）。
                report/ 为已签发的报告；history.json 为评估经过；results.json 为各版结果；amendments.json 为评分更正；audit/ 为各服务的审计记录，
                每行的 hash 等于 SHA-256（previous 的字节，接 canonical 的文字）。
                """.formatted(evaluation));
        if (!untold.isEmpty()) {
            text.append("数据包无法表达、因而不会随之重新产生的内容：\n");
            untold.forEach(each -> text.append("- ").append(each).append('\n'));
        }
        return text.toString();
    }
}
