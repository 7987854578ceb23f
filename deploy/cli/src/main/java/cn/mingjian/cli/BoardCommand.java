package cn.mingjian.cli;

import cn.mingjian.cli.platform.Api;
import cn.mingjian.cli.platform.Keycloak;
import cn.mingjian.cli.platform.Session;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a district's board anew from all events, and waits until it is done. */
@Command(
        name = "rebuild-board",
        description = "由全部事件重建一个区的看板；重建期间看板照常可读。",
        exitCodeListHeading = "%n退出码：%n",
        exitCodeList = {"0:已重建", "3:平台拒绝或无法连接"})
public final class BoardCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DISTRICT", description = "区的编码")
    private String district = "";

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    private BoardCommand() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new BoardCommand()).execute(args));
    }

    @Override
    public Integer call() {
        return platform.run((installation, stdout) -> {
            Session installer = new Keycloak(installation).client("installer");
            Api api = new Api(installation);
            Api.Place rebuilding =
                    new Api.Place("district", "/v1/districts/" + Api.Place.segment(district) + "/board/rebuilding");
            api.put(installer, rebuilding, JsonNodeFactory.instance.objectNode());
            JsonNode done = api.await(installer, rebuilding, state -> state.hasNonNull("doneAt"), "重建看板");
            stdout.printf("看板已重建，共 %d 个评估%n", done.path("evaluations").asInt());
        });
    }
}
