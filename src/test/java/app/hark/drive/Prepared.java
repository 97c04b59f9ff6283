package app.hark.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import org.springframework.util.FileSystemUtils;

/**
 * The packaged application unpacked and with its ahead-of-time cache, as whoever runs it for others starts it: it is there in a
 * third of the time. Making it takes a minute, so all tests share it, those of later runs too as long as the jar is the
 * same. Its folder has a space in its name, as folders have.
 */
public final class Prepared {

	private Prepared() {
	}

	private static final class Brief {

		private static final Path FOLDER = make("prepared ", List.of(), "50");
	}

	/**
	 * As it is prepared if nothing else is said, which takes some minutes: for what is measured, which has one processor. The
	 * collector that Java takes there is named, since preparing itself has all of them.
	 */
	private static final class Thorough {

		private static final Path FOLDER = make("practised ", List.of("-XX:+UseSerialGC"));
	}

	/** What {@code java} is told to start it. */
	public static List<String> program() {
		return List.of("@" + Brief.FOLDER.resolve("start"));
	}

	/** The same for what is measured. */
	static List<String> thorough() {
		return List.of("@" + Thorough.FOLDER.resolve("start"));
	}

	/** What {@code java} is told to start this class instead, with the classes beside it, which may use the application's alone. */
	public static List<String> program(Class<?> main) {
		Path jar = Brief.FOLDER.resolve(Jar.path().getFileName());
		String classes = main.getProtectionDomain().getCodeSource().getLocation().getPath();
		return List.of("-XX:AOTCache=" + Brief.FOLDER.resolve("hark.aot"), "-cp", jar + File.pathSeparator + classes,
				main.getName());
	}

	private static Path make(String name, List<String> java, String... rounds) {
		try {
			Path jar = Jar.path();
			CRC32C content = new CRC32C();
			content.update(Files.readAllBytes(jar));
			Path folder = jar.resolveSibling(name + Long.toHexString(content.getValue()));
			if (!Files.exists(folder.resolve("start"))) {
				removeAll(jar.getParent(), name);
				List<String> words = new ArrayList<>(List.of("prepare", folder.toString()));
				words.addAll(List.of(rounds));
				assertThat(Program.ofJar(java, words.toArray(String[]::new)).done())
						.isEqualTo("java @" + folder.resolve("start"));
			}
			return folder.toAbsolutePath();
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

	private static void removeAll(Path target, String name) throws IOException {
		try (Stream<Path> files = Files.list(target)) {
			for (Path old : files.filter(file -> file.getFileName().toString().startsWith(name)).toList()) {
				FileSystemUtils.deleteRecursively(old);
			}
		}
	}
}
