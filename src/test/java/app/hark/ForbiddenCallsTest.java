package app.hark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Hark's own code has no business with: each would open a door that SECURITY.md says is not there. */
class ForbiddenCallsTest {

	private static final JavaClasses HARK = new ClassFileImporter()
			.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("app.hark");

	/** Processes, scripts and expressions, directories and remote objects, XML, other servers, ciphers of our own, guessable chance. */
	@ParameterizedTest
	@ValueSource(strings = {"java.lang.ProcessBuilder", "java.lang.Process", "javax.script..", "javax.tools..",
			"org.springframework.expression..", "javax.naming..", "java.rmi..", "javax.xml..", "org.xml..",
			"java.net.http..", "java.net.URL", "java.net.URLConnection", "java.net.Socket", "java.net.ServerSocket",
			"org.springframework.web.client..", "javax.crypto..", "java.util.Random",
			"java.util.concurrent.ThreadLocalRandom", "java.lang.foreign..", "sun.misc..", "java.io.ObjectInputStream",
			"java.io.RandomAccessFile"})
	void areNotKnown(String door) {
		// The first runs only as a command, never in a server; the second asks Hark itself, before it is a server; the
		// third asks the system whether Hark's own port is free, and connects to nobody.
		var rule = noClasses().that().doNotHaveFullyQualifiedName("app.hark.Preparation").and()
				.doNotHaveFullyQualifiedName("app.hark.handover.Visitor").and()
				.doNotHaveFullyQualifiedName("app.hark.handover.Door").should();
		(door.endsWith("..")
				? rule.dependOnClassesThat().resideInAPackage(door)
				: rule.dependOnClassesThat().haveFullyQualifiedName(door)).check(HARK);
	}

	@Test
	void noHashThatIsBrokenIsMade() {
		noClasses().should().callMethod(java.util.UUID.class, "nameUUIDFromBytes", byte[].class)
				.orShould().callMethod(Math.class, "random").check(HARK);
	}
}
