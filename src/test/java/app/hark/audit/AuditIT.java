package app.hark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import app.hark.drive.HarkServer;
import app.hark.drive.PackagedTest;

/** The short form of the audit, which every build runs. */
@PackagedTest
class AuditIT {

	static Stream<Drill> drills() {
		return Stream.of(new Kills());
	}

	@ParameterizedTest
	@MethodSource("drills")
	void everythingAcknowledgedIsKeptAndShownOnceInOrderToMembersOnly(Drill drill) throws Exception {
		Verdict verdict = drill.run(HarkServer::start, Scale.SHORT);

		System.err.println(drill.title(Scale.SHORT) + " " + verdict);
		assertThat(verdict.acknowledged()).isPositive();
		assertThat(verdict.findings().figures()).as("%s", verdict.findings()).isEmpty();
	}
}
