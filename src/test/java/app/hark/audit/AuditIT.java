package app.hark.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import app.hark.drive.BrowsersAreUsed;
import app.hark.drive.HarkServer;
import app.hark.drive.PackagedTest;

/** The short form of the audit, which every build runs. */
@Isolated("its drills have bounds of time")
@PackagedTest
@BrowsersAreUsed
class AuditIT {

	static Stream<Named<Drill>> drills() {
		return Stream.<Drill>of(new Kills(), new BrokenLinks(), ManyReaders.plannedRestart())
				.map(drill -> named(drill.title(Scale.SHORT), drill));
	}

	@ParameterizedTest
	@MethodSource("drills")
	void everythingAcknowledgedIsKeptAndShownOnceInOrderToMembersOnly(Drill drill) throws Exception {
		Verdict verdict = drill.run(HarkServer::start, Scale.SHORT);

		assertThat(verdict.acknowledged()).isPositive();
		assertThat(verdict.findings().figures()).as("%s", verdict.findings()).isEmpty();
	}
}
