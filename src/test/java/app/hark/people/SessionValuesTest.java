package app.hark.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.People;

@HarkTest
class SessionValuesTest {

	private final SessionValues values = new SessionValues(SessionValuesTest.class.getClassLoader());

	private static byte[] signedIn(long id) {
		var person = new SignedIn(id, "ada");
		return new SerializingConverter().convert(new SecurityContextImpl(
				UsernamePasswordAuthenticationToken.authenticated(person, null, List.of())));
	}

	private SecurityContext read(byte[] stored) {
		return (SecurityContext) values.convert(stored);
	}

	@Test
	void isMadeOnceOfTheSameBytes() {
		assertThat(read(signedIn(1)).getAuthentication()).isSameAs(read(signedIn(1)).getAuthentication());
	}

	@Test
	void isSomebodyElseWhereTheBytesAreOthers() {
		read(signedIn(1));

		assertThat(SignedIn.of(Objects.requireNonNull(read(signedIn(2)).getAuthentication())).id()).isEqualTo(2);
	}

	/** As signing out does, while another request of the same session is answered. */
	@Test
	void isNotWhatAnotherRequestMadeOfIt() {
		var other = read(signedIn(1));

		read(signedIn(1)).setAuthentication(null);

		assertThat(other.getAuthentication()).isNotNull();
		assertThat(read(signedIn(1)).getAuthentication()).isNotNull();
	}

	/** As whoever takes the notice from it that a page shows once. */
	@Test
	void isAnotherEachTimeWhereItCanBeChanged() {
		byte[] stored = new SerializingConverter().convert(new ArrayList<>(List.of("notice")));
		((List<?>) values.convert(stored)).clear();

		assertThat((List<?>) values.convert(stored)).isNotEmpty();
	}

	/** The library takes it by its name, and would do without. */
	@Test
	void isWhatSessionsAreReadWith(@Autowired FindByIndexNameSessionRepository<? extends Session> sessions,
			@LocalServerPort int port) {
		String cookie = Client.at(port).signUp(People.someone()).cookies().get("hark");
		String id = new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);

		assertThat(whoIsIn(sessions.findById(id))).isNotNull().isSameAs(whoIsIn(sessions.findById(id)));
	}

	private static @Nullable Authentication whoIsIn(@Nullable Session session) {
		SecurityContext context = Objects.requireNonNull(session).getRequiredAttribute(
				HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		return context.getAuthentication();
	}
}
