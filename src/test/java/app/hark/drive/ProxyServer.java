package app.hark.drive;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/** A reverse proxy from the system's packages, before several nodes, with the configuration that the README gives for it. */
public final class ProxyServer implements AutoCloseable {

	private final Path folder;

	private final int port;

	private final boolean tls;

	private final Process process;

	private ProxyServer(Path folder, int port, boolean tls, List<String> command) throws IOException {
		this.folder = folder;
		this.port = port;
		this.tls = tls;
		this.process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
				.redirectOutput(folder.resolve("log").toFile()).start();
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
		eventually(() -> {
			assertThat(process.isAlive()).as("%s", log()).isTrue();
			try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
				assertThat(socket.isConnected()).isTrue();
			} catch (IOException notYet) {
				throw new AssertionError(log(), notYet);
			}
		});
	}

	/** Skips the test where it is not installed, unless the environment has {@code HARK_REQUIRE_PROXIES=true}. */
	private static void require(String name) {
		boolean there = Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin")
				.anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
		if (!there && "true".equals(System.getenv("HARK_REQUIRE_PROXIES"))) {
			throw new IllegalStateException("HARK_REQUIRE_PROXIES=true, but there is no " + name);
		}
		assumeTrue(there,
				() -> name + " is not installed, so nothing is tried behind it (Debian: apt install " + name + ")");
	}

	/** @param tls whether it speaks as the README says, with a certificate of its own, or without encryption, for load */
	public static ProxyServer nginx(List<String> nodes, boolean tls) {
		require("nginx");
		int port = HarkServer.freePort();
		String listen = tls ? "listen " + port + " ssl http2;" : "listen " + port + ";";
		return begin(port, tls, folder -> {
			certify(folder);
			String site = example("nginx").replace("listen 443 ssl http2;", listen)
					.replaceAll("\\tserver 10\\.0\\.0\\.11:.*\\n\\tserver 10\\.0\\.0\\.12:(?:\\d+)( .*)\\n",
							Matcher.quoteReplacement(lines(nodes)))
					.replace("/etc/ssl/chat.example.org.pem", folder.resolve("cert.pem").toString())
					.replace("/etc/ssl/chat.example.org.key", folder.resolve("key.pem").toString());
			Files.writeString(folder.resolve("nginx.conf"), """
					daemon off;
					user root;
					pid %1$s/pid;
					error_log stderr warn;
					worker_rlimit_nofile 20000;
					events { worker_connections 8000; }
					http {
					access_log off;
					client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
					uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
					%2$s
					}
					""".formatted(folder, site));
			return List.of("nginx", "-p", folder.toString(), "-c", folder.resolve("nginx.conf").toString());
		});
	}

	private static String lines(List<String> nodes) {
		StringBuilder lines = new StringBuilder();
		nodes.forEach(node -> lines.append("\tserver ").append(node).append(" max_fails=0;\n"));
		return lines.toString();
	}

	/** With TLS, whose certificate it makes by itself. */
	public static ProxyServer caddy(List<String> nodes) {
		require("caddy");
		int port = HarkServer.freePort();
		return begin(port, true, folder -> {
			certify(folder);
			String site = example("caddyfile")
					.replace("chat.example.org {",
							"https://" + Chromium.TLS_NAME + ":" + port + " {\n\ttls %s/cert.pem %s/key.pem"
									.formatted(folder, folder))
					.replace("10.0.0.11:8080 10.0.0.12:8080", String.join(" ", nodes));
			Files.writeString(folder.resolve("Caddyfile"),
					site.replaceFirst("\\{\n", "{\n\tadmin off\n\tauto_https off\n"));
			return List.of("caddy", "run", "--config", folder.resolve("Caddyfile").toString(), "--adapter",
					"caddyfile");
		});
	}

	@FunctionalInterface
	private interface Configuration {
		List<String> in(Path folder) throws IOException;
	}

	private static ProxyServer begin(int port, boolean tls, Configuration configuration) {
		try {
			Path folder = Files.createTempDirectory("hark-proxy");
			return new ProxyServer(folder, port, tls, configuration.in(folder));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** What the README shows in a fence of this kind. */
	private static String example(String kind) throws IOException {
		Matcher fence = Pattern.compile("^```" + kind + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
				.matcher(Files.readString(Path.of("README.md")));
		assertThat(fence.find()).as("an example for %s in the README", kind).isTrue();
		return fence.group(1);
	}

	private static void certify(Path folder) {
		Commands.run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=" + Chromium.TLS_NAME,
				"-addext",
				"subjectAltName=DNS:" + Chromium.TLS_NAME, "-days", "2", "-keyout",
				folder.resolve("key.pem").toString(), "-out",
				folder.resolve("cert.pem").toString());
	}

	public URI url() {
		return URI.create((tls ? "https" : "http") + "://" + (tls ? Chromium.TLS_NAME : "localhost") + ":" + port);
	}

	private String log() {
		try {
			return Files.readString(folder.resolve("log"));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() {
		process.destroy();
		try {
			if (!process.waitFor(2, TimeUnit.SECONDS)) {
				// Caddy waits for streams, and these for nothing.
				process.destroyForcibly().waitFor();
			}
			FileSystemUtils.deleteRecursively(folder);
		} catch (IOException leftBehind) {
			// a temporary folder that stays does no harm
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}
}
