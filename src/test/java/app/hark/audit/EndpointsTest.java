package app.hark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import app.hark.drive.HarkTest;

/** A new endpoint cannot be forgotten by the drill that tries all of them. */
@HarkTest
class EndpointsTest {

	@Autowired List<RequestMappingInfoHandlerMapping> mappings;

	@Test
	void theDrillKnowsEveryEndpointOfTheApplication() {
		Set<String> mapped = mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
				.flatMap(EndpointsTest::words).collect(Collectors.toCollection(TreeSet::new));

		assertThat(mapped).contains("GET /stream").isEqualTo(Stream.of(Endpoint.values())
				.map(endpoint -> endpoint.method + " " + endpoint.pattern.replace("{message}", "{id}"))
				.collect(Collectors.toCollection(TreeSet::new)));
	}

	/** An endpoint without a method answers to all of them; the drill asks as a browser does. */
	private static Stream<String> words(RequestMappingInfo info) {
		var methods = info.getMethodsCondition().getMethods();
		return info.getPatternValues().stream().flatMap(pattern -> methods.isEmpty() ? Stream.of("GET " + pattern)
				: methods.stream().map(method -> method + " " + pattern));
	}
}
