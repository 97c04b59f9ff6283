package app.hark.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import app.hark.drive.BrowsersAreUsed;
import app.hark.drive.HarkServer;
import app.hark.drive.PostgresTest;

/** Every drill with several nodes, in full: {@code mvn verify -Paudit-nodes}; {@code -Dhark.drills} with a part of a title picks some. */
@PostgresTest
@BrowsersAreUsed
class NodesAudit {

	private static final Report REPORT = new Report("audit-nodes.md");

	static Stream<Named<Drill>> drills() {
		return Stream.<Drill>of(NodeDrill.calm(2), NodeDrill.calm(3), NodeDrill.kills(), NodeDrill.restartedDatabase(),
				NodeDrill.heldDatabase(), NodeDrill.cutOff(), NodeDrill.deafNodes(), NodeDrill.silentNodes(),
				new RollingRestart(), new Move())
				.filter(drill -> drill.title(Scale.FULL).contains(System.getProperty("hark.drills", "")))
				.map(drill -> named(drill.title(Scale.FULL), drill));
	}

	@ParameterizedTest
	@MethodSource("drills")
	void everythingAcknowledgedIsKeptAndShownOnceInOrderToMembersOnly(Drill drill) throws Exception {
		Verdict verdict = drill.run(HarkServer::startLasting, Scale.FULL);

		REPORT.add(drill.title(Scale.FULL), verdict);
		assertThat(verdict.acknowledged()).isPositive();
		assertThat(verdict.findings().figures()).as("%s", verdict.findings()).isEmpty();
	}

	@AfterAll
	static void report() {
		REPORT.print();
	}
}
