package cn.mingjian.portal.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void leadsToEachPortalAtItsOwnAddressOrElseAtTheCommonOne() throws IOException {
        String page = page(Map.of("MINGJIAN_PORTAL", "https://all.test", "MINGJIAN_PORTAL_BUREAU", "https://own.test"));

        assertThat(page)
                .contains("&quot;bureau&quot;:&quot;https://own.test&quot;")
                .contains("&quot;third-party&quot;:&quot;https://all.test&quot;");
    }

    @Test
    void namesNoAddressWhereAllPortalsAreOnThisHost() throws IOException {
        assertThat(page(Map.of())).contains("<meta name=\"portals\" content=\"{}\"");
    }

    private static String page(Map<String, String> environment) throws IOException {
        var builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(PageTest.class.getResource("/application.properties")))
                .withDefaultValues(environment)
                .withDefaultValue("MINGJIAN_SESSION_KEY", "a key of thirty-two bytes or more")
                .withMapping(PortalConfig.class)
                .withValidateUnknown(false);
        for (String service : List.of("DISTRICT", "INDICATOR", "STAFFING", "SCORING", "REPORT")) {
            builder.withDefaultValue("MINGJIAN_URL_" + service, "http://127.0.0.1:1");
        }
        PortalConfig config = builder.build().getConfigMapping(PortalConfig.class);
        return (String) new Page(config, new ObjectMapper()).application().getEntity();
    }
}
