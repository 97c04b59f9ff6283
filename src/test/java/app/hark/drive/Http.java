package app.hark.drive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** HTTP/1.1 with the cookies of one device. Follows no redirects, repeats nothing. */
final class Http {

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(Duration.ofSeconds(10)).executor(Executors.newVirtualThreadPerTaskExecutor()).build();

	final URI base;

	final Map<String, String> cookies = new ConcurrentHashMap<>();

	Http(URI base) {
		this.base = base;
	}

	<T> HttpResponse<T> get(String path, BodyHandler<T> handler, String... headers) {
		return send(request(path, headers).GET(), handler);
	}

	/** As hardly anybody asks: with something that means nothing. */
	<T> HttpResponse<T> getWithBody(String path, BodyHandler<T> handler) {
		return send(request(path).method("GET", BodyPublishers.ofString("body")), handler);
	}

	<T> HttpResponse<T> post(String path, Map<String, String> fields, BodyHandler<T> handler, String... headers) {
		String body = fields.entrySet().stream()
				.map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
				.collect(Collectors.joining("&"));
		return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(body)), handler);
	}

	private HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
		if (!cookies.isEmpty()) {
			request.header("Cookie", cookies.entrySet().stream()
					.map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
		}
		return headers.length == 0 ? request : request.headers(headers);
	}

	private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
		try {
			HttpResponse<T> response = CLIENT.send(request.build(), handler);
			response.headers().allValues("Set-Cookie").forEach(this::keep);
			return response;
		} catch (IOException cut) {
			throw new Unreachable(cut);
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new Unreachable(interrupted);
		}
	}

	private void keep(String setCookie) {
		String pair = setCookie.split(";", 2)[0];
		String name = pair.substring(0, pair.indexOf('='));
		if (setCookie.toLowerCase(Locale.ROOT).contains("max-age=0")) {
			cookies.remove(name);
		} else {
			cookies.put(name, pair.substring(pair.indexOf('=') + 1));
		}
	}
}
