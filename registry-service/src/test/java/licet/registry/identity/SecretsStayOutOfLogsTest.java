package licet.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SecretsStayOutOfLogsTest {
    private final TestRegistry registry = TestRegistry.shared();

    @Test
    void notEvenTheMostTalkativeLogHoldsASecret() {
        registry.session();
        var log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var console = log.getAppender("console");
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        log.detachAppender(console);
        log.addAppender(heard);
        log.setLevel(Level.TRACE);
        List<String> secrets;
        try {
            secrets = useSecrets();
        } finally {
            log.setLevel(Level.WARN);
            log.detachAppender(heard);
            log.addAppender(console);
        }
        var lines = List.copyOf(heard.list).stream()
                .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage())
                .toList();
        assertThat(lines).isNotEmpty();
        for (var secret : secrets) {
            assertThat(lines).noneMatch(line -> line.contains(secret));
        }
    }

    private List<String> useSecrets() {
        var token = registry.token(Scope.READ);
        registry.get("/api/v1/ping", token);
        registry.get("/api/probe/fault", token);
        var session = registry.session();
        registry.send(registry.browse("/probe/page", session));
        var wrong = "a wrong password";
        registry.bean(SignIn.class)
                .signIn(new SignIn.Attempt(TestRegistry.LOGIN, wrong, "192.0.2.9"), Optional.empty());
        var webhook = "a secret of a webhook";
        registry.send(registry.request("/webhooks/huggingface")
                .header("Content-Type", "application/json")
                .header("X-Webhook-Secret", webhook)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
        return List.of(token, session, TestRegistry.PASSWORD, wrong, webhook);
    }
}
