package app.hark.handover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

import app.hark.HarkApplication;

/**
 * Runs Hark on a folder that is thrown away, and two people who write to each other, so that Java has loaded and compiled
 * what the first minute of a real one asks for: then everybody comes at once.
 */
public final class Practice {

	/** So many rounds show Java what is called often; with so many more it has compiled that, too. */
	private static final int SHOWN = 50;
	private static final int COMPILED = 400;

	private static final Duration LONGEST = Duration.ofSeconds(40);

	private Practice() {
	}

	/** For the command that prepares: what Java has learned here it keeps. */
	public static void main(String[] args) throws IOException, InterruptedException {
		run(SHOWN);
		System.exit(0);
	}

	/** While somebody waits for whom it does not matter how long. */
	static void thorough() throws IOException, InterruptedException {
		run(COMPILED);
	}

	private static void run(int rounds) throws IOException, InterruptedException {
		Path data = Files.createTempDirectory("hark-practice");
		try (var hark = start(data)) {
			String port = hark.getEnvironment().getRequiredProperty("local.server.port");
			var one = Visitor.signUp("http://127.0.0.1:" + port, "practice.one");
			var two = Visitor.signUp("http://127.0.0.1:" + port, "practice.two");
			long end = System.nanoTime() + LONGEST.toNanos();
			for (int round = 0; round < rounds && System.nanoTime() - end < 0; round++) {
				one.meets(two);
				two.meets(one);
			}
		} finally {
			FileSystemUtils.deleteRecursively(data);
		}
	}

	/** Seen by nobody else, whatever the real one is told to do. */
	private static ConfigurableApplicationContext start(Path data) {
		var application = new SpringApplication(HarkApplication.class);
		application.addInitializers(context -> context.getEnvironment().getPropertySources()
				.addFirst(new MapPropertySource("practice", Map.of("hark.data", data.toString(), "server.port", "0",
						"server.address", "127.0.0.1", "management.server.port", "-1", "spring.datasource.url", "none",
						"hark.limits.enabled", "false", "hark.backup.cron", "-"))));
		application.setLogStartupInfo(false);
		return application.run("--logging.level.root=warn");
	}
}
