package cn.mingjian.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** The one question the supervisor asks over HTTP; the JDK's small client keeps the supervisor small. */
final class Http {

    private Http() {}

    /** Whether the address answers 200 within two seconds. */
    static boolean isOk(String address) {
        try {
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(2_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
