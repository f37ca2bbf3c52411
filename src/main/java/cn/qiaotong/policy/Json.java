package cn.qiaotong.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Policy values as text and back: decimals stay exact, and a date is marked, so that it does not come back as a text. */
final class Json {

    private static final String DATE = "$date";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(marked(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Object read(String json) {
        try {
            return unmarked(MAPPER.readValue(json, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object marked(Object value) {
        if (value instanceof LocalDate date) {
            return Map.of(DATE, date.toString());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::marked).toList();
        }
        if (value instanceof Map<?, ?> map) {
            var marked = new TreeMap<String, Object>();
            map.forEach((key, one) -> marked.put(String.valueOf(key), marked(one)));
            return marked;
        }
        return value;
    }

    private static Object unmarked(Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
            return new BigDecimal(value.toString());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::unmarked).toList();
        }
        if (value instanceof Map<?, ?> map) {
            return map.containsKey(DATE) ? LocalDate.parse((String) map.get(DATE)) : unmarkedMap(map);
        }
        return value;
    }

    private static Map<String, Object> unmarkedMap(Map<?, ?> map) {
        var unmarked = new TreeMap<String, Object>();
        map.forEach((key, one) -> unmarked.put(String.valueOf(key), unmarked(one)));
        return unmarked;
    }
}
