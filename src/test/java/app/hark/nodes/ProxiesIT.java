package app.hark.nodes;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Cookie;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.Postgres;
import app.hark.drive.PostgresTest;
import app.hark.drive.ProxyServer;

/** The configurations that the README gives for nginx and Caddy, with TLS and two nodes, as a browser meets them. */
@BrowserTest
@PostgresTest
class ProxiesIT {

	private static List<HarkServer> nodes;

	static Stream<Named<Function<List<String>, ProxyServer>>> proxies() {
		return Stream.of(named("nginx", all -> ProxyServer.nginx(all, true)), named("Caddy", ProxyServer::caddy));
	}

	@BeforeAll
	static void twoNodesRun() {
		String[] properties = Stream.concat(Stream.of(Postgres.properties(Postgres.shared().database())),
				Stream.of("server.forward-headers-strategy=native")).toArray(String[]::new);
		nodes = List.of(HarkServer.start(properties), HarkServer.start(properties));
	}

	@AfterAll
	static void theyEnd() {
		nodes.forEach(HarkServer::close);
	}

	@ParameterizedTest
	@MethodSource("proxies")
	void twoPeopleWriteToEachOther(Function<List<String>, ProxyServer> proxy) {
		Person ada = People.someone();
		Person bea = People.someone();
		try (ProxyServer front = proxy.apply(nodes.stream().map(node -> "127.0.0.1:" + node.port()).toList())) {
			Browser adas = Browser.at(front.url()).signUp(ada);
			Browser beas = Browser.at(front.url()).signUp(bea).live();

			adas.writeTo(bea).say("over TLS");
			eventually(() -> assertThat(beas.conversations()).singleElement()
					.satisfies(item -> assertThat(item.unread()).isEqualTo(1)));
			beas.writeTo(ada).live().say("and back");
			eventually(() -> assertThat(adas.texts()).containsExactly("over TLS", "and back"));

			assertThat(adas.driver().manage().getCookies()).isNotEmpty().allMatch(Cookie::isSecure)
					.allSatisfy(cookie -> assertThat(cookie.getName()).startsWith("__Host-"));
			assertThat(ask(adas, "performance.getEntriesByType('navigation')[0].nextHopProtocol")).isEqualTo("h2");
			assertThat(ask(adas, "await fetch('/sign-in').then(page => page.headers.get('strict-transport-security'))"))
					.startsWith("max-age=");
			adas.driver().get("about:blank");
			beas.driver().get("about:blank");
		}
	}

	private static String ask(Browser browser, String expression) {
		return String.valueOf(browser.driver()
				.executeAsyncScript("const done = arguments[0]; (async () => done(" + expression + "))()"));
	}
}
