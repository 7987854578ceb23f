package cn.mingjian.platform.http;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in paths are written in one way: without a sign, a leading zero or digits of other scripts. One thing has one address. */
@Provider
public class PlainNumbers implements ParamConverterProvider {

    private static final Pattern PLAIN = Pattern.compile("0|[1-9][0-9]{0,8}");

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        boolean isNumber = type == int.class || type == Integer.class;
        boolean isInPath = Arrays.stream(annotations).anyMatch(PathParam.class::isInstance);
        return isNumber && isInPath ? (ParamConverter<T>) new Converter() : null;
    }

    private static class Converter implements ParamConverter<Integer> {

        @Override
        public Integer fromString(String value) {
            if (!PLAIN.matcher(value).matches()) {
                throw new NotFoundException();
            }
            return Integer.valueOf(value);
        }

        @Override
        public String toString(Integer value) {
            return value.toString();
        }
    }
}
