package cn.mingjian.scoring;

import cn.mingjian.platform.test.ListenerContract;
import cn.mingjian.platform.test.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ListenersIT extends ListenerContract {}
