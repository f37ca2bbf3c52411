package cn.qiaotong.signin;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Puts the headers of every response on what the server refuses by itself too, before any filter sees the request. */
@Component
class ServerRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Headers headers;

    ServerRefusals(Headers headers) {
        this.headers = headers;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new ValveBase(true) {
            @Override
            public void invoke(Request request, Response response) throws IOException, ServletException {
                headers.apply(response);
                if (response.isError()) {
                    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                }
                getNext().invoke(request, response);
            }
        });
    }
}
