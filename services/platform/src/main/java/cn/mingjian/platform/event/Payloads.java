package cn.mingjian.platform.event;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Reads what neighbours said. Fields that the reading class does not know are passed over: events only grow. */
@ApplicationScoped
public class Payloads {

    private final ObjectMapper json;

    Payloads(ObjectMapper json) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** @throws IOException when the payload is not what the listener's class says */
    public <E> E read(EventListener<E> listener, byte[] payload) throws IOException {
        return json.readValue(payload, listener.payload());
    }
}
